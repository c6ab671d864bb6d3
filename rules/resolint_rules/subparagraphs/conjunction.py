"""The words that lead from one subparagraph to the next."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Has,
    Operative,
    Resolution,
    Rule,
    Safety,
    Severity,
)
from resolint_rules.endings import ending
from resolint_rules.subparagraphs.lists import all_items, closes


class ListConjunction(Rule[Operative]):
    """A subparagraph that ends with *and* or *or*."""

    code = "SUB004"
    name = "list-conjunction"
    severity = Severity.WARNING
    profiles = EDITED
    when = frozenset({Has.BELOW})

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want the semicolon alone, without a word that leads on."""
        for item in all_items(node):
            joined = ending(within.source, item).conjunction
            if joined is None or item.items or closes(within, node, item):
                continue
            words = within.source[joined].strip()
            # Without “or” the list may be read as “and”.
            safety = Safety.UNSAFE if "or" in words else Safety.SAFE
            yield self.at(
                joined,
                f"{item.locator} should end with a semicolon, not “{words}”",
                Fix.replace(joined, ";", safety),
            )
