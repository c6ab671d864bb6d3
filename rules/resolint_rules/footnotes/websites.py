"""Websites in footnotes."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Footnote,
    Resolution,
    Rule,
    Severity,
    Shows,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern

_ADDRESS = Pattern(r"(?:https?://|www\.)\S+", needles=("http", "www."))
_LED = Pattern(
    r"(?:\A|(?:\b(?:[Aa]t|[Ss]ee(?: also)?|[Ff]rom|[Oo]n|[Vv]isit)|[,;(]|\band) ?\(?)\Z"
)
_LOOSE = Pattern(
    r"\b(?:[Aa]ccessed|[Rr]etrieved|[Vv]iewed|[Ss]ource|[Ll]ink|URL|[Ww]ebsite"
    r"|[Ff]ound|[Aa]ccessible|[Oo]nline)\b[^.;]{0,20}\Z"
)


class NoteWebsite(Rule[Footnote]):
    """An address that is not led up to by *Available at*."""

    code = "FNT018"
    name = "note-website"
    severity = Severity.INFO
    profiles = EDITED
    needs = frozenset({Shows.NOTES})
    needles = ("http", "https", "www")

    def check(self, node: Footnote, within: Resolution) -> Iterator[Diagnostic]:
        """Want “Available at” or “See” before an address, unless it stands alone."""
        text = folded(within.source[node.content])
        for found in _ADDRESS.finditer(text):
            before = text[: found.start()]
            if _LED.search(before) and not _LOOSE.search(before):
                continue
            span = Span(found.start(), found.start() + len(found[0].rstrip(".;,)")))
            message = f"{node.locator} should have “Available at” before the address"
            yield self.at(span.shift(node.content.start), message)
