"""Patterns that are searched for only where some words stand."""

import re
from collections.abc import Iterator
from functools import lru_cache

from resolint import Resolution
from resolint.grammar.space import folded
from resolint.regex import regex


@lru_cache(maxsize=8)
def lowered(text: str) -> str:
    """Return a text in small letters; rules ask for the same one after the other."""
    return text.lower()


def anywhere(document: Resolution, *patterns: "Pattern | re.Pattern[str]") -> bool:
    """Whether any of some patterns matches anywhere in a document.

    They must not be tied to the ends of a passage.
    """
    text = folded(document.source.text)
    return any(pattern.search(text) is not None for pattern in patterns)


class Pattern:
    """A regular expression, and words without which it cannot match.

    ``needles`` are in small letters; a text that has none of them is not searched.
    """

    __slots__ = ("_needles", "compiled")

    def __init__(
        self, pattern: str, flags: int = 0, *, needles: tuple[str, ...] = ()
    ) -> None:
        """Keep what is to be compiled."""
        self.compiled = regex(pattern, flags)
        self._needles = needles

    def is_possible_in(self, small: str) -> bool:
        """Whether a text in small letters has any of the needles."""
        return not self._needles or any(needle in small for needle in self._needles)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in a text."""
        if self._needles:
            small = lowered(text)
            for needle in self._needles:
                if needle in small:
                    break
            else:
                return
        stop = len(text) if end is None else end
        yield from self.compiled.finditer(text, start, stop)

    def search(
        self, text: str, start: int = 0, end: int | None = None
    ) -> re.Match[str] | None:
        """Return the first match in a text, or None."""
        return next(self.finditer(text, start, end), None)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match that begins at an offset, or None."""
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that is the whole text, or None."""
        return self.compiled.fullmatch(text)
