"""Which cells of a table stand side by side, as far as the file shows it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resolint.render.html.lines import Line
from resolint.text import Source

WIDEST = 40
"""A cell further to the right stands in this column: no table is made of gaps."""

_TAG = re.compile(r"<(?:[\w.-]+:)?(?P<kind>table|tr|td|th)\b")
_BAR = re.compile(r"(?<!\\)\|")


class Cell(NamedTuple):
    """The lines of a cell, by number, and where it stands in its table."""

    row: int
    column: int
    lines: tuple[int, ...]


Rows = list[list[tuple[int, ...]]]
"""Of each row its cells, each the numbers of its lines; empty ones have none."""


def rows(source: Source, lines: Sequence[Line], numbers: Sequence[int]) -> Rows:
    """Return the rows of lines that are cells; nothing where they are not known."""
    match source.format:
        case "markdown":
            cells = [*_barred(source, lines, numbers)]
        case "akn":
            cells = [*_tagged(source, lines, numbers)]
        case _:
            return []
    made: Rows = []
    last = None
    for cell in cells:
        if cell.row != last:
            made.append([])
            last = cell.row
        column = min(cell.column, WIDEST)
        made[-1] += [()] * (column - len(made[-1]))
        if column < len(made[-1]):
            made[-1][-1] += cell.lines
        else:
            made[-1].append(cell.lines)
    return made


def _barred(
    source: Source, lines: Sequence[Line], numbers: Sequence[int]
) -> Iterator[Cell]:
    """Yield cells between bars: a row is a line of the file."""
    found = []
    for at in numbers:
        raw = source.origin(lines[at].span.start)
        row, column = source.place_of(raw)
        bars = len(_BAR.findall(source.raw, raw - column + 1, raw))
        found.append(Cell(row, bars, (at,)))
    first = min(cell.column for cell in found)
    for cell in found:
        yield cell._replace(column=cell.column - first)


def _tagged(
    source: Source, lines: Sequence[Line], numbers: Sequence[int]
) -> Iterator[Cell]:
    """Yield cells between tags, which are counted from one cell to the next."""
    row, column = 0, 0
    first = numbers[0]
    done = source.origin(lines[first - 1].span.end) if first else 0
    for at in numbers:
        start = source.origin(lines[at].span.start)
        for tag in _TAG.finditer(source.raw, done, start):
            if tag["kind"] in ("table", "tr"):
                row, column = row + 1, -1
            else:
                column += 1
        done = max(done, start)
        yield Cell(row, max(column, 0), (at,))
