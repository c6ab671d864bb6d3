"""Ibid."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Footnote,
    Resolution,
    Rule,
    Severity,
    Shows,
    Span,
)
from resolint.regex import regex

_IBID = regex(r"\b[Ii]bid\b")


class IbidForm(Rule[Footnote]):
    """*Ibid.* in the first note, or without its full stop."""

    code = "FNT010"
    name = "ibid-form"
    severity = Severity.WARNING
    profiles = EDITED
    needs = frozenset({Shows.NOTES})
    needles = ("ibid",)

    def check(self, node: Footnote, within: Resolution) -> Iterator[Diagnostic]:
        """Want something above that is referred to, and the mark of an abbreviation."""
        source = within.source
        text = source[node.content]
        for found in _IBID.finditer(text):
            start, end = (node.content.start + at for at in found.span())
            if not found.start() and node is within.notes[0]:
                message = f"{node.locator} should name its source: no note is before it"
                yield self.at(Span(start, end), message)
            if source.text[end : end + 1] != ".":
                message = f"{node.locator} should have “{found[0]}.” with a full stop"
                fix = Fix.replace(Span(end, end), ".")
                yield self.at(Span(start, end), message, fix)
