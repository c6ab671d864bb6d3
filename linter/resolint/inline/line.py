"""A line as the grammar reads it: folded, one space at a time, without addresses."""

from typing import Any, NamedTuple

from pyparsing import ParseException, ParserElement

from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.text import Span

_INVISIBLE = "\u00ad\u200b\u200e\u200f\ufeff"
_UNEVEN = regex(f" (?= )|[{_INVISIBLE}]")
_HIDDEN = regex(f"[{_INVISIBLE}]")
_ADDRESS = regex(r"(?:\w{2,10}://|www\.)[^\s<>\"”]+")


class Line(NamedTuple):
    """The words of a line, and where each of their code points stands."""

    text: str
    start: int
    places: tuple[int, ...] = ()
    """Where each code point stands in the line; empty where nothing was left out."""

    def span(self, start: int, end: int) -> Span:
        """Return where a part of the line stands in the whole text."""
        if self.places:
            first = self.places[start]
            last = self.places[end - 1] + 1 if end > start else first
            return Span(self.start + first, self.start + last)
        return Span(self.start + start, self.start + end)


def read_line(text: str, span: Span) -> Line:
    """Return a part of a text as the grammar reads it."""
    words = folded(text[span.start : span.end])
    if "://" in words or "www." in words:
        # What stands in an address is no symbol and no number.
        words = _ADDRESS.sub(lambda found: "\ufffc" * len(found[0]), words)
    if "  " not in words and (words.isascii() or not _HIDDEN.search(words)):
        return Line(words, span.start)
    out = {found.start() for found in _UNEVEN.finditer(words)}
    places = tuple(at for at in range(len(words)) if at not in out)
    return Line("".join(words[at] for at in places), span.start, (*places, len(words)))


def parsed(expression: ParserElement, text: str) -> Any:
    """Return what an expression finds at the beginning of a text, or None."""
    try:
        return expression.parse_string(text)
    except ParseException:
        return None
