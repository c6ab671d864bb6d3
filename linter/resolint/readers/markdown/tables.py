"""Tables: pipe tables, and the simple and grid tables of Pandoc."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resolint.readers.markdown.lines import Line
from resolint.regex import regex

Cell = tuple[Line, ...]


class Table(NamedTuple):
    """The cells of a table, row by row."""

    cells: tuple[Cell, ...]
    size: int
    """How many lines it has, from its first line of dashes on."""
    head: bool
    """Whether the line above belongs to it."""


_DELIMITERS = regex(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\Z")
_COLUMNS = regex(r"-{2,}(?:[ \t]+-{2,})+\Z")
_GRID = regex(r"\+(?:[-=:]+\+)+\Z")
_CELL = regex(r"(?:[^|\\]|\\.)*")


def table(
    text: str, lines: Sequence[Line], index: int, above: Sequence[Line]
) -> Table | None:
    """Return the table whose first line of dashes is at an index, if it is one."""
    content = text[lines[index].start : lines[index].end]
    if content[0] == "+":
        return _grid(text, lines, index) if _GRID.match(content) else None
    if "|" in content and _DELIMITERS.match(content):
        return _pipes(text, lines, index, above)
    if _COLUMNS.match(content):
        return _simple(text, lines, index, above)
    return None


def _narrowed(text: str, line: Line, start: int, end: int) -> Line:
    words = text[start:end]
    end = start + len(words.rstrip())
    start = min(end, start + len(words) - len(words.lstrip()))
    return Line(start, end, end, 0, line.quoted)


def _row(text: str, line: Line) -> tuple[Cell, ...]:
    start = line.start + (text[line.start] == "|")
    end = line.end
    if text[end - 1] == "|" and text[end - 2] != "\\":
        end -= 1
    cells: list[Cell] = []
    while start <= end:
        match = _CELL.match(text, start, end)
        stop = match.end() if match else end
        cells.append((_narrowed(text, line, start, stop),))
        start = stop + 1
    return tuple(cells)


def _pipes(
    text: str, lines: Sequence[Line], index: int, above: Sequence[Line]
) -> Table | None:
    if not above or "|" not in text[above[0].start : above[0].end]:
        return None
    head = _row(text, above[0])
    if len(head) != len(_row(text, lines[index])):
        return None
    cells = list(head)
    stop = index + 1
    while stop < len(lines) and lines[stop].start < lines[stop].end:
        cells += _row(text, lines[stop])
        stop += 1
    return Table(tuple(cells), stop - index, True)


def _simple(
    text: str, lines: Sequence[Line], index: int, above: Sequence[Line]
) -> Table | None:
    dashes = lines[index]
    margin = dashes.start - dashes.indent
    words = text[dashes.start : dashes.end]
    starts = [dashes.indent + m.start() for m in re.finditer("-+", words)]
    starts[0] = 0

    def row(line: Line) -> Iterator[Cell]:
        begins = line.start - line.indent
        for at, end in zip(starts, [*starts[1:], None], strict=True):
            start = max(line.start, min(line.end, begins + at))
            stop = line.end if end is None else max(start, min(line.end, begins + end))
            yield (_narrowed(text, line, start, stop),)

    rows: list[Cell] = []
    stop = index + 1
    while stop < len(lines) and lines[stop].start < lines[stop].end:
        line = lines[stop]
        stop += 1
        if not text[line.start : line.end].strip("- \t"):
            break
        rows += row(line)
    else:
        if not above:
            return None  # without a head, only a line of dashes ends it
    if margin < 0 or not rows:
        return None
    head = [cell for line in above for cell in row(line)]
    return Table((*head, *rows), stop - index, bool(above))


def _grid(text: str, lines: Sequence[Line], index: int) -> Table:
    cells: list[Cell] = []
    row: list[list[Line]] = []
    stop = index
    while stop < len(lines):
        line = lines[stop]
        content = text[line.start : line.end]
        if content[:1] == "+":
            cells += (tuple(cell) for cell in row)
            row = []
        elif content[:1] == "|":
            for number, (part,) in enumerate(_row(text, line)):
                if number == len(row):
                    row.append([])
                if part.start < part.end:
                    row[number].append(part)
        else:
            break
        stop += 1
    cells += (tuple(cell) for cell in row)
    return Table(tuple(cells), stop - index, False)
