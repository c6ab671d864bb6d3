"""The letters that come after (z)."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Edit,
    Fix,
    Has,
    Paragraph,
    Resolution,
    Rule,
    Safety,
    Severity,
)
from resolint_rules.counting import letters
from resolint_rules.named import item_named
from resolint_rules.subparagraphs.lists import series, value_of


class DoubleLetters(Rule[Paragraph]):
    """A subparagraph that is marked with two different letters."""

    code = "SUB008"
    name = "double-letters"
    severity = Severity.WARNING
    profiles = EDITED
    when = frozenset({Has.BELOW})

    def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
        """Want the same letter twice: (aa), (bb), (cc)."""
        found = series(node, within)
        if found is None or found.kind != "letter" or len(found.items) <= 26:
            return
        wrong = [
            (place, item)
            for place, item in enumerate(found.items, found.first)
            if place > 26 and found.count(item) is None
        ]
        if not wrong:
            return
        safety = Safety.UNSAFE if item_named(within.source) else Safety.SAFE
        for place, item in wrong:
            right = letters(place)
            span = value_of(item)
            yield self.at(
                item.marker.span,
                f"{item.locator} should be marked “({right})”, "
                f"not “{item.marker.text}”",
                Fix(f"Write “({right})”", (Edit(span, right),), safety),
            )
