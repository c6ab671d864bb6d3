"""The pages of a text copied out of a PDF file, without their heads and feet."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from resolint.readers.plain.marks import BARCODE, JOB, LONE, PAGE, SYMBOL
from resolint.readers.plain.paragraphs import Line

_HEAD = 4
"""The most lines that a running head holds."""
_FIRST = 60
"""The lines among which the symbol of the document first stands."""

_TOP = 10_000
"""The code points among which the title stands."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds between its head and its foot: lines, some of them blank."""

    lines: tuple[Line, ...]


def pages(raw: str, found: Sequence[Line]) -> list[Page]:
    """Return the pages of a text."""
    symbol = _symbol(raw, found)
    furniture = [_is_furniture(raw, line, symbol) for line in found]
    if symbol >= 0:
        furniture[symbol] = False
    _lone_numbers(raw, found, furniture)
    _running_heads(raw, found, furniture)
    made: list[list[Line]] = [[]]
    pending: list[Line] = []
    broken = False
    for line, is_furniture in zip(found, furniture, strict=True):
        if line.page or (
            is_furniture and made[0] and PAGE.match(raw, line.start, line.end)
        ):
            broken = True
        if is_furniture or line.blank:
            pending.append(Line(line.start, line.start))
            continue
        if broken and any(not kept.blank for kept in made[-1]):
            made.append([])
        elif pending:
            made[-1].append(pending[0])
        made[-1].append(line)
        pending, broken = [], False
    return [Page(tuple(page)) for page in made]


class Pagination:
    """Which page a place of the file is on."""

    def __init__(self, made: Sequence[Page]) -> None:
        self._starts = [page.lines[0].start if page.lines else 0 for page in made]

    def at(self, raw: int) -> int:
        """Return the page of an offset."""
        return bisect_right(self._starts, raw) - 1


def _symbol(raw: str, found: Sequence[Line]) -> int:
    """Return the line with the symbol of the document; -1 where there is none."""
    for index, line in enumerate(found[:_FIRST]):
        if SYMBOL.match(raw, line.start, line.end):
            return index
    return -1


def _is_furniture(raw: str, line: Line, symbol: int) -> bool:
    if line.blank or line.end - line.start > 60:
        return False
    marks = (JOB, BARCODE, PAGE, SYMBOL) if symbol >= 0 else (JOB, BARCODE, PAGE)
    return any(mark.match(raw, line.start, line.end) for mark in marks)


def _lone_numbers(raw: str, found: Sequence[Line], furniture: list[bool]) -> None:
    """Take numbers alone beside furniture for those of pages."""
    forward = range(len(found))
    for order in (forward, reversed(forward)):
        beside = False
        for index in order:
            line = found[index]
            if line.blank:
                continue
            if beside and LONE.match(raw, line.start, line.end):
                furniture[index] = True
            beside = furniture[index]


def _running_heads(raw: str, found: Sequence[Line], furniture: list[bool]) -> None:
    """Take short lines between two lines of furniture, page after page, for heads."""
    runs: list[tuple[int, ...]] = []
    run: list[int] = []
    last = False
    for index, line in enumerate(found):
        if line.blank:
            continue
        if furniture[index]:
            if last and 0 < len(run) <= _HEAD:
                runs.append(tuple(run))
            run, last = [], True
        elif len(run) <= _HEAD:
            run.append(index)

    def text(run: Sequence[int]) -> str:
        return " ".join(" ".join(found[index].of(raw) for index in run).split())

    counts = Counter(text(run) for run in runs)
    second = (line for line in found if PAGE.match(raw, line.start, line.end))
    top = " ".join(raw[: min(next(second, found[0]).start, _TOP)].split())
    heads = {
        head
        for head, count in counts.items()
        if head[-1] not in ".,;:" and (count > 1 or head in top)
    }
    for head in runs:
        if text(head) in heads:
            for index in head:
                furniture[index] = True
    _beside(raw, found, furniture, heads)


def _beside(
    raw: str, found: Sequence[Line], furniture: list[bool], heads: set[str]
) -> None:
    """Take a line beside furniture that says what a running head says for one."""
    if not heads:
        return
    filled = [index for index, line in enumerate(found) if not line.blank]
    for left, right in pairwise(filled):
        if furniture[left] != furniture[right]:
            index = right if furniture[left] else left
            if " ".join(found[index].of(raw).split()) in heads and index > _FIRST:
                furniture[index] = True
