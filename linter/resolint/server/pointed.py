"""What a position points at: a paragraph or an item by its number, or a note."""

from dataclasses import dataclass

from lsprotocol import types

from resolint.mentions import Counted, Mention, rows
from resolint.server.analysis import Analysis
from resolint.server.indicators import Indicator, indicators
from resolint.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """What a position points at, and what is said of it elsewhere."""

    area: tuple[int, int]
    """Where in the file the number, the reference or the indicator stands."""
    targets: tuple[Counted, ...] = ()
    mention: Mention | None = None
    """The number or the letter of a reference that it points at."""
    indicator: Indicator | None = None


def pointed(analysis: Analysis, position: types.Position) -> Pointed | None:
    """Return what a position points at; None where it is nothing that is counted."""
    if analysis.source is None or analysis.resolution is None:
        return None
    raw = analysis.text.offset(position)
    marks = [
        each for each in indicators(analysis.source) if each.start <= raw <= each.end
    ]
    # Between two of them it is the second that is meant.
    if marks:
        mark = max(marks, key=lambda each: (each.note, each.start))
        return Pointed(area=(mark.start, mark.end), indicator=mark)
    for siblings in rows(analysis.resolution):
        for each in siblings:
            if area := _holds(analysis, each.marker.span, raw):
                return Pointed(area=area, targets=(each,))
    here = [each for each in analysis.mentions if _holds(analysis, each.around, raw)]
    for said in here:
        if said.written and (area := _holds(analysis, said.span, raw)):
            return Pointed(area=area, targets=said.targets, mention=said)
    if here:
        area = analysis.source.origins(here[0].around)
        named = [one for said in here if said.last for one in said.targets]
        return Pointed(area=area, targets=tuple(dict.fromkeys(named)))
    return None


def _holds(analysis: Analysis, span: Span, raw: int) -> tuple[int, int] | None:
    """Return where a span stands in the file if an offset is in it or behind it."""
    assert analysis.source is not None
    start, end = analysis.source.origins(span)
    return (start, end) if start <= raw <= end else None
