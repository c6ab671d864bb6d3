"""From the document to its lines, in the order of the text: none is left out."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from resolint.document import (
    Annex,
    Heading,
    Operative,
    Paragraph,
    Passage,
    Preambular,
    Resolution,
)
from resolint.text import Block, Span, Style


class Role(Enum):
    """What a line is."""

    FIELD = auto()
    """Of the masthead."""
    TITLE = auto()
    LETTER = auto()
    """The letter of a part."""
    ENACTING = auto()
    PREAMBULAR = auto()
    OPERATIVE = auto()
    ITEM = auto()
    CONTINUATION = auto()
    """What follows the items of a paragraph."""
    HEADING = auto()
    OTHER = auto()
    CLOSING = auto()
    ANNEX = auto()
    """The heading of an annex."""
    NOTE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A block of the text, and what the document takes it for."""

    role: Role
    block: Block
    content: Span
    """Its words, without number or marker."""
    node: Passage | None = None
    """What begins on it; None where what stands above goes on."""
    level: int = 0
    """Of an item, from 1; of a continuation, that of what it goes on with."""
    preamble: bool = False
    """Whether an item, or a continuation, is one of a preambular paragraph."""
    within: tuple[Resolution, ...] = ()
    """The parts that it stands in, the outermost first."""

    @property
    def before(self) -> Span:
        """Its number or marker, and the white space behind it."""
        return Span(self.block.span.start, self.content.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A node that begins on a line."""

    role: Role
    node: Passage
    level: int = 0
    preamble: bool = False


def lines(resolution: Resolution) -> tuple[Line, ...]:
    """Return the lines of a document."""
    blocks = sorted(resolution.source.blocks, key=lambda block: block.span)
    starts = [block.span.start for block in blocks]
    claims: dict[int, _Claim] = {}
    for claim in _claims(resolution):
        index = bisect_right(starts, claim.node.span.start) - 1
        if index >= 0:
            claims.setdefault(index, claim)
    parts = sorted(_parts(resolution), key=lambda part: part.span.start)
    made = []
    last: _Claim | None = None
    for index, block in enumerate(blocks):
        found = claims.get(index)
        within = tuple(part for part in parts if block.span in part.span)
        made.append(_line(block, found, last, within))
        last = found or last
    return tuple(made)


def _line(
    block: Block,
    claim: _Claim | None,
    last: _Claim | None,
    within: tuple[Resolution, ...],
) -> Line:
    if claim is None:
        role, level, preamble = Role.OTHER, 0, False
        if block.style is Style.NOTE:
            role = Role.NOTE
        elif last and block.span.start < last.node.span.end:
            # A title, or a line of the masthead, may go on over several lines.
            role, level, preamble = last.role, last.level, last.preamble
            if role in _PARAGRAPHS:
                role = Role.CONTINUATION
        return Line(
            role=role,
            block=block,
            content=block.span,
            level=level,
            preamble=preamble,
            within=within,
        )
    start = min(max(block.span.start, claim.node.content.start), block.span.end)
    return Line(
        role=claim.role,
        block=block,
        content=Span(start, block.span.end),
        node=claim.node,
        level=claim.level,
        preamble=claim.preamble,
        within=within,
    )


_PARAGRAPHS = frozenset({Role.PREAMBULAR, Role.OPERATIVE, Role.ITEM})


def _parts(resolution: Resolution) -> Iterator[Resolution]:
    for part in resolution.parts:
        yield part
        yield from _parts(part)


def _claims(resolution: Resolution) -> Iterator[_Claim]:
    """Yield what begins on some line; what counts more comes first."""
    if resolution.whole:
        for field in resolution.masthead.fields:
            yield _Claim(role=Role.FIELD, node=field)
    if resolution.title:
        yield _Claim(role=Role.TITLE, node=resolution.title)
    if resolution.enacting:
        yield _Claim(role=Role.ENACTING, node=resolution.enacting)
    for paragraph in (*resolution.preamble, *resolution.operative):
        yield from _of_paragraph(paragraph, isinstance(paragraph, Preambular), 0)
    letters = {part.span.start: part.label for part in resolution.parts}
    for heading in resolution.headings:
        # The letter of a part stands right before it, on a line of its own.
        letter = letters.get(heading.span.end + 1) == heading.label != ""
        yield _Claim(role=Role.LETTER if letter else Role.HEADING, node=heading)
    for annex in resolution.annexes:
        yield from _of_annex(annex)
    for field in resolution.closing.fields:
        yield _Claim(role=Role.CLOSING, node=field)
    for note in resolution.notes:
        yield _Claim(role=Role.NOTE, node=note)
    for other in resolution.others:
        yield _Claim(role=Role.OTHER, node=other)
    for part in resolution.parts:
        yield from _claims(part)


def _of_paragraph(paragraph: Paragraph, preamble: bool, level: int) -> Iterator[_Claim]:
    role = Role.ITEM
    if not level:
        role = Role.OPERATIVE if isinstance(paragraph, Operative) else Role.PREAMBULAR
    yield _Claim(role=role, node=paragraph, level=level, preamble=preamble)
    for item in paragraph.items:
        yield from _of_paragraph(item, preamble, level + 1)
    for passage in paragraph.continuation:
        yield _Claim(
            role=Role.CONTINUATION, node=passage, level=level, preamble=preamble
        )


def _of_annex(annex: Annex) -> Iterator[_Claim]:
    yield _Claim(role=Role.ANNEX, node=annex.heading)
    for line in annex.lines:
        role = Role.HEADING if isinstance(line, Heading) else Role.OTHER
        yield _Claim(role=role, node=line)
