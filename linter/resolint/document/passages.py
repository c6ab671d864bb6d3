"""What stands on a line: paragraphs, headings, notes."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from operator import attrgetter

from resolint.document.inline import Citation
from resolint.document.nodes import Node
from resolint.text import Call, Source, Span


class Has(StrEnum):
    """What a passage may have, and a rule cannot do without."""

    BELOW = "below"
    """Subparagraphs, or what goes on behind them."""
    CALLS = "calls"
    """Footnote indicators."""
    ROMAN = "roman"
    """An opening phrase that is not in italics."""
    STRESS = "stress"
    """Italics besides those of its opening phrase, bold type, or underlining."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Node):
    """A line of text that may cite: a paragraph, a title, a heading, a note."""

    locator: str
    """How a drafter would say where it is: ``paragraph 3 (b)``, ``note 4``."""
    content: Span
    """Its words, without number or marker."""
    inline: tuple[Node, ...] = ()
    """Symbols, citations, dates and references in it, in the order of the text."""
    calls: tuple[Call, ...] = ()
    """The footnote indicators in it."""

    def children(self) -> tuple[Node, ...]:
        """Return what it cites."""
        return self.inline

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The resolutions and decisions that it cites."""
        return tuple(node for node in self.inline if isinstance(node, Citation))

    def has(self, source: Source) -> frozenset[Has]:
        """Return what it has, of what rules may ask for."""
        return _HAS[
            bool(self.calls), False, False, _is_set_off(self.content, source, 0)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker(Node):
    """A paragraph number or the letter of an item, as printed: ``3.``, ``(a)``."""

    text: str
    value: str
    """What it counts with: ``3``, ``a``, ``iv``, ``bb``."""
    form: str
    """Its shape: ``1.``, ``(1)``, ``1)``, ``(a)``, ``a.``, ``a)``, ``A.``, ``–``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening(Node):
    """The opening phrase of a paragraph: *Recalling also*, *Takes note*."""

    phrase: str
    """Its words, white space folded."""
    italic: bool
    """Whether it was found by its italics; else by the tables of openings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Passage):
    """A paragraph of the preamble or the operative part, or an item of one."""

    opening: Opening | None = None
    items: "tuple[Item, ...]" = ()
    continuation: tuple[Passage, ...] = ()
    """What follows the items, or stands between them, at the paragraph's own level."""

    @property
    def ending(self) -> Span:
        """Its last code point: the mark it ends with, or a letter where it has none."""
        return Span(max(self.content.start, self.content.end - 1), self.content.end)

    def children(self) -> tuple[Node, ...]:
        """Return what it cites, its items and what follows them."""
        return (*self.inline, *self.below())

    def below(self) -> tuple[Passage, ...]:
        """Return its items and what follows them, in the order of the text."""
        if not self.continuation:
            return self.items
        return tuple(
            sorted((*self.items, *self.continuation), key=lambda node: node.span)
        )

    def lines(self) -> Iterator[Passage]:
        """Yield it, and all that is below it."""
        yield self
        for passage in self.below():
            if isinstance(passage, Paragraph):
                yield from passage.lines()
            else:
                yield passage

    def has(self, source: Source) -> frozenset[Has]:
        """Return what it has, of what rules may ask for."""
        opening = self.opening
        italic = opening is not None and opening.italic
        stress = _is_set_off(self.content, source, 1 if italic else 0)
        below = bool(self.items or self.continuation)
        roman = opening is not None and not italic
        return _HAS[bool(self.calls), below, roman, stress]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preambular(Paragraph):
    """A paragraph of the preamble."""

    index: int
    """Which it is, from 1."""
    number: "Marker | None" = None
    """The number that it should not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operative(Paragraph):
    """A paragraph of the operative part."""

    index: int
    """Which it is, from 1, in its resolution."""
    marker: Marker | None = None
    number: int | None = None
    """As printed; None where it has none."""
    section: int = 0
    """Which section of the operative part it is in; a heading begins a new one."""
    heading: "Heading | None" = None
    """The heading right before it, if there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Paragraph):
    """A subparagraph: (a), (i), a., i."""

    marker: Marker
    level: int
    """From 1."""
    path: tuple[str, ...]
    """The markers from the paragraph down: ``("(a)", "(ii)")``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Passage):
    """A heading, or the roman number of a section."""

    label: str = ""
    """``A``, ``II``; empty where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote(Passage):
    """The text of a footnote, without its indicator."""

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Other(Passage):
    """A line that the grammar does not know, a table cell, a line of an annex."""

    marker: Marker | None = None


def _is_set_off(span: Span, source: Source, runs: int) -> bool:
    """Whether anything in a span is in bold or underlined, or more is in italics.

    ``runs`` is how many runs in italics are not enough.
    """
    if len(source.emphasis_in(span)) > runs:
        return True
    return any(
        bisect_left(each, span.start, key=_START)
        < bisect_left(each, span.end, key=_START)
        for each in (source.bold, source.underline)
        if each
    )


_START = attrgetter("start")

_HAS = {
    had: frozenset(
        each
        for each, there in zip(
            (Has.CALLS, Has.BELOW, Has.ROMAN, Has.STRESS), had, strict=True
        )
        if there
    )
    for had in product((False, True), repeat=len(Has))
}
"""Sets of all that a passage may have: one is asked for at each."""
