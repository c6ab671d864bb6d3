"""What a document reads as before it is text: lines, and what stands in them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from lxml.etree import _Element

from resolint.readers.word.numbering import Mark
from resolint.readers.word.styles import Look
from resolint.text import Style

_BLANK = re.compile(r"\s+")


class Run(NamedTuple):
    """Text of one look, and the element that holds it."""

    text: str
    look: Look
    element: _Element
    at: int | None = 0
    """Where in the text of the element this begins; None if the file has it not."""

    def within(self, start: int, end: int | None = None) -> "Run":
        """Return a range of the text."""
        at = None if self.at is None else self.at + start
        return self._replace(text=self.text[start:end], at=at)


class NoteCall(NamedTuple):
    """A footnote indicator."""

    label: str


class Comment(StrEnum):
    """What a mark of a comment stands for."""

    START = "start"
    END = "end"
    PLACE = "place"


class CommentMark(NamedTuple):
    """Where a comment is attached."""

    id: str
    what: Comment


class Break(NamedTuple):
    """The end of a printed line; a page ends in any case."""

    page: bool = False


class PageNumber(NamedTuple):
    """Where a page header prints the number of the page."""


Atom = Run | NoteCall | CommentMark | Break | PageNumber


@dataclass(slots=True, kw_only=True)
class Line:
    """A paragraph, or a line of one."""

    atoms: list[Atom] = field(default_factory=list)
    style: Style = Style.BODY
    label: str = ""
    depth: int = 0
    mark: Mark = field(default_factory=Mark)
    made_of: tuple[str, ...] = ()
    """The paragraphs of the file in it."""

    @property
    def text(self) -> str:
        """The words in it, its number aside."""
        return words(self.atoms)


def words(atoms: Iterable[Atom]) -> str:
    """Return the text of some atoms."""
    return "".join(each.text for each in atoms if isinstance(each, Run))


def broken(line: Line) -> list[Line]:
    """Return the lines that the breaks in one make of it.

    What goes on in lower case after a break is the same sentence: there the break is
    one space. Only the first line keeps the number.
    """
    if not any(isinstance(each, Break) for each in line.atoms):
        return [line]
    found: list[list[Atom]] = [[]]
    last = ""
    for page, atoms in _segments(line.atoms):
        text = words(atoms)
        if not text.strip() or not last:
            found[-1] += atoms
        elif text.lstrip()[0].islower() and not page:
            found[-1] += _spaced(last, atoms)
        else:
            found.append(atoms)
        last = text[-1] if text.strip() else last
    first = replace(line, atoms=found[0])
    depth = line.depth if line.style is Style.HEADING else 0
    return [
        first,
        *(replace(line, atoms=atoms, depth=depth, mark=Mark()) for atoms in found[1:]),
    ]


def _segments(atoms: list[Atom]) -> Iterator[tuple[bool, list[Atom]]]:
    page = False
    segment: list[Atom] = []
    for each in atoms:
        if isinstance(each, Break):
            yield page, segment
            page, segment = each.page, []
        else:
            segment.append(each)
    yield page, segment


def _spaced(last: str, atoms: list[Atom]) -> list[Atom]:
    """Return atoms that go on after a break, with one space between."""
    found: list[Atom] = []
    begun = False
    for each in atoms:
        if isinstance(each, Run) and not begun:
            text = each.text.lstrip()
            begun = bool(text)
            if begun and not last.isspace():
                found.append(each._replace(text=" ", at=None))
            if begun:
                found.append(each.within(len(each.text) - len(text)))
        else:
            found.append(each)
    return found


def tabbed(line: Line) -> list[Line]:
    """Return the fields that tabs divide a line of a masthead into.

    A tab after a colon, or before what goes on in lower case, divides nothing.
    """
    text = line.text
    cuts = [each.end() for each in _BLANK.finditer(text) if _divides(each, text)]
    found: list[list[Atom]] = [[]]
    at = 0
    for atom in line.atoms:
        if isinstance(atom, Run):
            begun = at
            end = at + len(atom.text)
            while len(found) <= len(cuts) and (cut := cuts[len(found) - 1]) < end:
                found[-1].append(atom.within(at - begun, cut - begun))
                found.append([])
                at = cut
            found[-1].append(atom.within(at - begun))
            at = end
        else:
            found[-1].append(atom)
    return [replace(line, atoms=atoms) for atoms in found]


def _divides(blank: re.Match[str], text: str) -> bool:
    start, end = blank.span()
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    held = before in ("", ":") or after in ("", "(") or after.islower()
    return "\t" in blank[0] and not held
