"""Where what is in the text of a source is written in the file."""

from bisect import bisect_right
from collections.abc import Iterator

from resolint.text import Source, Span


def stretches(source: Source, span: Span) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the file that hold a span, markup between them left out.

    What the reader put in, such as an automatic number, is in none.
    """
    begun: tuple[int, int] | None = None
    index = bisect_right(source.pieces, span.start, key=lambda piece: piece.at) - 1
    for piece in source.pieces[max(index, 0) :]:
        if piece.at >= span.end:
            break
        start = max(span.start - piece.at, 0)
        end = min(span.end - piece.at, piece.length)
        if start >= end:
            continue
        if begun and begun[1] == piece.raw + start:
            begun = begun[0], piece.raw + end
            continue
        if begun:
            yield begun
        begun = piece.raw + start, piece.raw + end
    if begun:
        yield begun


def written(source: Source, span: Span) -> tuple[int, int] | None:
    """Return where a span stands in the file, word for word; None if it does not."""
    found = [*stretches(source, span)]
    if len(found) != 1 or not len(span):
        return None
    start, end = found[0]
    return found[0] if source.raw[start:end] == source[span] else None


def before(source: Source, offset: int) -> int:
    """Return where in the file the text before an offset ends; markup comes then."""
    index = bisect_right(source.pieces, offset - 1, key=lambda piece: piece.at)
    for piece in reversed(source.pieces[:index]):
        if piece.length and piece.at < offset:
            return piece.raw + min(offset - piece.at, piece.length)
    return 0
