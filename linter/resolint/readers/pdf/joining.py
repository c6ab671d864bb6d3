"""Text as it grows line by line, and what becomes of hyphens at the ends of lines."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from resolint.readers.pdf.lines import Line

_WORD = re.compile(r"\w+(?:-\w+)*")
_LAST = re.compile(r"(\w+(?:-\w+)*)-$")
_CLOSE = re.compile(r"\S[–—/]$")
_SHARED = frozenset({"and", "or", "to"})
"""“two- and three-year plans”."""
_REACH = 80
"""How much of a text is looked back at: a word is not longer."""


@dataclass(slots=True)
class Compounds:
    """The words of a file, in lower case, with the hyphens within them."""

    counts: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Compounds":
        """Count the words that stand within lines."""
        found = cls()
        for line in lines:
            text = line.text.lower()
            if text.endswith("-") and (cut := _LAST.search(text[-_REACH:])):
                text = text[: len(text) - len(cut[0])]
            found.counts.update(_WORD.findall(text))
        return found

    def drop(self, start: str, end: str) -> bool:
        """Whether a hyphen at the end of a line is none of the word it divides.

        It stays, unless the file has the word without it, and never with it.
        """
        start, whole = start.lower(), end.islower()
        hyphened = self.counts[f"{start}-{end}"]
        return whole and bool(self.counts[start + end]) and not hyphened


@dataclass(slots=True)
class Said:
    """What a paragraph says so far."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    tail: str = ""
    """The end of it."""

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.parts)

    def add(self, words: str) -> None:
        """Go on."""
        self.parts.append(words)
        self.length += len(words)
        self.tail = (self.tail + words)[-_REACH:]

    def trim(self) -> bool:
        """Take spaces off its end; say whether there were any."""
        kept = self.tail.rstrip(" ")
        cut = len(self.tail) - len(kept)
        self._cut(cut)
        return cut > 0

    def _cut(self, count: int) -> None:
        self.length -= count
        self.tail = self.tail[: len(self.tail) - count]
        while count and self.parts:
            last = self.parts.pop()
            if len(last) > count:
                self.parts.append(last[: len(last) - count])
            count = max(0, count - len(last))

    def turn(self, following: str, known: Compounds) -> None:
        """Come to the end of a line that another follows."""
        self.trim()
        if not self.length or _CLOSE.search(self.tail):
            return
        if not self.tail.endswith("-"):
            self.add(" ")
            return
        match, after = _LAST.search(self.tail), _WORD.match(following)
        if not match:
            return
        if not after or after[0] in _SHARED:
            self.add(" ")
        elif known.drop(match[1], after[0]):
            self._cut(1)
