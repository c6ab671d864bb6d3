"""The words of one block, as tags and text come in."""

import re
from collections import Counter
from dataclasses import dataclass, field

from resolint.readers.akn.scanning import Event
from resolint.readers.layout import Comment, Kind, Token

_FOLD = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_SAID = frozenset({Kind.WORDS, Kind.WRITTEN})


@dataclass(slots=True)
class Words:
    """The tokens of a block, with the white space of pretty-printing folded.

    White space that has a line break in it is one space, or none beside other white
    space; all else stands as in the file.
    """

    tokens: list[Token] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    shaded: Counter[Kind] = field(default_factory=Counter)
    """What the elements around the words make of them, how often over."""
    label: str | None = None
    depth: int = 0
    visible: bool = False
    """Whether there is anything to see."""
    number: int = 0
    """How many tokens make up the number in front."""
    waits: bool = False
    """Whether there is but a number, which waits for its words."""
    fold: int = -1
    """Where among the tokens a folded line break may become a space."""
    white: bool = True
    """Whether what stands before is white space, or nothing."""

    def clear(self) -> None:
        """Begin a block: italics go on, all else begins anew."""
        self.tokens = [
            Token(kind, 0, 0, opens=True) for kind, over in self.shaded.items() if over
        ]
        self.label, self.depth, self.number = None, 0, 0
        self.visible = self.waits = False
        self.fold, self.white = -1, True

    def text(self, value: str, at: int) -> None:
        """Add text."""
        done = 0
        for match in _FOLD.finditer(value):
            self.say(Kind.WORDS, value[done : match.start()], at + done)
            self.space()
            done = match.end()
        self.say(Kind.WORDS, value[done:], at + done)

    def say(self, kind: Kind, value: str, start: int, end: int = 0) -> None:
        """Add text that has no line break in it."""
        if not value:
            return
        if self.waits:
            cut = len(value) - len(value.lstrip())
            value = value[cut:]
            if not value:
                return
            start += cut if kind is Kind.WORDS else 0
            self.tokens.insert(self.number, Token(Kind.WRITTEN, start, start, "\t"))
            self.waits, self.white, self.fold = False, True, -1
        if self.fold >= 0:
            if not self.white and not value[0].isspace():
                self.tokens.insert(self.fold, Token(Kind.WRITTEN, start, start, " "))
            self.fold = -1
        end = end or start + len(value)
        self.tokens.append(Token(kind, start, end, value))
        self.visible = self.visible or not value.isspace()
        self.white = value[-1].isspace()

    def entity(self, value: str, start: int, end: int) -> None:
        """Add a character that the file writes as an entity."""
        if value in "\r\n":
            self.space()
        else:
            self.say(Kind.WRITTEN, value, start, end)

    def space(self) -> None:
        """Say that a line ends here in the file."""
        if self.fold < 0:
            self.fold = len(self.tokens)

    def end_line(self, event: Event) -> None:
        """Add a hard line break."""
        if not self.waits:
            self.tokens.append(Token(Kind.BREAK, event.start, event.end, " "))
            self.fold, self.white = -1, True

    def call(self, label: str, event: Event) -> None:
        """Add a note reference; a line break before it in the file comes after it."""
        self.tokens.append(Token(Kind.CALL, event.start, event.end, label))
        if self.fold >= 0:
            self.fold = len(self.tokens)

    def shade(self, kind: Kind, start: int, end: int, *, opens: bool) -> None:
        """Begin or end italics, bold or underline."""
        over = self.shaded[kind]
        if over == (0 if opens else 1):
            self.tokens.append(Token(kind, start, end, opens=opens))
        self.shaded[kind] = over + 1 if opens else max(0, over - 1)

    def named(self, label: str) -> None:
        """Say which field of the masthead this is; what is said first counts."""
        if self.label is None and not self.visible:
            self.label = label

    def numbered(self, depth: int) -> None:
        """Say that what was added so far is the number of what comes."""
        if not self.visible:
            return
        for index in range(len(self.tokens) - 1, -1, -1):
            token = self.tokens[index]
            if token.kind in _SAID:
                said = token.text.rstrip()
                end = token.start + len(said)
                self.tokens[index] = token._replace(text=said, end=end)
                if said:
                    break
        self.number, self.waits, self.fold = len(self.tokens), True, -1
        self.depth = self.depth or depth

    def repeat(self) -> None:
        """Drop the number in front if the words repeat it."""
        if not self.number or self.waits:
            return
        front, rest = self.tokens[: self.number], self.tokens[self.number + 1 :]
        number = "".join(t.text for t in front if t.kind in _SAID).strip()
        if "".join(t.text for t in rest if t.kind in _SAID).startswith(number):
            self.tokens = [t for t in front if t.kind not in _SAID] + rest
            self.number = 0
