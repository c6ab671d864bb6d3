"""What has a number or a letter of its own: paragraphs, items, lines of annexes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from resolint.builder.items import Nesting
from resolint.document import (
    Heading,
    Item,
    Marker,
    Operative,
    Other,
    Paragraph,
    Passage,
    Resolution,
)
from resolint.text import Span


@dataclass(frozen=True, kw_only=True, eq=False)
class Counted:
    """A paragraph, an item or a line, and what is counted below it."""

    node: Passage
    marker: Marker
    items: "tuple[Counted, ...]" = ()
    run: int = 0
    """Which of the rows of numbers around it: a section may begin a new one."""

    @cached_property
    def key(self) -> str:
        """What a reference calls it: ``3``, ``3 bis``, ``b``."""
        _, _, tail = self.marker.text.partition(self.marker.value)
        word = tail.strip(" .():\u00a0")
        return f"{self.marker.value} {word}" if word.isalpha() else self.marker.value

    @property
    def added(self) -> bool:
        """Whether it goes with the one before it: ``3 bis``."""
        return " " in self.key

    @property
    def value(self) -> Span:
        """The figures or letters of its number."""
        start = self.marker.span.start + self.marker.text.find(self.marker.value)
        return Span(start, start + len(self.marker.value))


def numbered(resolution: Resolution) -> dict[str, list[Operative]]:
    """Return the paragraphs by number; those of several sections share one."""
    found: dict[str, list[Operative]] = {}
    for paragraph in resolution.operative:
        if paragraph.number is not None:
            found.setdefault(str(paragraph.number), []).append(paragraph)
    return found


def counted(resolution: Resolution) -> tuple[Counted, ...]:
    """Return the numbered paragraphs of the operative part, but for those of parts."""
    found: list[Counted] = []
    run = section = 0
    for paragraph in resolution.operative:
        if paragraph.marker is None or paragraph.number is None:
            continue
        anew = paragraph.heading is not None or paragraph.section != section
        section = paragraph.section
        run += bool(found) and anew and paragraph.number == 1
        found.append(
            Counted(
                node=paragraph,
                marker=paragraph.marker,
                items=items(paragraph),
                run=run,
            )
        )
    return tuple(found)


def items(paragraph: Paragraph) -> tuple[Counted, ...]:
    """Return the items of a paragraph."""
    return tuple(_item(item) for item in paragraph.items)


def _item(item: Item) -> Counted:
    return Counted(node=item, marker=item.marker, items=items(item))


@dataclass(eq=False)
class _Line:
    """A line of an annex while what stands below it is found."""

    node: Other
    marker: Marker
    run: int
    below: "list[_Line]"

    def made(self) -> Counted:
        below = tuple(line.made() for line in self.below)
        return Counted(node=self.node, marker=self.marker, items=below, run=self.run)


def lines(passages: Iterable[Passage]) -> tuple[Counted, ...]:
    """Return the numbered lines of an annex or a declaration, lettered ones in them.

    Each number 1 begins a row anew. Letters under no number are a row of their own.
    """
    roots: list[_Line] = []
    stack: list[_Line] = []
    nesting = Nesting()
    run = 0
    for passage in passages:
        if isinstance(passage, Heading):
            # What follows a heading goes on with the numbers, not with the letters.
            nesting, stack = Nesting(), []
        if not isinstance(passage, Other) or passage.marker is None:
            continue
        marker = passage.marker
        if marker.value.isdigit() and marker.form.startswith("1"):
            run += bool(roots) and marker.value == "1"
            nesting, stack = Nesting(), [_Line(passage, marker, run, [])]
            roots.append(stack[0])
        elif marker.value.isalnum():
            depth = nesting.place(marker)
            under = bool(stack) and stack[0].marker.form.startswith("1")
            del stack[depth - 1 + under :]
            line = _Line(passage, marker, 0, [])
            if stack:
                stack[-1].below.append(line)
            else:
                run += depth == 1 and marker.value in ("a", "i", "A")
                line.run = run
                roots.append(line)
            stack.append(line)
    return tuple(line.made() for line in roots)


def rows(resolution: Resolution) -> Iterator[tuple[Counted, ...]]:
    """Yield what is counted on one level: paragraphs, the items of each, lines."""
    paragraphs = counted(resolution)
    numbered = {id(each.node) for each in paragraphs}
    yield from _levels(paragraphs)
    for paragraph in (*resolution.preamble, *resolution.operative):
        if id(paragraph) not in numbered:
            yield from _levels(items(paragraph))
        yield from _levels(lines(paragraph.continuation))
    yield from _levels(lines(resolution.others))
    for annex in resolution.annexes:
        yield from _levels(lines(annex.lines))
    for part in resolution.parts:
        yield from rows(part)


def _levels(siblings: tuple[Counted, ...]) -> Iterator[tuple[Counted, ...]]:
    if siblings:
        yield siblings
    for each in siblings:
        yield from _levels(each.items)


def row(siblings: Sequence[Counted], one: Counted) -> tuple[Counted, ...]:
    """Return those that are counted on in one row with one of them.

    A row of items keeps to one form: bullets between letters do not count.
    """
    return tuple(
        each
        for each in siblings
        if each.run == one.run and shape(each.marker) == shape(one.marker)
    )


def shape(marker: Marker) -> str:
    """Return the form of a marker, ``bis`` left out."""
    form = marker.form
    for word in ("quater", "bis", "ter"):
        form = form.replace(word, "")
    return "".join(form.split())
