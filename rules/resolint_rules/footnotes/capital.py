"""How footnotes begin."""

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

_FIRST = regex(r"\S+")
_WORD = regex(r"[a-zß-öø-ÿ]+[.,;:]?\Z")


class FootnoteCapital(Rule[Footnote]):
    """A note that begins with a small letter."""

    code = "FNT004"
    name = "footnote-capital"
    severity = Severity.INFO
    profiles = EDITED
    needs = frozenset({Shows.NOTES})

    def check(self, node: Footnote, within: Resolution) -> Iterator[Diagnostic]:
        """Want a capital, unless the first word is an address or a name."""
        text = within.source[node.content]
        first = _FIRST.search(text)
        if first is None or not _WORD.match(first[0]):
            return
        start = node.content.start + first.start()
        span = Span(start, start + 1)
        right = first[0][:1].upper()
        message = f"{node.locator} should begin with a capital letter"
        yield self.at(span, message, Fix.replace(span, right))
