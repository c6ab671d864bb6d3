"""The parts of a file: cover, preface, preamble, body, conclusions, attachments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from lxml.etree import _Element

from resolint.render.akn.cover import write_closing, write_field, write_title
from resolint.render.akn.elements import element
from resolint.render.akn.lines import Line, Role
from resolint.render.akn.paragraphs import Paragraphs
from resolint.render.akn.recitals import Recitals
from resolint.render.akn.words import Words


class Section(IntEnum):
    """What a statement is made of, in the order that it must have."""

    COVER = 0
    PREFACE = 1
    PREAMBLE = 2
    BODY = 3
    CONCLUSIONS = 4


_ELEMENTS = ("coverPage", "preface", "preamble", "mainBody", "conclusions")
_ANYWHERE = frozenset({Role.HEADING, Role.OTHER, Role.NOTE})


def section(line: Line) -> Section | None:
    """Return where a line belongs; None if it stands wherever others let it."""
    match line.role:
        case Role.FIELD:
            return Section.COVER
        case Role.TITLE | Role.LETTER:
            return Section.PREFACE
        case Role.ENACTING | Role.PREAMBULAR:
            return Section.PREAMBLE
        case Role.ITEM | Role.CONTINUATION if line.preamble:
            return Section.PREAMBLE
        case Role.CLOSING:
            return Section.CONCLUSIONS
        case role if role in _ANYWHERE:
            return None
        case _:
            return Section.BODY


def sections(lines: Sequence[Line]) -> list[Section]:
    """Return where each of some lines goes: what stands anywhere, with what follows."""
    found = [Section.BODY] * len(lines)
    following = Section.BODY
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        own = section(line)
        found[index] = min(following, Section.BODY) if own is None else own
        following = found[index]
        if line.role in (Role.ANNEX, Role.LETTER):
            following = Section.BODY
    return found


@dataclass(slots=True)
class Statement:
    """A statement, or an annex, as it is written: sections never go back."""

    made: _Element
    words: Words
    covered: bool = True
    """Whether it may have a cover: only the first, or lines would change places."""
    at: Section = Section.COVER
    elements: dict[Section, _Element] = field(default_factory=dict)
    writers: dict[Section, Recitals | Paragraphs] = field(default_factory=dict)

    def put(self, line: Line, wanted: Section) -> None:
        """Write a line where it belongs, or in the section that has been come to."""
        here = self.at = max(self.at, wanted, Section(not self.covered))
        parent = self.element(here)
        if line.role is Role.FIELD and here <= Section.PREFACE:
            write_field(parent, line, self.words)
        elif line.role in (Role.TITLE, Role.LETTER) and here is Section.PREFACE:
            write_title(parent, line, self.words)
        elif line.role is Role.CLOSING and here is Section.CONCLUSIONS:
            write_closing(parent, line, self.words)
        else:
            self.writer(here).put(line)

    def element(self, section: Section) -> _Element:
        """Return the element of a section."""
        if section not in self.elements:
            kind = _ELEMENTS[section]
            made = element(kind, self.made)
            if section in (Section.COVER, Section.CONCLUSIONS):
                made.set("eId", self.words.names.own(kind))
            self.elements[section] = made
        return self.elements[section]

    def writer(self, section: Section) -> Recitals | Paragraphs:
        """Return what writes the paragraphs of a section."""
        if section not in self.writers:
            kind = Paragraphs if section is Section.BODY else Recitals
            self.writers[section] = kind(self.element(section), self.words)
        return self.writers[section]

    def body(self) -> Paragraphs:
        """Return what writes the body."""
        self.at = max(self.at, Section.BODY)
        writer = self.writer(Section.BODY)
        assert isinstance(writer, Paragraphs)
        return writer

    def complete(self) -> None:
        """Give it the body that it must have, before its conclusions."""
        if Section.BODY in self.elements or self.made.tag.endswith("Collection"):
            return
        body = self.elements[Section.BODY] = element("mainBody")
        element("p", body)
        after = sum(each < Section.BODY for each in self.elements)
        self.made.insert(1 + after, body)


def composite(lines: Iterable[tuple[Line, Section]]) -> bool:
    """Whether a document is but a cover and preface to the parts that it holds."""
    for line, wanted in lines:
        if line.role is Role.LETTER or any(p.label != "draft" for p in line.within):
            return True
        if wanted >= Section.BODY:
            return False
    return False
