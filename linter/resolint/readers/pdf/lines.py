"""From runs to printed lines, and the cells that stand beside each other on one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import inf
from statistics import median

from resolint.readers.pdf.pages import Run

_OVERLAP = 0.5
"""How much of the lower of two runs stands beside the other on one line."""
_WORD, _COLUMN, _CELL = 0.2, 0.6, 2.2
"""The gaps, in sizes of the type, that part words and cells: before a column, any."""
_ODD = 2
"""How many times as wide as its neighbours a gap is that parts cells."""
_FIRST = re.compile(r"\d{1,4} \S+|\S+")
"""What no line ends within: behind a number may be a no-break space."""
_FEW = 5
"""More runs make no marker."""
_RAISED, _SMALL = 0.15, 0.85
_MARKER = re.compile(r"\(?[\w/]{1,8}[.)]|[•●▪◦–—*-]|\d{1,3}|\*+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Text of one look; all the text of a line, spaces included, is in its words."""

    text: str
    italic: bool = False
    bold: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line, or one cell of it."""

    words: tuple[Word, ...]
    left: float
    right: float
    baseline: float
    size: float
    first: float
    """How much room its first word takes."""
    cell: bool = False
    """Whether another cell stands before it."""
    inset: float = 0
    """Where the text behind its marker begins; ``left`` where it has none."""
    limit: float = inf
    """Where the next cell begins."""

    @property
    def text(self) -> str:
        """The words in it."""
        return "".join(each.text for each in self.words)

    @property
    def bold(self) -> bool:
        """Whether all of it is in bold."""
        said = [each for each in self.words if any(map(str.isalnum, each.text))]
        return all(each.bold for each in said if not each.raised)


@dataclass(slots=True)
class _Row:
    """The runs beside each other, and the largest of them, by which others are put."""

    runs: list[Run]
    largest: Run = field(init=False)

    def __post_init__(self) -> None:
        self.largest = self.runs[0]

    def holds(self, run: Run) -> bool:
        """Whether a run stands on this line."""
        low, high = _reach(self.largest)
        bottom, top = _reach(run)
        common = min(high, top) - max(low, bottom)
        return common > _OVERLAP * min(high - low, top - bottom)

    def add(self, run: Run) -> None:
        """Take a run in."""
        self.runs.append(run)
        if run.size > self.largest.size:
            self.largest = run


def _reach(run: Run) -> tuple[float, float]:
    return run.baseline - 0.2 * run.size, run.baseline + 0.7 * run.size


def lines(runs: Iterable[Run]) -> list[Line]:
    """Return the lines of a page from the top down, the cells of each from the left."""
    rows: list[_Row] = []
    for run in sorted(runs, key=lambda each: -each.baseline):
        # Runs come from the top down: only the last few lines can hold one.
        for row in reversed(rows[-4:]):
            if row.holds(run):
                row.add(run)
                break
        else:
            rows.append(_Row([run]))
    rows.sort(key=lambda row: -row.largest.baseline)
    found = [line for row in rows for line in _cells(row)]
    often = Counter(round(line.left) for line in found if line.cell)
    columns = [left for left, count in often.items() if count > 1]
    if not columns:
        return found
    return [line for row in rows for line in _cells(row, columns)]


def _cells(row: _Row, columns: Sequence[int] = ()) -> Iterator[Line]:
    """Yield the cells of a row; ``columns`` are where cells of other rows begin."""
    runs = sorted(row.runs, key=lambda each: each.left)
    gaps = [right.left - left.right for left, right in pairwise(runs)]
    size = row.largest.size
    least = _widest(gaps, size)
    cell: list[Run] = []
    later = False
    for run, gap in zip(runs, [0.0, *gaps], strict=True):
        at_column = gap > _COLUMN * size and round(run.left) in columns
        if cell and (at_column or gap > least) and not _marker(cell):
            yield replace(_line(cell, later), limit=run.left)
            cell, later = [], True
        cell.append(run)
    yield _line(cell, later)


def _widest(gaps: Sequence[float], size: float) -> float:
    """Return what a gap is wider than that parts cells.

    Where a line is set to a width, it must be wider than the gaps of its words too.
    """
    wide = [gap for gap in gaps if gap > _WORD * size]
    if len(wide) < 3 or min(wide) > _CELL * size:
        return _CELL * size
    return max(_CELL * size, _ODD * median(wide))


def _marker(cell: Sequence[Run]) -> bool:
    said = "".join(run.text for run in cell[:_FEW]).strip()
    return len(cell) < _FEW and len(said) < 10 and _MARKER.fullmatch(said) is not None


def _line(runs: Sequence[Run], later: bool) -> Line:
    size = max(run.size for run in runs)
    # Of the runs in full size, the one with most to say stands on the line.
    base = max(runs, key=lambda run: (run.size > _SMALL * size, len(run.text))).baseline
    words: list[Word] = []
    end = runs[0].left
    inset = runs[0].left
    for place, run in enumerate(runs):
        text = run.text
        spaced = bool(words) and words[-1].text[-1:].isspace()
        raised = run.size <= _SMALL * size and run.baseline - base > _RAISED * run.size
        if words and run.left - end > _WORD * size and not spaced:
            if not text[0].isspace() and not raised:
                words[-1] = _longer(words[-1])
        elif spaced or not words:
            text = text.lstrip(" ")
        if place and _marker(runs[: min(place, _FEW)]):
            inset = run.left
        if text:
            word = Word(text=text, italic=run.italic, bold=run.bold, raised=raised)
            words.append(word)
        end = run.right
    if words:
        last = words[-1]
        words[-1] = replace(last, text=last.text.rstrip(" "))
    whole = "".join(word.text for word in words)
    left, right = runs[0].left, max(run.right for run in runs)
    begun = _FIRST.match(whole)
    share = (begun.end() if begun else 0) / max(1, len(whole))
    return Line(
        words=tuple(words),
        left=left,
        right=right,
        baseline=base,
        size=size,
        first=share * (right - left),
        cell=later,
        inset=inset,
    )


def _longer(word: Word) -> Word:
    return replace(word, text=word.text + " ")
