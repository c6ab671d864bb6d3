"""Which words of the body a comment on some text is attached to.

Word has comments in the body only: what is said of a note stands at its indicator, of
a text box where the box is anchored, and of a page header at the first paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml.etree import _Element

from resolint.readers.word.names import kind, value
from resolint.readers.word.places import Places, root_of
from resolint.readers.word.shown import struck
from resolint.readers.word.writing import Stretch
from resolint.text import Block, Span

_WORD = re.compile(r"\S+")
_NOTES = frozenset({"footnote", "endnote"})


class Anchor(NamedTuple):
    """The first and the last of what a comment is attached to, each of length 1."""

    first: Stretch
    last: Stretch


@dataclass(frozen=True)
class Anchors:
    """Finds what comments are attached to."""

    places: Places
    main: _Element
    """The root of the document itself."""

    def anchor(self, span: Span) -> Anchor | None:
        """Return what a comment on a span is attached to; None if nothing can be."""
        found = self._words(span) or self._near(span)
        if found is None:
            return self.first
        element = self._home(found.first.element)
        if element is None:
            return self.first
        if element is found.first.element:
            return found
        return _whole(element)

    @cached_property
    def first(self) -> Anchor | None:
        """The first paragraph of the body that has words."""
        for block in self.places.source.blocks:
            words = self._words(block.span)
            if words and self._home(words.first.element) is words.first.element:
                return words
        return None

    def _words(self, span: Span) -> Anchor | None:
        """Return the words of a span, of its first line if it has more."""
        text = self.places.source.text
        placed = [
            each._replace(at=at, length=1, offset=each.offset + at - each.at)
            for each in self.places.within(span)
            for at in (_edge(each, text, 1), _edge(each, text, -1))
            if at is not None
        ]
        line = text.find("\n", placed[0].at) if placed else -1
        placed = [each for each in placed if line < 0 or each.at < line]
        return Anchor(placed[0], placed[-1]) if placed else None

    def _near(self, span: Span) -> Anchor | None:
        """Return the word before a place, or else the first of its line."""
        block = self._block(span.start)
        if block is None:
            return None
        low, high = block.span.start, block.span.end
        found = [
            words
            for each in _WORD.finditer(self.places.source.text, low, high)
            if (words := self._words(Span(each.start(), each.end())))
        ]
        before = [each for each in found if each.first.at < span.start]
        return before[-1] if before else found[0] if found else None

    def _block(self, at: int) -> Block | None:
        blocks = self.places.source.blocks
        index = bisect_right(blocks, at, key=lambda each: each.span.start) - 1
        return blocks[max(index, 0)] if blocks else None

    def _home(self, element: _Element, deep: int = 0) -> _Element | None:
        """Return an element that stands for one in the body: an indicator, a drawing.

        It is the element itself if a comment may stand there.
        """
        above = [element, *element.iterancestors()]
        boxes = [i for i, each in enumerate(above) if kind(each) == "txbxContent"]
        if root_of(element) is self.main:
            if not boxes:
                return element
            runs = (i for i in range(boxes[-1], len(above)) if kind(above[i]) == "r")
            outer = next(runs, 0)
            return above[outer - 1] if outer else None
        note = next((each for each in above if kind(each) in _NOTES), None)
        if note is None or deep > 3:
            return None
        call = next(self._calls(note), None)
        return None if call is None else self._home(call, deep + 1)

    def _calls(self, note: _Element) -> Iterator[_Element]:
        name, wanted = f"{kind(note)}Reference", value(note, "id")
        for root in (self.main, root_of(note)):
            for each in root.iter("*"):
                if kind(each) == name and value(each, "id") == wanted:
                    parent = each.getparent()
                    plain = parent is not None and kind(parent) == "r"
                    if plain and not struck(each):
                        yield each


def _edge(each: Stretch, text: str, step: int) -> int | None:
    """Return the first or the last code point of a stretch that is no white space."""
    places = range(each.at, each.at + each.length)
    return next((at for at in places[::step] if not text[at].isspace()), None)


def _whole(element: _Element) -> Anchor:
    all_of_it = Stretch(-1, 1, element, 0)
    return Anchor(all_of_it, all_of_it)
