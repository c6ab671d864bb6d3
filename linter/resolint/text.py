"""Text, the marks in it, and the places it came from.

One coordinate system: offsets in code points into `Source.text`. Lines, columns and
positions in the file exist only at the right-hand edge, through `Source`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, Self

from resolint.regex import regex

_LINE_END = regex(r"\n|\r(?!\n)")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in ``Source.text``."""

    start: int
    end: int

    def __contains__(self, other: "Span") -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other.start <= other.end <= self.end

    def __len__(self) -> int:
        """How many code points it covers."""
        return self.end - self.start

    def shift(self, by: int) -> "Span":
        """Return the same range, moved."""
        return Span(self.start + by, self.end + by)

    def meets(self, other: "Span") -> bool:
        """Whether the two have a code point in common."""
        return self.start < other.end and other.start < self.end


class Place(NamedTuple):
    """A line and a column, both counted from one."""

    line: int
    column: int


class Piece(NamedTuple):
    """A run of ``Source.text`` that stands, unchanged, in ``Source.raw``.

    A piece of length nought marks a place where text may be put in: the place after
    a closing mark of emphasis, say, and before a note reference.
    """

    at: int
    raw: int
    length: int


class View(StrEnum):
    """How tracked changes are read; a format that has none shows the same in each."""

    FINAL = "final"
    """As if all were accepted."""
    ORIGINAL = "original"
    """As if all were rejected."""
    ALL = "all"
    """What is deleted and what is inserted, in the order in which they stand."""


class Style(StrEnum):
    """What a format knows of a block, before anybody has read its words."""

    BODY = "body"
    HEADING = "heading"
    MASTHEAD = "masthead"
    """In a page header, a text box or front matter; ``label``: the field, if known."""
    NOTE = "note"
    """The text of a footnote or endnote; ``label`` is its indicator."""
    TABLE = "table"
    """A cell, or a row, of a table."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of ``Source.text``: a paragraph, a heading, a note, a cell."""

    span: Span
    style: Style = Style.BODY
    label: str = ""
    depth: int = 0
    """The level of a heading or of a list item, from 1; 0 where there is none."""
    made_of: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """The paragraphs of the file in it, named alike in each view; where known."""


class Call(NamedTuple):
    """A footnote indicator: where the text calls a note, and which."""

    at: int
    label: str


class Emphasis(NamedTuple):
    """A run in italics, and where the marks that make it so stand in ``raw``."""

    span: Span
    opening: tuple[int, int] = (0, 0)
    closing: tuple[int, int] = (0, 0)


class Shows(StrEnum):
    """What a format can show, and a rule may need."""

    ITALICS = "italics"
    NOTES = "notes"
    """Notes are told from text, and their indicators from numbers."""


