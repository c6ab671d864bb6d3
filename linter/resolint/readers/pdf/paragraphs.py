"""From printed lines to paragraphs, over the ends of lines and pages."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resolint.readers.pdf.lines import Line, Word
from resolint.readers.pdf.setting import ENDED, NEAR, Setting
from resolint.readers.plain.marks import CLOSING, MARKER
from resolint.text import Style

_STOPPED = re.compile(r"[.;:?!…][)\]”’\"'\d*\s]*$")
_BEGUN = re.compile(r"\d{1,4}/\d{1,4}\.\s+[A-Z]|\[(?:on|without|Adopted)\b")
"""The title of a resolution, with its number, and what stands around it."""
_PARTED = re.compile(r";[)\]”’\"'\d*\s]*$")
"""Behind which a capital begins a paragraph."""
_LABEL = re.compile(
    r"(?:annex|appendix|enclosure|part|section|chapter)?\s*(?:\w{1,5}\.?)?",
    re.IGNORECASE,
)
"""A line of a heading with a line of its own."""
_APART = 1.3
"""How many times as far as the lines of a paragraph two lines are that are of two."""
_HEADING, _ALONE = 0.15, 0.3
"""How much of a line is left empty, at least, behind a heading."""
_FEW = 8


@dataclass(slots=True)
class Paragraph:
    """Lines that are one block of the text."""

    lines: list[Line]
    style: Style = Style.BODY
    label: str = ""


def paragraphs(pages: Sequence[Sequence[Line]], how: Setting) -> list[Paragraph]:
    """Return the paragraphs that stand on pages, in reading order.

    A cell that stands beside a paragraph comes behind it.
    """
    made: list[Paragraph] = []
    beside: list[Paragraph] = []
    open_: Paragraph | None = None
    for page in pages:
        turned = True
        for line in page:
            if line.cell:
                beside.append(Paragraph([line], Style.TABLE))
                continue
            if open_ and _goes_on(open_.lines, line, how, turned=turned):
                open_.lines.append(line)
            else:
                made += beside
                beside = []
                open_ = Paragraph([line])
                made.append(open_)
            turned = False
    return made + beside


def _goes_on(before: Sequence[Line], line: Line, how: Setting, *, turned: bool) -> bool:
    """Whether a line goes on with a paragraph; ``turned``: on the next page."""
    last = before[-1]
    text, said = line.text, last.text
    heavy = _weight(reversed(last.words)), _weight(line.words)
    if abs(last.size - line.size) > 0.1 * how.size or len({*heavy}) > 1:
        return bool(_same_heading(last, line) and not turned)
    if not turned and _apart(last, line, how):
        return False
    if _BEGUN.match(text):
        return False
    if CLOSING.match(text) and (_STOPPED.search(said) or CLOSING.match(said)):
        return False
    if MARKER.match(text) and (ENDED.search(said) or turned):
        return False
    if _PARTED.search(said) and text[:1].isupper():
        return False
    ended = ENDED.search(said) is not None
    if all(heavy) and line.bold and not turned:
        # Headings are broken where their words ask for it.
        if text[:1].islower():
            return True
        if not _STOPPED.search(said):
            return not _LABEL.fullmatch(said)
    if said.endswith(",") and text[:1].islower() and not _short(before, line, how):
        return True
    if ended and (
        _indented(before, line)
        or _opens(before[0], last, line)
        or _heads(line, how.right)
    ):
        return False
    if not ended and text[:1].islower():
        return True
    return not _short(before, line, how)


def _weight(words: Iterable[Word]) -> bool:
    """Whether the first of some words is in bold; signs alone have no weight."""
    said = (each for each in words if any(map(str.isalnum, each.text)))
    return next((each.bold for each in said if not each.raised), False)


def _same_heading(last: Line, line: Line) -> bool:
    """Whether lines of two looks are of one: a word of it in another weight."""
    return (
        not ENDED.search(last.text)
        and line.text[:1].islower()
        and abs(last.size - line.size) < 0.1 * last.size
    )


def _apart(last: Line, line: Line, how: Setting) -> bool:
    gap = last.baseline - line.baseline
    return gap > _APART * how.pitch * max(last.size, line.size) / how.size


def _opens(first: Line, last: Line, line: Line) -> bool:
    """Whether a line begins with an opening phrase in italics, as the paragraph did."""
    begins = line.words[0].italic and line.text[:1].isupper()
    return begins and first.words[0].italic and not last.words[-1].italic


def _heads(line: Line, right: float) -> bool:
    """Whether a line looks like a heading: it is short, and ends without a mark."""
    short = right - line.right > _ALONE * (right - line.left)
    return short and line.text[:1].isupper() and not ENDED.search(line.text)


def _indented(before: Sequence[Line], line: Line) -> bool:
    """Whether a line begins as the first line of a paragraph does."""
    first, last = before[0], before[-1]
    if len(before) > 1:
        return line.left > last.left + NEAR
    # A paragraph of one line so far: the next may hang, or be at the margin.
    hanging = abs(line.left - first.inset) <= NEAR < first.inset - first.left
    return not hanging and line.left > first.left + NEAR


def _short(before: Sequence[Line], line: Line, how: Setting) -> bool:
    """Whether the first word of a line would have had room on the one above."""
    first, last = before[0], before[-1]
    right = how.right
    edges = [each.right for each in before[-_FEW:]]
    if len(edges) > 2 and max(edges) - min(edges[:-1]) < 2 * NEAR:
        right = min(right, max(edges))  # set to a width of its own
    # What ends without a mark is a heading, if it is short, or goes on.
    slack = how.size if ENDED.search(last.text) else _HEADING * (right - first.left)
    return min(right, last.limit) - last.right > line.first + slack
