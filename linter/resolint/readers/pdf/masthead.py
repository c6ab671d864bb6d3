"""The fields of the masthead, at the top of the first page."""

import re
from collections.abc import Sequence

from resolint.readers.pdf.lines import Line
from resolint.readers.pdf.paragraphs import Paragraph
from resolint.readers.pdf.setting import Setting
from resolint.readers.plain.masthead import Field, field
from resolint.readers.plain.paragraphs import Line as Place
from resolint.text import Style

_PARENTHESIS = re.compile(r"\([A-Z][^()]*\)\s*")
_ROOM = 3
_LONG = 400
_APART = 1.4
_NEAR = 3


def masthead(page: Sequence[Line], how: Setting) -> tuple[list[Paragraph], int]:
    """Return the fields of the masthead, and how many lines it takes.

    Lines below an agenda item, close and as far left, are the item's title.
    """
    found: list[Paragraph] = []
    agenda: Line | None = None
    title = False
    length = 0
    for index, line in enumerate(page):
        last = page[index - 1] if index else None
        known = _field(line.text)
        below = agenda and last and _below(agenda, last, line, how)
        if known and not (below and not known.item):
            found.append(Paragraph([line], Style.MASTHEAD))
            agenda = line if known.item else None
            title = False
        elif below:
            if title:
                found[-1].lines.append(line)
            else:
                found.append(Paragraph([line], Style.MASTHEAD))
            title = True
        elif found and _PARENTHESIS.fullmatch(line.text):
            found[-1].lines.append(line)
        elif not line.cell:
            break
        else:
            found.append(Paragraph([line], Style.MASTHEAD))
        length = index + 1
    return found, length


def _look(line: Line) -> tuple[bool, bool, float]:
    word = line.words[0]
    return word.bold, word.italic, line.size


def _field(text: str) -> Field | None:
    if len(text) > _LONG:
        return None
    return field(text, Place(0, len(text.rstrip())))


def _below(agenda: Line, last: Line, line: Line, how: Setting) -> bool:
    gap = last.baseline - line.baseline
    near = gap <= _APART * how.pitch * line.size / how.size
    if not near or abs(agenda.left - line.left) > _NEAR:
        return False
    if last is not agenda and _look(last) != _look(line):
        return False
    # In one paragraph the first word of a line has no room on the line above.
    room = line.right - last.right - line.first
    return last is agenda or room < _ROOM * line.size
