"""The notes that stand behind the text, told from it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from resolint.readers.plain import calls
from resolint.readers.plain.marks import CLOSING, DATE, RULE
from resolint.readers.plain.paragraphs import Indicator, Line, Paragraph

_START = re.compile(
    r"(?P<bare>\d{1,3})[ \t\u00a0]+(?=\S)|\[(?P<square>\d{1,3})\][ \t\u00a0]*(?=\S)"
    r"|(?P<raised>[¹²³⁰⁴-⁹]+)[ \t\u00a0]*(?=\S)"
    r"|(?P<point>\d{1,3})[.)][ \t\u00a0]+(?=\S)"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_TITLE = re.compile(r"(?:Foot|End)?[Nn]otes?:?$|References:?$")


class Start(NamedTuple):
    """How a note begins: its number, how it is written, where its words begin."""

    number: int
    manner: str
    at: int


def start(text: str) -> Start | None:
    """Return how a paragraph begins if it may be a note."""
    match = _START.match(text)
    if not match or DATE.match(text):
        return None
    manner = match.lastgroup or ""
    digits = match[manner].translate(_RAISED)
    if digits.startswith("0"):
        return None
    return Start(int(digits), manner, match.end())


class Told(NamedTuple):
    """Body and notes, told apart, and where the body calls the notes."""

    body: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...]
    indicators: tuple[Indicator, ...]


def told_apart(paragraphs: Sequence[Paragraph], *, to_end: bool) -> Told | None:
    """Return the body and the notes behind it, or nothing where there are none.

    The notes are a row 1, 2, 3 … behind the body; what stands between two of them
    belongs to the first, and, where they go on ``to_end``, what stands behind the last
    to the last. They are believed if the body calls half of them.
    """
    for row in _rows(paragraphs):
        told = _told(paragraphs, row, to_end)
        if told:
            return told
    return None


def _told(
    paragraphs: Sequence[Paragraph], row: list[tuple[int, Start]], to_end: bool
) -> Told | None:
    first, last = row[0][0], row[-1][0]
    end = len(paragraphs) if to_end else last + 1
    notes = []
    ends = [index for index, _ in row[1:]] + [end]
    for (index, begun), stop in zip(row, ends, strict=True):
        parts: list[Line] = []
        for more in paragraphs[index:stop]:
            parts += more.parts
        whole = Paragraph(paragraphs[index].raw, tuple(parts))
        notes.append(whole.after(begun.at, str(begun.number)))
    body = list(paragraphs[:first])
    closed = bool(body) and CLOSING.match(body[-1].text) is not None
    while body and (RULE.match(body[-1].text) or _TITLE.match(body[-1].text)):
        closed = True
        body.pop()
    body += paragraphs[end:]
    indicators = calls.found(body, notes, bracketed=row[0][1].manner != "bare")
    believed = len(indicators) * 2 >= len(notes)
    if believed or (closed and row[0][1].manner != "point"):
        return Told(tuple(body), tuple(notes), indicators)
    return None


def _rows(paragraphs: Sequence[Paragraph]) -> list[list[tuple[int, Start]]]:
    """Return rows of paragraphs numbered from 1, the last of each manner.

    The row that ends last comes first.
    """
    rows: dict[str, list[tuple[int, Start]]] = {}
    for index, paragraph in enumerate(paragraphs):
        begun = start(paragraph.text)
        if not begun:
            continue
        row = rows.get(begun.manner, [])
        if begun.number == 1 and _may_begin(paragraphs, index, begun):
            rows[begun.manner] = [(index, begun)]
        elif row and _goes_on(row, index, begun, paragraph.text):
            row.append((index, begun))
    return sorted(rows.values(), key=lambda row: -row[-1][0])


def _goes_on(row: list[tuple[int, Start]], index: int, begun: Start, text: str) -> bool:
    """Whether a paragraph is the next note: a number may have been left out."""
    last_index, last = row[-1]
    step = begun.number - last.number
    if step == 1:
        return True
    near = index == last_index + 1 and begun.manner != "point"
    return near and step == 2 and text[begun.at].isupper()


def _may_begin(paragraphs: Sequence[Paragraph], index: int, begun: Start) -> bool:
    """Whether the first note may stand here: ``1.`` begins other things too."""
    if not index:
        return False
    before = paragraphs[index - 1].text
    if begun.manner != "point":
        return True
    return bool(
        RULE.match(before)
        or _TITLE.match(before)
        or CLOSING.match(before)
        or before.endswith(".")
    )
