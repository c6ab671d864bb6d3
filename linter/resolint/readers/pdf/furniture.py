"""What is printed on a page about the page: running heads, page and job numbers."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from resolint.readers.pdf.lines import Line
from resolint.readers.plain.marks import BARCODE, JOB, SYMBOL

_NUMBER = re.compile(
    r"[-–—|\s]{0,4}(?:(?:page\s+|p\.\s*)?\d{1,3}(?:\s*(?:/|of)\s*\d{1,3})?"
    r"|(?-i:[ivxl]{1,6}))[-–—|\s]{0,4}",
    re.IGNORECASE,
)
_RECYCLE = re.compile(r"Please recycle\W*|Printed (?:at|on) .{0,60}", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BAND = 0.2
"""How much of the page, at its top and at its foot, may hold furniture."""
_APART = 1.8
_HEAD = 200

Lines = Sequence[Line]


def without(pages: Sequence[Lines], heights: Sequence[float]) -> list[list[Line]]:
    """Return the lines of each page that are the draft's own.

    Rows are taken away from the foot and, but for the first page, from the top, as
    long as each is furniture: by what it says, or because other pages say it too.
    """
    edges = Counter(
        said
        for page, height in zip(pages, heights, strict=True)
        for said in {_where(line) for line in page if _outer(line, height)}
    )
    first = {_plain(line) for line in pages[0]} if pages else set()
    made: list[list[Line]] = []
    for number, (page, height) in enumerate(zip(pages, heights, strict=True)):

        def known(line: Line, number: int = number) -> bool:
            return edges[_where(line)] > 1 or (number > 0 and _plain(line) in first)

        rows = [[*row] for _, row in groupby(page, key=_by_row(page))]
        floor, roof = _BAND * height, (1 - _BAND) * height
        while rows and rows[-1][0].baseline < floor:
            apart = len(rows) > 1 and _gap(rows[-2], rows[-1])
            if not _furniture(rows[-1], known if apart else _unknown):
                break
            rows.pop()
        while number and rows and rows[0][0].baseline > roof:
            apart = len(rows) > 1 and _gap(rows[0], rows[1])
            if not _furniture(rows[0], known if apart else _unknown):
                break
            rows.pop(0)
        made.append([line for row in rows for line in row])
    return made


def _by_row(page: Lines) -> Callable[[Line], int]:
    """Return what gives lines of one row the same key."""
    rows: dict[int, int] = {}
    row = 0
    for line in page:
        row += not line.cell
        rows[id(line)] = row
    return lambda line: rows[id(line)]


def _furniture(row: Iterable[Line], known: Callable[[Line], bool]) -> bool:
    """Whether a row is furniture: one of its cells is, and the others are short."""
    cells = [*row]
    if any(cell.words and cell.words[0].raised for cell in cells):
        return False  # a note
    told = [_says(cell) or known(cell) for cell in cells]
    return any(told) and all(
        tell or len(cell.text) < _HEAD for tell, cell in zip(told, cells, strict=True)
    )


def _says(line: Line) -> bool:
    text = line.text.strip()
    marks = (_NUMBER, JOB, BARCODE, SYMBOL, _RECYCLE)
    return any(mark.fullmatch(text) for mark in marks)


def _unknown(line: Line) -> bool:
    """Take no line for furniture by what other pages say."""
    return False


def _gap(upper: Lines, lower: Lines) -> bool:
    """Whether two rows stand apart, as furniture and text do."""
    size = max(upper[0].size, lower[0].size)
    return upper[0].baseline - lower[0].baseline > _APART * size


def _where(line: Line) -> tuple[str, int]:
    """Return what a line says, its numbers aside, and how high it stands."""
    return _plain(line), round(line.baseline)


def _outer(line: Line, height: float) -> bool:
    return not _BAND * height < line.baseline < (1 - _BAND) * height


def _plain(line: Line) -> str:
    return " ".join(_DIGITS.sub("#", line.text).split())
