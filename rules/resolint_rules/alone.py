"""Whether a line of the file would still stand by itself without its number."""

from resolint import Safety, Source, Span
from resolint.regex import regex

_BEFORE = regex(r"(?:\A|\n[ \t>]*\r?\n)[^\n]*\Z")
_AFTER = regex(r"[^\n]*(?:\Z|\n[ \t>]*(?:\r?\n|\Z))")
_FAR = 4000


def removal(source: Source, line: Span) -> Safety:
    """Return how far the number of a line may be taken away.

    In a file where only its number keeps the line from running on from the one above,
    or the next from running on from it, that is for the drafter to do.
    """
    if source.format == "docx":
        return Safety.SAFE
    start, end = source.origins(line)
    before = source.raw[max(0, start - _FAR) : start]
    after = source.raw[end : end + _FAR]
    stands = _BEFORE.search(before) and _AFTER.match(after)
    return Safety.SAFE if stands else Safety.SHOWN
