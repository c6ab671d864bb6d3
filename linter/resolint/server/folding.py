"""What can be folded away: the parts, each paragraph with its items, notes, remarks."""

import re
from collections.abc import Iterable, Iterator

from lsprotocol import types

from resolint.server.analysis import Analysis
from resolint.server.outline import symbols

_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
_END = r"(?:\r\n|\r|\n)"
_FRONT = re.compile(
    rf"---[ \t]*{_END}.*?{_END}(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)", re.DOTALL
)


def folding(
    analysis: Analysis, _params: types.FoldingRangeParams
) -> list[types.FoldingRange] | None:
    """Return what can be folded, in the order of the text, the wider first."""
    if analysis.source is None or analysis.resolution is None:
        return None
    found = {*_folds(symbols(analysis, analysis.resolution))}
    if analysis.source.format in ("markdown", "akn"):
        for remark in _REMARK.finditer(analysis.text.words):
            first, last = _lines(analysis, *remark.span())
            found.add((first, last, types.FoldingRangeKind.Comment))
    if analysis.source.format == "markdown":
        front = _FRONT.match(analysis.text.words)
        if front is not None:
            first, last = _lines(analysis, *front.span())
            found.add((first, last, types.FoldingRangeKind.Region))
    return [
        types.FoldingRange(start_line=first, end_line=last, kind=kind)
        for first, last, kind in sorted(
            (each for each in found if each[0] < each[1]),
            key=lambda each: (each[0], -each[1]),
        )
    ]


def _folds(
    nested: Iterable[types.DocumentSymbol],
) -> Iterator[tuple[int, int, types.FoldingRangeKind]]:
    for each in nested:
        yield (
            each.range.start.line,
            each.range.end.line,
            types.FoldingRangeKind.Region,
        )
        yield from _folds(each.children or ())


def _lines(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    area = analysis.text.range(start, end)
    return area.start.line, area.end.line