@dataclass(frozen=True)
class Source:
    """What a reader read: the text to check, and where each of it came from.

    ``text`` has no markup and no footnote indicators, and one block a line: rules and
    spans know only it. Automatic numbers are written out in it. ``raw`` is what the
    file says; fixes and printed places are in it. Of a Word file ``raw`` is ``text``.
    """

    name: str
    raw: str
    text: str
    pieces: Sequence[Piece]
    blocks: tuple[Block, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()
    bold: tuple[Span, ...] = ()
    underline: tuple[Span, ...] = ()
    calls: tuple[Call, ...] = ()
    """In the order of the text."""
    shows: frozenset[Shows] = frozenset()
    format: str = "text"
    """``docx``, ``odt``, ``rtf``, ``doc``, ``pdf``, ``markdown``, ``text``, ``akn``."""
    remarks: tuple[tuple[Span, str], ...] = field(default=(), repr=False)
    """Comments of the file, and what each is attached to: it may hold suppressions."""
    leading: frozenset[int] = field(default=frozenset(), repr=False)
    """Which of the remarks, by number, stand before what they are attached to."""
    view: View = View.FINAL
    """How its tracked changes were read."""
    tracked: int | None = None
    """How many tracked changes the file has; None where its format has none."""

    @classmethod
    def plain(cls, text: str, name: str = "<text>") -> Self:
        """Read text that has no markup: each line that is not blank is a block."""
        blocks, at = [], 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(Span(at, at + len(line))))
            at += len(line) + 1
        return cls(name, text, text, (Piece(0, 0, len(text)),), tuple(blocks))

    def __getitem__(self, span: Span) -> str:
        """Return the text of a span."""
        # Many rules ask for the words of one passage, one after the other.
        known, words = self._last[0]
        if known is not span:
            words = self.text[span.start : span.end]
            self._last[0] = span, words
        return words

    def origin(self, offset: int) -> int:
        """Return where in ``raw`` the code point at an offset stands.

        A code point that the reader put in (a number written out, the end of a
        block) stands where the text before it ends.
        """
        index = bisect_right(self._starts, offset)
        while index:
            piece = self.pieces[index - 1]
            if piece.length or index == 1:
                return piece.raw + min(offset - piece.at, piece.length)
            index -= 1
        return 0

    def origins(self, span: Span) -> tuple[int, int]:
        """Return the range of ``raw`` that a span of ``text`` stands for.

        An empty span is a place to put text in: after closing marks of emphasis,
        before note references.
        """
        if span.start < span.end:
            return self.origin(span.start), self.origin(span.end - 1) + 1
        at = span.start
        best = None
        for index in range(bisect_left(self._starts, at), len(self.pieces)):
            piece = self.pieces[index]
            if piece.at > at:
                break
            if not piece.length:
                best = piece.raw
        if best is None:
            best = self.origin(at - 1) + 1 if at else self.origin(0)
        return best, best

    def offset_of(self, raw: int) -> int:
        """Return the offset in ``text`` of what stands at one in ``raw``.

        Of markup and whatever else is in no piece, the offset that what stands before
        it ends at.
        """
        starts, pieces = self._by_raw
        index = bisect_right(starts, raw) - 1
        if index < 0:
            return 0
        piece = pieces[index]
        return piece.at + min(raw - piece.raw, piece.length)

    def place(self, offset: int) -> Place:
        """Return the line and column to print for an offset in ``text``."""
        return self.place_of(self.origin(offset))

    def place_of(self, raw: int) -> Place:
        """Return the line and column of an offset in ``raw``."""
        line = bisect_right(self._lines, raw)
        return Place(line, raw - self._lines[line - 1] + 1)

    def italic(self, span: Span) -> bool:
        """Whether all of a span, but for white space, is in italics."""
        return all(
            self.is_italic(at)
            for at in range(span.start, span.end)
            if not self.text[at].isspace()
        )

    def is_italic(self, offset: int) -> bool:
        """Whether the code point at an offset is in italics."""
        index = bisect_right(self._italics, offset) - 1
        return index >= 0 and offset < self.emphasis[index].span.end

    def is_bold(self, span: Span) -> bool:
        """Whether one run in bold holds the whole of a span."""
        index = bisect_right(self._bolds, span.start) - 1
        return index >= 0 and span.end <= self.bold[index].end

    def emphasis_in(self, span: Span) -> Sequence[Emphasis]:
        """Return the runs in italics that begin in a span, or reach into it."""
        first = max(0, bisect_right(self._italics, span.start) - 1)
        if self.emphasis and self.emphasis[first].span.end <= span.start:
            first += 1
        return self.emphasis[first : bisect_left(self._italics, span.end)]

    def calls_in(self, span: Span) -> tuple[Call, ...]:
        """Return the footnote indicators in a span, its end included."""
        first = bisect_left(self._calls, span.start)
        return self.calls[first : bisect_right(self._calls, span.end)]

    def spliced(self, edits: Iterable[tuple[tuple[int, int], str]]) -> str:
        """Return ``raw`` with each of some ranges of it replaced, in order."""
        parts: list[str] = []
        done = 0
        for (start, end), text in edits:
            parts += self.raw[done:start], text
            done = end
        return "".join([*parts, self.raw[done:]])

    @cached_property
    def _last(self) -> list[tuple[Span | None, str]]:
        return [(None, "")]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.at for piece in self.pieces]

    @cached_property
    def _by_raw(self) -> tuple[list[int], list[Piece]]:
        pieces = sorted(
            (piece for piece in self.pieces if piece.length), key=lambda each: each.raw
        )
        return [piece.raw for piece in pieces], pieces

    @cached_property
    def _italics(self) -> list[int]:
        return [run.span.start for run in self.emphasis]

    @cached_property
    def _bolds(self) -> list[int]:
        return [run.start for run in self.bold]

    @cached_property
    def _calls(self) -> list[int]:
        return [call.at for call in self.calls]

    @cached_property
    def _lines(self) -> list[int]:
        # A carriage return alone ends a line too, as old Macintosh files have it.
        ends = [match.end() for match in _LINE_END.finditer(self.raw)]
        return [0, *ends]
