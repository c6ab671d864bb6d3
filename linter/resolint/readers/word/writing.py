"""From lines to a source: text, blocks, emphasis, calls, remarks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element

from resolint.readers.assembly import Assembly
from resolint.readers.word.lines import (
    Comment,
    CommentMark,
    Line,
    NoteCall,
    Run,
)
from resolint.readers.word.styles import Look
from resolint.text import Block, Call, Emphasis, Span


class Stretch(NamedTuple):
    """A range of the text that stands in one element."""

    at: int
    length: int
    element: _Element
    offset: int
    """Where in the shown text of the element it begins."""


@dataclass(slots=True)
class Writing:
    """Writes lines, and remembers where they stand and where comments are attached."""

    assembly: Assembly = field(default_factory=Assembly)
    starts: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    homes: dict[str, Block] = field(default_factory=dict)
    """The block in which a comment is marked."""
    stretches: list[Stretch] = field(default_factory=list)
    """Where the text stands; automatic numbers and what joins lines have no place."""
    numbers: list[Span] = field(default_factory=list)
    """The automatic numbers."""

    def write(self, line: Line) -> None:
        """Write a line as a block, unless it has no words."""
        out = self.assembly
        number = line.mark.text + line.mark.suffix if line.mark.text else ""
        text = line.text
        left = 0 if number else len(text) - len(text.lstrip())
        right = len(text.rstrip())
        if right <= left and (line.mark.bullet or not number):
            self._empty(line)
            return
        out.open()
        out.write(number.rstrip() if right <= left else number)
        if number:
            self.numbers.append(Span(out.start, out.at))
        base = out.at - left
        out.write(text[left:right])

        def placed(at: int) -> int:
            return base + min(max(at, left), max(left, right))

        at, comments = 0, []
        looks: set[Look] = set()
        for each in line.atoms:
            if isinstance(each, Run):
                looks.add(each.look)
                start, at = at, at + len(each.text)
                low, high = max(start, left), min(at, right)
                if each.at is not None and low < high:
                    offset = each.at + low - start
                    self.stretches.append(
                        Stretch(base + low, high - low, each.element, offset)
                    )
            elif isinstance(each, NoteCall):
                out.calls.append(Call(placed(at), each.label))
            elif isinstance(each, CommentMark):
                comments.append((placed(at), each))
        for kind, flag in ((out.bold, "bold"), (out.underline, "underline")):
            if any(getattr(look, flag) for look in looks):
                kind += (_moved(each, placed) for each in _shown(line, text, flag))
        if any(look.italic for look in looks):
            out.emphasis += (
                Emphasis(_moved(each, placed)) for each in _shown(line, text, "italic")
            )
        block = out.close(line.style, line.label, line.depth, line.made_of)
        for place, mark in comments:
            self._mark(mark, place, block)

    def spans(self) -> dict[str, Span]:
        """Return what each comment is attached to: words, or else a whole block."""
        found: dict[str, Span] = {}
        text = "".join(self.assembly.text)
        for name, block in self.homes.items():
            start, end = self.starts.get(name), self.ends.get(name)
            span = block.span
            if start is not None and end is not None and start < end:
                words = text[start:end]
                start += len(words) - len(words.lstrip())
                end -= len(words) - len(words.rstrip())
                span = Span(start, end) if start < end else span
            found[name] = span
        return found

    def _empty(self, line: Line) -> None:
        """Keep what a line without words has: it belongs to the block before."""
        last = self.assembly.blocks[-1] if self.assembly.blocks else None
        for each in line.atoms:
            if isinstance(each, NoteCall):
                at = last.span.end if last else 0
                self.assembly.calls.append(Call(at, each.label))
            elif isinstance(each, CommentMark):
                at = self.assembly.at
                self._mark(each, at, last or Block(Span(at, at)))

    def _mark(self, mark: CommentMark, at: int, block: Block) -> None:
        self.homes.setdefault(mark.id, block)
        match mark.what:
            case Comment.START:
                self.starts.setdefault(mark.id, at)
            case Comment.END:
                self.ends.setdefault(mark.id, at)


def _moved(span: Span, placed: Callable[[int], int]) -> Span:
    return Span(placed(span.start), placed(span.end))


def _shown(line: Line, text: str, flag: str) -> Iterable[Span]:
    """Return the runs that are italic, bold or underlined, as long as they can be.

    White space between two of them belongs to the run; at its ends it does not.
    """
    found: list[tuple[int, int]] = []
    at = 0
    for each in line.atoms:
        if not isinstance(each, Run):
            continue
        start, at = at, at + len(each.text)
        if not getattr(each.look, flag) or not each.text.strip():
            continue
        start += len(each.text) - len(each.text.lstrip())
        end = at - (len(each.text) - len(each.text.rstrip()))
        if found and not text[found[-1][1] : start].strip():
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return [Span(*each) for each in found]
