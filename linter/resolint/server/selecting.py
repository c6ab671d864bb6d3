"""Selection that grows: from what is cited to its paragraph, and to the whole part."""

from collections.abc import Iterable

from lsprotocol import types

from resolint.document import Node, Resolution
from resolint.server.analysis import Analysis
from resolint.text import Span


def selections(
    analysis: Analysis, params: types.SelectionRangeParams
) -> list[types.SelectionRange] | None:
    """Return of each position the ranges around it, the narrowest first."""
    if analysis.source is None or analysis.resolution is None:
        return None
    return [_around(analysis, position) for position in params.positions]


def _around(analysis: Analysis, position: types.Position) -> types.SelectionRange:
    assert analysis.source is not None and analysis.resolution is not None
    raw = analysis.text.offset(position)
    areas = {(raw, raw), (0, len(analysis.text.words))}
    for node in analysis.nodes_at(analysis.at(position)):
        areas.add(analysis.source.origins(node.span))
        if not isinstance(node, Resolution):
            areas.add(analysis.source.origins(_whole(node)))
    for part in analysis.resolution.walk():
        if isinstance(part, Resolution):
            for row in (part.preamble, part.operative):
                if row:
                    last = _whole(row[-1])
                    areas.add(
                        analysis.source.origins(Span(row[0].span.start, last.end))
                    )
    return _nested(analysis, areas, raw)


def _whole(node: Node) -> Span:
    """Return a paragraph with its items."""
    ends = [each.span.end for each in node.walk()]
    return Span(node.span.start, max(ends))


def _nested(
    analysis: Analysis, areas: Iterable[tuple[int, int]], raw: int
) -> types.SelectionRange:
    """Return the ranges that hold an offset, each within the next."""
    made: types.SelectionRange | None = None
    widest: tuple[int, int] | None = None
    for start, end in sorted(areas, key=lambda each: each[0] - each[1]):
        if not start <= raw <= end:
            continue
        if widest is None or (widest[0] <= start and end <= widest[1]):
            made = types.SelectionRange(analysis.text.range(start, end), made)
            widest = start, end
    assert made is not None
    return made
