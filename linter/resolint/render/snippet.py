"""The line of a file that a finding is about, with a caret below it."""

from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from resolint.render.colours import CYAN, DIM, painted
from resolint.text import Source, Span

WIDTH = 76
"""How many columns of a long line are shown."""
_LEAD = 30
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


def snippet(source: Source, span: Span, colour: bool = False) -> Iterator[str]:
    """Yield the line that a span begins on, and a line that marks it."""
    start, end = source.origins(span)
    first = source.raw.rfind("\n", 0, start) + 1
    last = source.raw.find("\n", start)
    last = len(source.raw) if last < 0 else last
    low, high = _window(first, last, start)
    before = _shown(source.raw[low:start])
    marked = _shown(source.raw[start : min(max(end, start), high)])
    after = _shown(source.raw[max(start, min(end, high)) : high])
    left = "…" if low > first else ""
    right = "…" if high < last else ""
    row = str(source.place_of(start).line)
    bar = painted("|", DIM, colour)
    indent = " " * (len(left) + _columns(before))
    caret = painted("^" * max(1, _columns(marked)), CYAN, colour)
    yield f"{row} {bar} {left}{before}{marked}{after}{right}\n"
    yield f"{' ' * len(row)} {bar} {indent}{caret}\n"


def _window(first: int, last: int, start: int) -> tuple[int, int]:
    """Return the stretch of a line to show, so that a place in it is seen."""
    if last - first <= WIDTH:
        return first, last
    low = max(first, min(start - _LEAD, last - WIDTH))
    return low, min(last, low + WIDTH)


def _shown(text: str) -> str:
    """Return text as it can stand on a terminal, invisible marks left out."""
    return "".join(
        char if char.isprintable() else " "
        for char in text
        if char not in _INVISIBLE and char != "\r"
    )


def _columns(text: str) -> int:
    """Return how many columns of a terminal some text takes."""
    return sum(
        0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1
        for char in text
    )
