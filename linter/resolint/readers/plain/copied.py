"""Text copied out of a PDF file: printed lines, page after page."""

import re
from collections.abc import Sequence

from resolint.readers.plain import calls, footers, masthead
from resolint.readers.plain.marks import RULE
from resolint.readers.plain.notes import told_apart
from resolint.readers.plain.pages import Pagination, pages
from resolint.readers.plain.paragraphs import Draft, Line, Paragraph
from resolint.readers.plain.wrapping import Wrap, across, paragraphs, wrap
from resolint.text import Style

_PARENTHESIS = re.compile(r"\([A-Z][^()]*\)\s*\Z")


def parted(raw: str, found: Sequence[Line]) -> Draft:
    """Take a text copied out of a PDF file apart."""
    made = pages(raw, found)
    how = wrap(raw, found, proportional=True)
    head: list[Paragraph] = []
    joined: list[list[Line]] = []
    notes: list[Paragraph] = []
    foot_of: dict[str, int] = {}
    for number, page in enumerate(made):
        content = page.lines
        last = next((int(n.label) for n in reversed(notes) if n.label.isdecimal()), 0)
        end = footers.cut(raw, content, last)
        known = len(notes)
        footers.notes(raw, content[end:], notes)
        for note in notes[known:]:
            foot_of.setdefault(note.label, number)
        content = content[:end]
        if not number:
            fields, length = _masthead(raw, content)
            head += fields
            content = content[length:]
        _add(raw, joined, paragraphs(raw, content, how), how)
    made_of = (Paragraph(raw, tuple(parts)) for parts in joined)
    body = [each for each in made_of if not RULE.match(each.text)]
    if not notes and (told := told_apart(body, to_end=False)):
        return Draft(
            masthead=tuple(head),
            body=told.body,
            notes=told.notes,
            indicators=told.indicators,
            notes_known=True,
        )
    pagination = Pagination(made)

    def near(label: str, at: int) -> int:
        """Return how near a place is to the foot of the page with the note."""
        match foot_of.get(label, 0) - pagination.at(at):
            case 0:
                return 100
            case 1:
                return 50
            case _:
                return 0

    indicators = calls.found(body, notes, spaced=True, near=near)
    stars = calls.starred(body, notes)
    return Draft(
        masthead=tuple(head),
        body=tuple(body),
        notes=tuple(notes),
        indicators=tuple(sorted([*indicators, *stars])),
        notes_known=True,
    )


def _add(
    raw: str, joined: list[list[Line]], more: Sequence[Paragraph], how: Wrap
) -> None:
    """Add the paragraphs of a page; the first may go on from the page before."""
    begins = [list(paragraph.parts) for paragraph in more]
    if joined and begins and across(raw, joined[-1][-1], begins[0][0], how):
        joined[-1] += begins.pop(0)
    joined += begins


def _masthead(raw: str, content: Sequence[Line]) -> tuple[list[Paragraph], int]:
    """Return the fields of the masthead, and how many lines it takes.

    It is made of groups of lines that begin with a field; the lines behind an agenda
    item, to the end of the group, are the item's title.
    """
    found: list[Paragraph] = []
    title: list[Line] = []
    length = 0
    agenda = inside = False
    for index, line in enumerate(content):
        if line.blank:
            inside = False
            continue
        field = masthead.field(raw, line)
        if agenda and field and not field.item:
            field = None  # a line of the item's title that reads like a field
        if not inside and not field:
            break
        if found and not field and _PARENTHESIS.match(raw, line.start, line.end):
            # "(Fourth Committee)", the second line of that committee's name
            found[-1] = Paragraph(raw, (*found[-1].parts, line), Style.MASTHEAD)
            length = index + 1
            continue
        if not field and not agenda:
            break
        inside = True
        if field:
            _close(raw, title, found)
            found.append(Paragraph(raw, (line,), Style.MASTHEAD))
            agenda = field.item
        else:
            title.append(line)
        length = index + 1
        if len(title) > 8:  # no blank line behind it: who can say where it ends
            return found, length - len(title)
    _close(raw, title, found)
    return found, length


def _close(raw: str, title: list[Line], found: list[Paragraph]) -> None:
    if title:
        found.append(Paragraph(raw, tuple(title), Style.MASTHEAD))
        title.clear()
