"""From lines to passages: paragraphs with their items, notes, headings."""

from dataclasses import dataclass
from typing import Any

from resolint.builder.items import Nesting, strays
from resolint.builder.lines import Line
from resolint.document import (
    Footnote,
    Heading,
    Item,
    Node,
    Opening,
    Organ,
    Other,
    Passage,
)
from resolint.inline import read_inline
from resolint.tables import rows
from resolint.text import Source, Span


@dataclass(frozen=True)
class Passages:
    """Makes the passages of one source; ``organ`` is what *its* means in them."""

    source: Source
    organ: Organ | None

    def inline(self, span: Span) -> tuple[Node, ...]:
        """Return what a line cites."""
        return read_inline(self.source.text, span, self.organ)

    def common(self, line: Line, locator: str) -> dict[str, Any]:
        """Return what every passage has."""
        return {
            "span": line.span,
            "locator": locator,
            "content": line.content,
            "inline": self.inline(line.content),
            "calls": self.source.calls_in(line.span),
        }

    def heading(self, line: Line, before: str = "") -> Heading:
        """Return a heading."""
        words = " ".join(self.source[line.content].split())
        short = words if len(words) <= 60 else f"{words[:57]}…"
        return Heading(
            **self.common(line, f"{before}heading “{short}”"), label=line.label
        )

    def other(self, line: Line, locator: str) -> Other:
        """Return a line that is no part of the grammar."""
        return Other(**self.common(line, locator), marker=line.marker)

    def note(self, line: Line) -> Footnote:
        """Return a footnote."""
        return Footnote(**self.common(line, f"note {line.label}"), label=line.label)

    def opening(self, line: Line) -> Opening | None:
        """Return the opening phrase of a line."""
        return line.opening.opening if line.opening else None

    def below(
        self, lines: list[Line], locator: str
    ) -> tuple[tuple[Item, ...], tuple[Passage, ...]]:
        """Return the items and the continuations under a paragraph."""
        nesting = Nesting()
        roots: list[Draft] = []
        stack: list[Draft] = []
        further: list[Passage] = []
        markers = [line.marker for line in lines if line.marker and line.letter == "I"]
        stray = strays(markers)
        count = -1
        for line in lines:
            if line.marker is None or line.letter != "I":
                further.append(self.other(line, locator))
                continue
            count += 1
            depth = nesting.place(line.marker, stray=count in stray)
            del stack[depth - 1 :]
            item = Draft(line, [])
            (stack[-1].below if stack else roots).append(item)
            stack.append(item)
        items = tuple(self._item(item, locator, ()) for item in roots)
        return items, tuple(further)

    def _item(self, draft: "Draft", locator: str, path: tuple[str, ...]) -> Item:
        line = draft.line
        assert line.marker is not None
        here = (*path, line.marker.text)
        # A message may end with it, and has no stop of its own.
        where = f"{locator} {line.marker.text.removesuffix('.')}"
        return Item(
            **self.common(line, where),
            marker=line.marker,
            level=len(here),
            path=here,
            opening=self.opening(line),
            items=tuple(self._item(item, where, here) for item in draft.below),
        )


@dataclass
class Draft:
    """An item that is being made."""

    line: Line
    below: "list[Draft]"


def ordinal(number: int) -> str:
    """Return ``fifth`` for 5, ``121st`` where there is no word in the table."""
    table = rows("ordinals.tsv")
    if 0 < number <= len(table):
        return table[number - 1]["word"]
    tens = number % 100
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < tens < 14 else ending}"
