"""The date of a resolution that has been given before."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint_rules.references.mentions import mentioned
from resolint_rules.references.verdicts import direct, named
from resolint_rules.symbols.faults import place

_OF = regex(r"\s+of\s+")


class LaterMention(Rule[Resolution]):
    """A resolution that is cited with its date once more."""

    code = "REF002"
    name = "dated-later-mention"
    severity = Severity.INFO
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the number alone, once the date has been given."""
        for each in mentioned(node):
            cited, first = each.cited, each.first
            if first is None or cited.day is None or first.cited.day is None:
                continue
            # If the dates differ, one of them is wrong: other rules say which.
            if cited.day.value != first.cited.day.value:
                continue
            if not direct(cited, each.paragraph, node):
                continue
            span = Span(cited.span.end, cited.day.span.end)
            between = node.source.text[cited.span.end : cited.day.span.start]
            if not _OF.fullmatch(between):
                continue
            # In a list the date behind the last of a row may be that of all of them.
            yield self.at(
                span,
                f"{named(cited, node)} in {place(each.paragraph)} should be cited "
                f"without its date, which {_where(first.paragraph.locator)} gives",
                Fix.replace(span, "", Safety.UNSAFE),
            )


def _where(locator: str) -> str:
    return f"the {locator}" if locator.endswith("paragraph") else locator
