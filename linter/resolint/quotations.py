"""Which words of a text stand in quotation marks: they are another's."""

from bisect import bisect_right
from functools import lru_cache

from resolint.regex import regex

_QUOTES = regex(r"[“”„\"]")


def is_quoted(text: str, at: int, *, draft: bool = False) -> bool:
    """Whether an offset of a text is inside quotation marks.

    In a draft that stands in quotation marks each paragraph begins with one.
    """
    ranges = _quotations(text, draft)
    index = bisect_right(ranges, (at, len(text) + 1)) - 1
    return index >= 0 and ranges[index][0] <= at < ranges[index][1]


@lru_cache(maxsize=8)
def _quotations(text: str, draft: bool) -> list[tuple[int, int]]:
    """Return the ranges in quotation marks, the outermost of nested ones."""
    found = []
    depth = opened = 0
    skipped = len(text) - len(text.lstrip()) if draft else -1
    for mark in _QUOTES.finditer(text):
        at = mark.start()
        if at == skipped:
            continue
        if mark[0] in "“„" or (mark[0] == '"' and not depth):
            opened = opened if depth else at
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                found.append((opened, at))
    if depth:
        found.append((opened, len(text)))
    return found
