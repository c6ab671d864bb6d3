"""The text of a draft as an editor has it, and the places in it as the editor counts.

A position is a line from nought and how many units into it, in the encoding that was
agreed on; an offset is in code points of the whole text. Lines end where the protocol
says, and nowhere else: a form feed or U+2028 ends none.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from lsprotocol import types

from resolint.render.places import utf8, utf16

_LINE_END = re.compile(r"\r\n|\n|\r")
RULERS: dict[str, Callable[[str], int]] = {
    types.PositionEncodingKind.Utf8: utf8,
    types.PositionEncodingKind.Utf16: utf16,
    types.PositionEncodingKind.Utf32: len,
}
"""What tells how long some text is, in each encoding."""


@dataclass(frozen=True)
class Text:
    """Some text, and how its positions are counted."""

    words: str
    encoding: str = types.PositionEncodingKind.Utf16

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position; one outside the text is moved into it.

        One within a code point is moved to its beginning.
        """
        if position.line >= len(self._starts):
            return len(self.words)
        start = self._starts[max(position.line, 0)]
        end = self._ends[max(position.line, 0)]
        line = self.words[start:end]
        units = max(position.character, 0)
        if line.isascii() or self.encoding == types.PositionEncodingKind.Utf32:
            return start + min(units, len(line))
        ruler = RULERS[self.encoding]
        # The units of a part grow with its length: the last that is not too long.
        found = bisect_right(range(len(line) + 1), units, key=lambda n: ruler(line[:n]))
        return start + max(found - 1, 0)

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset."""
        offset = min(max(offset, 0), len(self.words))
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        # Between the two halves of a line end there is no position.
        offset = min(offset, self._ends[line])
        ruler = RULERS[self.encoding]
        return types.Position(line, ruler(self.words[start:offset]))

    def range(self, start: int, end: int) -> types.Range:
        """Return the range between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def offsets(self, area: types.Range) -> tuple[int, int]:
        """Return the two offsets of a range, in order."""
        start, end = self.offset(area.start), self.offset(area.end)
        return min(start, end), max(start, end)

    def line(self, number: int) -> tuple[int, int]:
        """Return where a line begins and ends, its line end left out."""
        number = min(max(number, 0), len(self._starts) - 1)
        return self._starts[number], self._ends[number]

    def changed(self, change: types.TextDocumentContentChangeEvent) -> "Text":
        """Return the text after a change; one without a range is of the whole."""
        match change:
            case types.TextDocumentContentChangePartial(range=area, text=new):
                start, end = self.offsets(area)
                words = f"{self.words[:start]}{new}{self.words[end:]}"
            case _:
                words = change.text
        return Text(words, self.encoding)

    @cached_property
    def _lines(self) -> tuple[list[int], list[int]]:
        starts, ends = [0], []
        for found in _LINE_END.finditer(self.words):
            ends.append(found.start())
            starts.append(found.end())
        return starts, [*ends, len(self.words)]

    @property
    def _starts(self) -> list[int]:
        return self._lines[0]

    @property
    def _ends(self) -> list[int]:
        return self._lines[1]
