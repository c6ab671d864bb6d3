"""The notes at the foot of a page."""

import re
from collections.abc import Sequence

from resolint.readers.plain.marks import RULE
from resolint.readers.plain.paragraphs import Line, Paragraph
from resolint.text import Style

_NUMBERED = re.compile(r"(\d{1,3})(?:[ \t\u00a0]+(?=\S)|$)")
_STARRED = re.compile(r"(\*{1,4})\s*(?=[A-Z])")


def cut(raw: str, page: Sequence[Line], last: int) -> int:
    """Return where on a page its notes begin, as an index of its lines.

    ``last`` is the number of the last note of the pages before.
    """
    for index, line in enumerate(page):
        if not line.blank and RULE.match(raw, line.start, line.end):
            below = next((more for more in page[index + 1 :] if not more.blank), None)
            if below and (
                _STARRED.match(raw, below.start, below.end)
                or ((label := _label(raw, below)) == 1 or last < label < last + 50)
                or (last and not _is_long(page[index + 1 :]))
            ):
                return index
        elif (
            index
            and page[index - 1].blank
            and _STARRED.match(raw, line.start, line.end)
            and not _is_long(page[index:])
        ):
            return index
    return len(page)


def _label(raw: str, line: Line) -> int:
    match = _NUMBERED.match(raw, line.start, line.end)
    return int(match[1]) if match else 0


def _is_long(rest: Sequence[Line]) -> bool:
    return sum(not line.blank for line in rest) > 12


def notes(raw: str, foot: Sequence[Line], before: list[Paragraph]) -> None:
    """Add the notes at the foot of a page to those before."""
    last = next((int(n.label) for n in reversed(before) if n.label.isdecimal()), 0)
    label, at, parts = "", 0, list[Line]()
    blank = True

    def close() -> None:
        nonlocal parts
        if not parts:
            return
        if label:
            before.append(Paragraph(raw, tuple(parts)).after(at, label))
        elif before:  # a note goes on from the page before
            whole = before[-1]
            before[-1] = Paragraph(
                raw, (*whole.parts, *parts), whole.style, whole.label
            )
        else:
            before.append(Paragraph(raw, tuple(parts), Style.NOTE))
        parts = []

    for line in foot:
        if line.blank:
            blank = True
            continue
        if RULE.match(raw, line.start, line.end):
            continue
        numbered = _NUMBERED.match(raw, line.start, line.end)
        starred = _STARRED.match(raw, line.start, line.end)
        number = int(numbered[1]) if numbered else 0
        # Notes may begin with 1 on each page.
        anew = number == 1 and not parts
        if numbered and (anew or last < number < last + (50 if blank else 2)):
            close()
            last = number
            label, at = numbered[1], numbered.end() - line.start
        elif starred:
            close()
            label, at = starred[1], starred.end() - line.start
        parts.append(line)
        blank = False
    close()
