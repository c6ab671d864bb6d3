"""The lines of a sheet: the text in the stretches that are set each on its own.

All of ``Source.text`` is in them, in its order, but for white space between them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from resolint.document import (
    Annex,
    Closing,
    Enacting,
    Field,
    Footnote,
    Heading,
    Item,
    Masthead,
    Node,
    Operative,
    Other,
    Passage,
    Preambular,
    Resolution,
    Title,
)
from resolint.text import Block, Source, Span, Style

COVER = ("publisher", "symbol", "organ", "distribution", "issued", "original")
"""The fields between the rules at the head of a first page."""

_ROMAN = re.compile(r"[ivx]+\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stretch of text that is set as one paragraph, and what it is."""

    span: Span
    kind: str
    """The field of a masthead or of a closing, or what the paragraph is."""
    level: int = 0
    """Of an item, from 1."""
    part: str = ""
    """``masthead``, ``closing``, ``annex``, ``draft`` or nothing."""
    label: str = ""
    """The indicator of a note."""
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    passage: Passage
    part: str


def lines(resolution: Resolution) -> tuple[Line, ...]:
    """Return the lines of a document."""
    source = resolution.source
    found = sorted(
        _passages(resolution, ""),
        key=lambda each: (each.passage.span.start, -each.passage.span.end),
    )
    starts = [each.passage.span.start for each in found]
    made: list[Line] = []
    for block in _blocks(source):
        first = bisect_left(starts, block.span.start)
        last = bisect_left(starts, block.span.end)
        made += _cut(source, block, found[first:last], made)
    return tuple(made)


def _blocks(source: Source) -> Iterator[Block]:
    """Yield the blocks in order, and what stands between them, none of it twice."""
    done = 0
    for block in sorted(source.blocks, key=lambda each: each.span):
        start = max(done, block.span.start)
        yield from _between(source, done, start)
        if start < block.span.end:
            span = Span(start, block.span.end)
            yield Block(span, block.style, block.label, block.depth)
            done = block.span.end
    yield from _between(source, done, len(source.text))


def _between(source: Source, start: int, end: int) -> Iterator[Block]:
    text = source.text[start:end]
    if text.strip():
        yield Block(Span(start, end))


def _passages(resolution: Resolution, part: str) -> Iterator[_Found]:
    """Yield the passages of a resolution, with the part that each is in."""
    for node in resolution.children():
        match node:
            case Resolution():
                yield from _passages(node, "draft" if node.label == "draft" else part)
            case Masthead():
                yield from _below(node, "masthead")
            case Closing():
                yield from _below(node, "closing")
            case Annex():
                yield from _below(node, "annex")
            case Passage():
                yield _Found(node, part)
                yield from _below(node, part)


def _below(node: Node, part: str) -> Iterator[_Found]:
    for each in node.children():
        if isinstance(each, Passage):
            yield _Found(each, part)
            yield from _below(each, part)


def _cut(
    source: Source, block: Block, found: list[_Found], before: list[Line]
) -> Iterator[Line]:
    """Yield the lines of a block: one, or one for each passage that begins in it."""
    starts = [each.passage.span.start for each in found]
    if starts and not source.text[block.span.start : starts[0]].strip():
        starts[0] = block.span.start
    cuts = [*dict.fromkeys((block.span.start, *starts)), block.span.end]
    heads: dict[int, _Found] = {}
    for start, each in zip(starts, found, strict=True):
        heads.setdefault(start, each)
    for start, end in pairwise(cuts):
        head = heads.get(start)
        if head is None:
            yield _bare(block, Span(start, end))
        else:
            yield _line(block, Span(start, end), head, before)


def _bare(block: Block, span: Span) -> Line:
    """Return the line of a block in which nothing was recognised."""
    match block.style:
        case Style.NOTE:
            return Line(span=span, kind="note", label=block.label)
        case Style.TABLE:
            return Line(span=span, kind="cell")
        case Style.HEADING:
            return Line(span=span, kind="heading")
        case Style.MASTHEAD:
            return Line(span=span, kind="other", part="masthead")
        case _:
            return Line(span=span, kind="other")


def _line(block: Block, span: Span, found: _Found, before: list[Line]) -> Line:
    passage, part = found.passage, found.part
    kind, level, label = "other", 0, ""
    match passage:
        case Field(name=name):
            kind = name
        case Title():
            kind = "title"
        case Enacting():
            kind = "enacting"
        case Preambular():
            kind = "preambular"
        case Operative():
            kind = "operative"
        case Item():
            kind, level = "item", passage.level
        case Footnote():
            kind, label = "note", passage.label
        case Heading():
            kind = "heading"
        case _ if block.style is Style.TABLE:
            kind = "cell"
        case Other(marker=marker) if marker is not None:
            kind, level = _counted(marker.form, marker.value, before)
    return Line(
        span=span,
        kind=kind,
        level=level,
        part=part,
        label=label,
        passage=passage,
    )


def _counted(form: str, value: str, before: list[Line]) -> tuple[str, int]:
    """Return how a line with a number or a letter is set, where no list is known."""
    if form in ("1.", "(1)", "1)"):
        return "operative", 0
    if form == "(a)":
        last = before[-1] if before else None
        inner = last is not None and last.kind == "item" and value != "h"
        return "item", 2 if inner and _ROMAN.match(value) and len(value) > 1 else 1
    return "item", 1
