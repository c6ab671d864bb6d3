"""Quotation marks, symbols and italics in titles."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Resolution,
    Rule,
    Severity,
    Shows,
    Span,
    Symbol,
)
from resolint.regex import regex

QUOTED = regex(r"[“\"][^”\"]*[”\"]")


class TitleOrnaments(Rule[Resolution]):
    """A title with quotation marks, a document symbol or italics."""

    code = "TIT005"
    name = "plain-title"
    severity = Severity.INFO
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want words only, in roman; the title of a publication may be in italics."""
        title = node.title
        if title is None:
            return
        for found in QUOTED.finditer(node.source[title.content]):
            span = Span(*found.span()).shift(title.content.start)
            yield self.at(span, "title should have no quotation marks")
        for part in title.inline:
            if isinstance(part, Symbol):
                message = f"title should not cite the symbol {part.text}"
                yield self.at(part.span, message)
        if Shows.ITALICS in node.source.shows and node.source.italic(title.content):
            yield self.at(title.content, "title should not be in italics")
