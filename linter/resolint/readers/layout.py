"""From the tokens of a marked-up file to the text that is checked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, auto
from itertools import pairwise
from typing import NamedTuple

from resolint.readers.assembly import Assembly
from resolint.text import Call, Emphasis, Span, Style


class Kind(IntEnum):
    """What a token is."""

    WORDS = auto()
    """Text that stands in the file as it is."""
    ESCAPED = auto()
    """A code point after a backslash."""
    WRITTEN = auto()
    """Text that the file writes another way: an entity, a line break."""
    BREAK = auto()
    """A hard line break."""
    CALL = auto()
    """A note reference; the text is its label."""
    ITALIC = auto()
    BOLD = auto()
    UNDERLINE = auto()
    SILENT = auto()
    """Markup that says nothing here."""


class Token(NamedTuple):
    """A range of the file, and what it gives.

    Tokens of a block follow one another without a gap. Tokens of emphasis begin it
    (``opens``) or end it.
    """

    kind: Kind
    start: int
    end: int
    text: str = ""
    opens: bool = False


class Comment(NamedTuple):
    """A comment, and where it begins."""

    at: int
    words: str


_SAID = frozenset({Kind.WORDS, Kind.ESCAPED, Kind.WRITTEN})


@dataclass(slots=True)
class Shade:
    """Italics, bold or underline while it is on: nested marks count once."""

    runs: list[Emphasis] = field(default_factory=list)
    level: int = 0
    opening: tuple[int, int] = (0, 0)
    start: int = -1
    line: int = 0
    """Where the block begins: runs do not reach across it."""

    def turn(self, token: Token, at: int) -> None:
        """Read a mark."""
        if token.opens:
            self.level += 1
            if self.level == 1:
                self.opening = token.start, token.end
                self.start = -1
        elif self.level:
            self.level -= 1
            if not self.level:
                self.end(at, (token.start, token.end))

    def said(self, at: int) -> None:
        """Say that text comes."""
        if self.level and self.start < 0:
            self.start = at

    def end(self, at: int, closing: tuple[int, int]) -> None:
        """End a run; one that begins where another ended goes on with it."""
        start, self.start = self.start, -1
        if not 0 <= start < at:
            return
        last = self.runs[-1] if self.runs else None
        if last and last.span.end == start and last.span.start >= self.line:
            run = Emphasis(Span(last.span.start, at), last.opening, closing)
            self.runs[-1] = run
        else:
            self.runs.append(Emphasis(Span(start, at), self.opening, closing))


@dataclass(slots=True)
class Placed:
    """The tokens of a block of the file, and where each stands in the text.

    Of a token only that much is left as the text has of it; a line break that ends a
    block of the text has none.
    """

    style: Style
    tokens: list[tuple[int, Token]] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """The text as it grows, and where each token of it went."""

    assembly: Assembly = field(default_factory=Assembly)
    shades: dict[Kind, Shade] = field(
        default_factory=lambda: {
            Kind.ITALIC: Shade(),
            Kind.BOLD: Shade(),
            Kind.UNDERLINE: Shade(),
        }
    )
    placed: list[Placed] = field(default_factory=list)

    def leaf(
        self,
        tokens: Sequence[Token],
        comments: Iterable[Comment] = (),
        *,
        style: Style = Style.BODY,
        label: str = "",
        depth: int = 0,
    ) -> None:
        """Lay out a block of the file: one of the text, or more."""
        for shade in self.shades.values():
            shade.level, shade.start = 0, -1
        self.placed.append(Placed(style))
        breaks = [-1, *_breaks(style, tokens), len(tokens)]
        waiting = list(comments)
        for before, after in pairwise(breaks):
            part = tokens[before + 1 : after]
            first, last = _visible(part)
            if first is None or last is None:
                self.silent(part)
            else:
                self.block(part, first, last)
                block = self.assembly.close(style, label, depth)
                if style is not Style.HEADING:
                    depth = 0
                end = tokens[-1].end if after == len(tokens) else tokens[after].end
                start = part[first[0]].start
                self.remark(block.span, waiting, end, start)
            if after < len(tokens):
                broken = tokens[after]._replace(text="")
                self.placed[-1].tokens.append((max(0, self.assembly.at - 1), broken))
        if waiting and self.assembly.blocks and tokens:
            self.remark(self.assembly.blocks[-1].span, waiting, waiting[-1].at + 1)

    def remark(
        self, span: Span, waiting: list[Comment], end: int, start: int = -1
    ) -> None:
        """Attach to a block the comments before its end, or before its start."""
        while waiting and waiting[0].at < end:
            if waiting[0].at < start:
                self.assembly.leading.add(len(self.assembly.remarks))
            self.assembly.remarks.append((span, waiting.pop(0).words))

    def silent(self, part: Iterable[Token]) -> None:
        """Lay out what has no text: a note reference goes to the block above."""
        at = max(0, self.assembly.at - 1)
        for token in part:
            self.placed[-1].tokens.append((at, token))
            if token.kind is Kind.CALL:
                self.assembly.calls.append(Call(at, token.text))
            elif token.kind in self.shades:
                self.shades[token.kind].turn(token, at)

    def block(
        self, part: Sequence[Token], first: tuple[int, int], last: tuple[int, int]
    ) -> None:
        """Lay out one block of the text, without white space at its ends."""
        text = self.assembly
        text.open()
        for shade in self.shades.values():
            shade.line = text.at
        called = -1
        white = False  # after a line break that is but a space
        for index, token in enumerate(part):
            if token.kind in self.shades:
                self.placed[-1].tokens.append((text.at, token))
                self.shades[token.kind].turn(token, text.at)
                if not token.opens and called < text.at and text.at > text.start:
                    text.gap(token.end)
            elif token.kind is Kind.CALL:
                self.placed[-1].tokens.append((text.at, token))
                text.call(token.text)
                called = text.at
            elif token.kind in _SAID or token.kind is Kind.BREAK:
                said = _cut(token, index, first, last)
                if token.kind is Kind.BREAK and _ends_white(text):
                    said = said._replace(text="")
                elif white:
                    said = _led(said)
                white = token.kind is Kind.BREAK or (white and not said.text)
                self.say(said)
            else:
                self.placed[-1].tokens.append((text.at, token))
        for shade in self.shades.values():
            shade.end(text.at, (0, 0))

    def finish(self) -> None:
        """Give the runs of emphasis to the text."""
        text = self.assembly
        text.emphasis = self.shades[Kind.ITALIC].runs
        text.bold = [run.span for run in self.shades[Kind.BOLD].runs]
        text.underline = [run.span for run in self.shades[Kind.UNDERLINE].runs]

    def say(self, token: Token) -> None:
        """Add the text of a token."""
        text = self.assembly
        self.placed[-1].tokens.append((text.at, token))
        if not token.text:
            return
        for shade in self.shades.values():
            shade.said(text.at)
        if token.kind is Kind.WORDS:
            text.copy(token.text, token.start)
        elif token.kind is Kind.ESCAPED:
            text.copy(token.text, token.start + 1)
        else:
            text.write(token.text)


def _breaks(style: Style, tokens: Sequence[Token]) -> list[int]:
    """Return which tokens end a block: hard breaks, but for those before lower case."""
    if style in (Style.NOTE, Style.TABLE):
        return []
    breaks = []
    following = ""
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind is Kind.BREAK:
            if not following.islower():
                breaks.append(index)
        elif token.kind in _SAID:
            following = token.text.lstrip()[:1] or following
    return breaks[::-1]


def _visible(
    part: Sequence[Token],
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Return the first code point that is not white, and the end of the last."""
    first = last = None
    for index, token in enumerate(part):
        if token.kind in _SAID and token.text.strip():
            if first is None:
                first = index, len(token.text) - len(token.text.lstrip())
            last = index, len(token.text.rstrip())
    return first, last


def _cut(
    token: Token, index: int, first: tuple[int, int], last: tuple[int, int]
) -> Token:
    """Return a token without white space at the start or end of its block."""
    if first[0] < index < last[0]:
        return token
    text = token.text
    if not first[0] <= index <= last[0]:
        return token._replace(text="")
    start = first[1] if index == first[0] else 0
    end = last[1] if index == last[0] else len(text)
    if token.kind is not Kind.WORDS:
        return token._replace(text=text[start:end])
    return Token(Kind.WORDS, token.start + start, token.start + end, text[start:end])


def _ends_white(text: Assembly) -> bool:
    """Whether the last that was written is white space."""
    return bool(text.text) and text.text[-1][-1:].isspace()


def _led(token: Token) -> Token:
    """Return a token without white space at its start."""
    said = token.text.lstrip()
    cut = len(token.text) - len(said) if token.kind is Kind.WORDS else 0
    return token._replace(text=said, start=token.start + cut)
