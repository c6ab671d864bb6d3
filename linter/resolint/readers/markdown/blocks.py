"""Blocks of a Markdown file: which lines belong together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from resolint.readers.markdown.lines import VEIL, Line
from resolint.readers.markdown.markers import Lists, Marker, finished, marker
from resolint.readers.markdown.tables import Table, table
from resolint.regex import regex
from resolint.text import Style


@dataclass(slots=True)
class Leaf:
    """The lines of one block, and what Markdown knows of it."""

    lines: list[Line]
    style: Style = Style.BODY
    label: str = ""
    depth: int = 0
    literal: bool = False
    """Whether the lines are text as they stand: code."""
    marker: Marker | None = None


_HEADING = regex(r"(#{1,6})(?:[ \t]+|\Z)")
_CLOSING = regex(r"(?:^|[ \t])#+\Z")
_FENCE = regex(r"(`{3,})[^`]*\Z|(~{3,})")
_NOTE = regex(r"\[\^([^\]\s\[]+)\]:[ \t]*")


@dataclass(slots=True)
class Blocks:
    """The blocks of a file as its lines are read."""

    text: str
    lines: Sequence[Line]
    found: list[Leaf] = field(default_factory=list)
    open: Leaf | None = None
    lists: Lists = field(default_factory=Lists)
    fence: str = ""

    def read(self) -> list[Leaf]:
        """Return the blocks of all lines."""
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            content = self.text[line.start : line.end]
            if self.fence:
                self.code(line, content)
            elif not content or not content.strip(VEIL + " \t"):
                self.open = None
            elif content[0] in "-+|:" and (grid := self.table(index)):
                index += grid
                continue
            else:
                self.line(line, content)
            index += 1
        return self.found

    def begin(self, *leaves: Leaf) -> None:
        """Begin a block; a block that is done is not open."""
        self.found += leaves
        self.open = None

    def line(self, line: Line, content: str) -> None:
        """Read a line that is not blank and no table's."""
        first = content[0]
        if first == "#" and (match := _HEADING.match(content)):
            self.heading(line, content, match)
        elif first in "`~" and (match := _FENCE.match(content)):
            self.fence = match.group(1) or match.group(2)
            self.open = None
        elif first in "=-" and self.underlines(line, content):
            return
        elif first in "*-_" and _rules(content):
            self.open = None
        elif first == "[" and (match := _NOTE.match(content)):
            start = line.start + match.end()
            rest = line._replace(start=min(start, line.end))
            self.begin(Leaf([rest], Style.NOTE, match.group(1)))
            self.open = self.found[-1]
            self.lists.leave()
        else:
            self.paragraph(line, content)

    def heading(self, line: Line, content: str, match: re.Match[str]) -> None:
        """Read a heading with its number signs."""
        words = _CLOSING.sub("", content[match.end() :]).rstrip()
        start = line.start + match.end()
        rest = Line(start, start + len(words), start + len(words), 0, line.quoted)
        self.begin(Leaf([rest], Style.HEADING, depth=len(match.group(1))))
        self.lists.leave()

    def underlines(self, line: Line, content: str) -> bool:
        """Whether a line makes the paragraph above it a heading."""
        above = self.open
        if (
            above is None
            or above.style is not Style.BODY
            or above.marker
            or len(content) < 2
            or content.strip(content[0])
        ):
            return False
        above.style, above.depth = Style.HEADING, 1 if content[0] == "=" else 2
        self.open = None
        return True

    def code(self, line: Line, content: str) -> None:
        """Read a line of code."""
        if content.startswith(self.fence) and not content.strip(self.fence[0]):
            self.fence = ""
        elif content:
            self.begin(Leaf([line], literal=True))

    def table(self, index: int) -> int:
        """Read a table whose first line of dashes this is; return its lines."""
        above = self.open.lines[-1:] if self.open else []
        found: Table | None = table(self.text, self.lines, index, above)
        if found is None:
            return 0
        if self.open and found.head:
            self.open.lines.pop()
            if not self.open.lines:
                self.found.remove(self.open)
        self.begin(*(Leaf(list(cell), Style.TABLE) for cell in found.cells))
        return found.size

    def paragraph(self, line: Line, content: str) -> None:
        """Read a line of a paragraph: its first, or one more."""
        above = self.open
        here = marker(content)
        if above is None:
            last = self.found[-1] if self.found else None
            if last and last.style is Style.NOTE and line.indent > 3 and not here:
                last.lines.append(line)
                self.open = last
                return
        elif line.quoted <= above.lines[0].quoted and not (
            here and self.parts(above, line, here)
        ):
            above.lines.append(line)
            return
        depth = self.lists.enter(line.indent, here)
        self.open = Leaf([line], depth=depth, marker=here)
        self.found.append(self.open)

    def parts(self, above: Leaf, line: Line, here: Marker) -> bool:
        """Whether a marker begins an item though there is no blank line above it."""
        if above.style is Style.NOTE:
            return False
        if here.certain or (here.first and here.ordered):
            return True
        if here.ordered and above.marker and self.lists.beside(line.indent):
            return True
        last = above.lines[-1]
        return finished(self.text[last.start : last.end], above.marker)


def _rules(content: str) -> bool:
    """Whether a line is a thematic break."""
    return content.count(content[0]) > 2 and not content.strip(content[0] + " \t")


def blocks(text: str, lines: Sequence[Line]) -> Iterator[Leaf]:
    """Yield the blocks of some lines."""
    yield from Blocks(text, lines).read()
