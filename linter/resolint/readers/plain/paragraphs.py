"""Lines, and the paragraphs that are made of them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from resolint.text import Style


class Line(NamedTuple):
    """A line of the file, without the white space around it."""

    start: int
    end: int
    indent: int = 0
    """How far the line is moved in, in code points."""
    page: bool = False
    """Whether a form feed stands before it."""

    @property
    def blank(self) -> bool:
        """Whether nothing is on it."""
        return self.start == self.end

    def of(self, raw: str) -> str:
        """Return what is on it."""
        return raw[self.start : self.end]


_LINE = re.compile(
    r"([^\n\r\v\f\x85\u2028\u2029]*)(\r\n|[\n\r\v\f\x85\u2028\u2029]|\Z)"
)


def lines(raw: str) -> list[Line]:
    """Return all lines of a text, whichever line ends it has."""
    found: list[Line] = []
    page = False
    for match in _LINE.finditer(raw):
        words = match[1].strip()
        indent = len(match[1]) - len(match[1].lstrip()) if words else 0
        start = match.start() + indent
        found.append(Line(start, start + len(words), indent, page))
        page = match[2] == "\f"
    return found


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: the lines that it was broken into, in the file."""

    raw: str
    parts: tuple[Line, ...]
    style: Style = Style.BODY
    label: str = ""

    @cached_property
    def text(self) -> str:
        """Its words, as one line."""
        return "".join(
            piece
            for joint, part in self.joined()
            for piece in (joint, part.of(self.raw))
        )

    def joined(self) -> Iterator[tuple[str, Line]]:
        """Yield each part, and what is written before it for the line break."""
        last = None
        for part in self.parts:
            yield (joint(self.raw, last, part) if last else ""), part
            last = part

    @cached_property
    def starts(self) -> list[int]:
        """Where in `text` each part begins."""
        at, found = 0, []
        for before, part in self.joined():
            found.append(at + len(before))
            at += len(before) + part.end - part.start
        return found

    def origin(self, at: int) -> int:
        """Return where in the file the code point at an offset of `text` stands."""
        index = max(bisect_right(self.starts, at) - 1, 0)
        part = self.parts[index]
        return min(part.start + at - self.starts[index], part.end)

    def after(self, at: int, label: str) -> "Paragraph":
        """Return the note that this paragraph is, its indicator cut off."""
        start = self.origin(at)
        rest = [part for part in self.parts if part.end > start]
        if rest:
            rest[0] = rest[0]._replace(start=max(start, rest[0].start))
        return Paragraph(self.raw, tuple(rest), Style.NOTE, label)


_SUSPENDED = re.compile(r"(?:and|or|to|nor)\b")


def joint(raw: str, left: Line, right: Line) -> str:
    """Return what stands for the line break between two parts of a paragraph.

    A hyphen, a dash or a stroke at the end of a line may be a real one, and stays:
    nothing is put behind it, except where it is suspended ("short- and …").
    """
    if left.blank or right.blank:
        return ""
    before = raw[left.end - 2] if left.end - left.start > 1 else " "
    match raw[left.end - 1]:
        case "-" | "\u2010" | "\u2011" | "/" if not before.isspace():
            return " " if _SUSPENDED.match(raw, right.start, right.end) else ""
        case "–" | "—" if not before.isspace():
            return ""
        case _:
            return " "


class Indicator(NamedTuple):
    """A note number found in a paragraph, and the range of its text to leave out."""

    paragraph: int
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a kind of text was taken apart into."""

    masthead: tuple[Paragraph, ...] = ()
    body: tuple[Paragraph, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    """In the order of the body."""
    notes_known: bool = False
    """Whether notes were told from text with certainty."""
