"""From the tags of an Akoma Ntoso file to blocks of words."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from resolint.readers.akn.elements import elements, shades
from resolint.readers.akn.scanning import Event, Sign, attributes, scan
from resolint.readers.akn.words import Words
from resolint.readers.layout import Comment, Kind, Layout, Token
from resolint.text import Span, Style


@dataclass(slots=True)
class Frame:
    """An element that is open."""

    name: str
    role: str
    leave: Callable[[int, int], None] | None = None
    numbered: bool = False


@dataclass(slots=True)
class Leaf:
    """A block of words, and what the elements around it say of it."""

    tokens: list[Token]
    style: Style
    label: str
    depth: int
    comments: list[Comment]


_BODY = frozenset({"cover", "preface", "part"})
_NUMBER = re.compile(
    r"(?:[A-Z]{1,2}-)?[0-9]+/(?:[A-Z]{1,3}-?)?[0-9]+(?: ?[A-Z]{1,2})?\.?\Z"
)
"""The number of a resolution, which stands in one line with its title."""
_FIELDS = {
    "agenda item": "agenda_item",
    "originalLanguage": "original",
}


@dataclass(slots=True)
class Reading:
    """A file as it is read: elements may close in the wrong order, or not at all."""

    known: bool = False
    frames: list[Frame] = field(default_factory=list)
    open: dict[str, int] = field(default_factory=dict)
    """How many elements of a name, and of a role, are open."""
    words: Words = field(default_factory=Words)
    outer: list[Words] = field(default_factory=list)
    """The words around a note, while the note is read."""
    leaves: list[Leaf] = field(default_factory=list)
    notes: list[Leaf] = field(default_factory=list)
    silent: int = 0
    items: list[Frame] = field(default_factory=list)
    depth: int = 0
    """How many of the open items have a number."""

    @classmethod
    def of(cls, raw: str) -> Self:
        """Read a file."""
        reading = cls()
        for event in scan(raw):
            reading.take(event)
        end = len(raw)
        while reading.frames:
            reading.leave(end, end)
        reading.flush()
        return reading

    def laid_out(self) -> Layout:
        """Return the text: masthead first, notes last."""
        layout = Layout()
        cover = [leaf for leaf in self.leaves if leaf.style is Style.MASTHEAD]
        body = [leaf for leaf in self.leaves if leaf.style is not Style.MASTHEAD]
        for leaf in (*cover, *body, *self.notes):
            layout.leaf(
                leaf.tokens,
                leaf.comments,
                style=leaf.style,
                label=leaf.label,
                depth=leaf.depth,
            )
        end = layout.assembly.blocks[-1].span.end if layout.assembly.blocks else 0
        for comment in self.words.comments:
            layout.assembly.remarks.append((Span(end, end), comment.words))
        layout.finish()
        return layout

    def take(self, event: Event) -> None:
        """Read what stands at one place."""
        match event.sign:
            case Sign.START:
                self.start(event)
            case Sign.END:
                self.end(event)
            case Sign.COMMENT:
                self.words.comments.append(Comment(event.start, event.value))
            case _ if self.silent or not self.known:
                return
            case Sign.TEXT:
                self.words.text(event.value, event.start)
            case Sign.ENTITY:
                self.words.entity(event.value, event.start, event.end)

    def start(self, event: Event) -> None:
        """Read a start tag."""
        element = elements().get(event.value)
        role = element.role if element else ""
        value = element.value if element else ""
        self.known = self.known or role == "root"
        if self.silent:
            if role not in _BODY:
                # What has no text matters only for where it ends.
                self.enter(event, Frame(event.value, ""))
                return
            while self.silent:
                self.leave(event.start, event.start)
        frame = Frame(event.value, role)
        if role == "sublist":
            # In AKN4UN it stands beside the point that it belongs to, not inside.
            beside = bool(self.frames) and self.frames[-1].name in ("list", "sublist")
            role = frame.role = "item"
            frame.numbered = beside
        match role:
            case "root" | "cover" | "preface" | "part" | "block" | "item":
                self.line()
            case "heading" | "cell":
                self.line()
                frame.leave = self.heading(event, value) if role == "heading" else None
            case "number":
                frame.leave = self.number()
            case "note":
                frame.leave = self.note(event)
            case "call":
                self.words.call(attributes(event).get("marker", ""), event)
            case "break":
                self.words.end_line(event)
            case "silent":
                self.silent += 1
            case _:
                frame.leave = self.inline(event, role, value)
        self.enter(event, frame)

    def enter(self, event: Event, frame: Frame) -> None:
        """Open an element, and close it if its start tag is its end."""
        self.frames.append(frame)
        if frame.role == "item":
            self.items.append(frame)
            self.depth += frame.numbered
        for key in (frame.name, f" {frame.role}"):
            self.open[key] = self.open.get(key, 0) + 1
        if event.empty:
            self.leave(event.end, event.end)

    def end(self, event: Event) -> None:
        """Read an end tag; one that ends nothing is passed over."""
        if not self.open.get(event.value):
            return
        while self.frames[-1].name != event.value:
            self.leave(event.start, event.start)
        self.leave(event.start, event.end)

    def leave(self, start: int, end: int) -> None:
        """Close the innermost element."""
        frame = self.frames.pop()
        for key in (frame.name, f" {frame.role}"):
            self.open[key] -= 1
        if frame.role == "item":
            self.items.pop()
            self.depth -= frame.numbered
        if frame.role == "silent":
            self.silent -= 1
        elif self.silent:
            return
        if frame.leave:
            frame.leave(start, end)
        elif frame.role == "cell":
            self.flush(Style.TABLE)
        elif frame.role in ("root", "cover", "preface", "part", "block", "item"):
            self.line(ended=frame.role != "block")

    def within(self, role: str) -> bool:
        """Whether an element of a role is open."""
        return self.open.get(f" {role}", 0) > 0

    def line(self, *, ended: bool = False) -> None:
        """Begin a line; a number waits for its words, notes and cells are one line."""
        if self.outer or self.within("cell"):
            self.words.space()
        elif ended or not self.words.waits:
            self.flush()

    def flush(self, style: Style | None = None, depth: int = 0) -> None:
        """End a block."""
        if self.outer:
            return
        words = self.words
        if not words.visible:
            # A note reference alone goes to the block before it.
            calls = [token for token in words.tokens if token.kind is Kind.CALL]
            if calls:
                self.leaves.append(Leaf(calls, Style.BODY, "", 0, []))
            words.clear()
            return
        if style is None:
            style = Style.MASTHEAD if self.within("cover") else Style.BODY
        self.leaves.append(
            Leaf(
                words.tokens,
                style,
                words.label or "",
                depth or words.depth,
                words.comments,
            )
        )
        words.comments = []
        words.clear()

    def number(self) -> Callable[[int, int], None]:
        """Begin a number; it belongs to the line that comes."""
        self.line()
        if self.items and not self.items[-1].numbered:
            self.items[-1].numbered = True
            self.depth += 1
        depth = self.depth if self.items else 0

        def leave(start: int, end: int) -> None:
            self.words.numbered(depth)

        return leave

    def heading(self, event: Event, depth: str) -> Callable[[int, int], None]:
        """Begin a heading."""
        style, level = Style.HEADING, int(depth)
        said = attributes(event).get("refersTo", "")
        if event.value == "crossHeading" and said == "#preamble":
            # AKN4UN has it for paragraphs of a preamble that stands in a section.
            style, level = Style.BODY, 0

        def leave(start: int, end: int) -> None:
            self.words.repeat()
            if self.outer or self.within("cell"):
                self.words.space()
            else:
                self.flush(style, level)

        return leave

    def note(self, event: Event) -> Callable[[int, int], None]:
        """Begin a note."""
        said = attributes(event).get("marker", "").strip()
        label = said or str(len(self.notes) + len(self.outer) + 1)
        self.words.call(label, event)
        self.outer.append(self.words)
        self.words = Words()

        def leave(start: int, end: int) -> None:
            words, self.words = self.words, self.outer.pop()
            if words.visible:
                leaf = Leaf(words.tokens, Style.NOTE, label, 0, words.comments)
                self.notes.append(leaf)

        return leave

    def inline(
        self, event: Event, role: str, value: str
    ) -> Callable[[int, int], None] | None:
        """Begin a stretch of words."""
        said = attributes(event)
        if role == "field" or said.get("name") in _FIELDS:
            label = value or _FIELDS.get(said.get("name", ""), "")
            if self.within("cover"):
                self.words.named(label)
        inside = self.within("preface")
        kinds = shades(event.value, said)
        if not kinds and inside and event.value == "docTitle":
            kinds = (Kind.BOLD,)
        number = inside and event.value == "docNumber"
        if not kinds and not number:
            return None
        words, first = self.words, len(self.words.tokens)
        for kind in kinds:
            words.shade(kind, event.start, event.end, opens=True)

        def leave(start: int, end: int) -> None:
            for kind in kinds:
                words.shade(kind, start, end, opens=False)
            if number:
                text = "".join(token.text for token in words.tokens[first:])
                if _NUMBER.match(text.strip()):
                    words.numbered(0)

        return leave
