"""The document model: what a resolution is made of.

Frozen trees, each node a `Span` into the text of its source. A document that holds
several resolutions (lettered parts; a draft inside a resolution) is a `Resolution`
that holds them as ``parts``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from resolint.text import Call, Source, Span


class Organ(StrEnum):
    """A principal organ, or council, that adopts resolutions."""

    GA = "General Assembly"
    SC = "Security Council"
    ECOSOC = "Economic and Social Council"
    HRC = "Human Rights Council"


class Stage(StrEnum):
    """How far a text has come."""

    DRAFT = "draft"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A part of a document, and where it stands."""

    span: Span

    def walk(self) -> Iterator["Node"]:
        """Yield this node, then every node within it, in the order of the text."""
        yield self
        for child in self.children():
            yield from child.walk()

    def children(self) -> Iterable["Node"]:
        """Return the nodes right below this one."""
        return ()


# What stands inside a line.


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol(Node):
    """What looks like a document symbol: ``A/59/328``, or a bad one, ``A/C3/79/L60``.

    ``valid`` says whether table 7 of the catalogue knows its form.
    """

    text: str
    """As it stands, hyphens and spaces folded."""
    valid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Node):
    """A date in words: ``23 December 2004``, ``December 23, 2004``."""

    value: date | None
    """None where the calendar has no such day."""
    form: str = "day month year"
    """Or ``month day year``, ``ordinal``, ``figures``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Node):
    """One resolution or decision that is cited: one member of a list of them."""

    kind: str
    """``resolution`` or ``decision``."""
    organ: Organ | None
    """The adopting organ where the text says it or it can be no other; else None."""
    own: bool
    """Whether the text says *its resolution*."""
    number: str
    """As printed, folded: ``45/158``, ``1325 (2000)``, ``217 A (III)``, ``S-10/2``."""
    symbol: str | None
    """``A/RES/45/158``, or None where the organ is not certain."""
    day: Day | None = None
    """The date of adoption given with it; of a date that several share, each has it."""
    body: str = ""
    """The name before the word, as printed: ``Security Council``, ``Commission on …``."""
    text: Span | None = None
    """Head word, number and date together, for people to read."""

    def children(self) -> tuple[Node, ...]:
        """Return nothing: a date belongs to the paragraph that it stands in."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphReference(Node):
    """``paragraph 3 (b) above``, ``paragraphs 4 to 6 of the present resolution``."""

    numbers: tuple[str, ...]
    """The first part of each, as printed: ``3``, or ``4``, ``5``, ``6`` for a range."""
    items: tuple[str, ...]
    """The markers behind the first, as printed: ``(b)``."""
    place: str
    """``above``, ``below``, ``present``, ``other`` (of another text) or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionWords(Node):
    """A session in running text: ``seventy-ninth session``, ``79th session``."""

    number: int | None
    """None where the words are no ordinal."""
    spelled: bool
    """Whether it is in words, not figures."""
    kind: str = "regular"
    """Or ``special``, ``emergency special``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialRecord(Node):
    """``Official Records of the …, Fifty-ninth Session, Supplement No. 48 (A/59/48)``."""

    organ: Organ | None
    session: int | None
    """The session, or the year for the Economic and Social Council."""
    supplement: str
    """``48``, ``53A``, ``5``; empty where none is named."""
    symbol: str
    """The first symbol in parentheses behind it, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatySeries(Node):
    """``United Nations, Treaty Series, vol. 1577, No. 27531``."""

    volumes: tuple[str, ...]
    numbers: tuple[str, ...]
    ibid: bool = False


# What stands on a line.


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
        below = (*self.items, *self.continuation)
        if self.continuation:
            below = tuple(sorted(below, key=lambda node: node.span))
        return (*self.inline, *below)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preambular(Paragraph):
    """A paragraph of the preamble."""

    index: int
    """Which it is, from 1."""
    number: "Marker | None" = None
    """The number that it should not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker(Node):
    """A paragraph number or the letter of an item, as printed: ``3.``, ``(a)``."""

    text: str
    value: str
    """What it counts with: ``3``, ``a``, ``iv``, ``bb``."""
    form: str
    """Its shape: ``1.``, ``(1)``, ``1)``, ``(a)``, ``a.``, ``a)``, ``A.``, ``–``."""


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
class Enacting(Passage):
    """The line that names the organ: *The General Assembly*,."""

    organ: Organ | None
    name: Span
    """The name, without the comma."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title(Passage):
    """The title, and the number before it: ``59/262. International Convention …``."""

    number: str = ""
    number_span: Span | None = None
    """The number with its full stop, if it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Passage):
    """A line of the masthead, of the adoption line or of the closing.

    ``name`` says which: ``symbol``, ``organ``, ``publisher``, ``distribution``,
    ``issued``, ``original``, ``session``, ``session_dates``, ``committee``,
    ``agenda_item``, ``agenda_title``, ``resolution_number``, ``adoption``,
    ``information``, ``sponsors``, ``meeting``, ``date``, ``vote``, ``vote_list``,
    ``other``.
    """

    name: str
    value: str
    """What counts of it, folded: ``A/RES/59/262``, ``105 (a)``, ``2005-03-03``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead(Node):
    """All that stands before the title, adoption and information lines included."""

    fields: tuple[Field, ...]

    def children(self) -> tuple[Field, ...]:
        """Return the lines."""
        return self.fields

    def field(self, name: str) -> Field | None:
        """Return the first line of a name, or None."""
        return next((line for line in self.fields if line.name == name), None)

    def value(self, name: str) -> str:
        """Return the value of the first line of a name, or nothing."""
        line = self.field(name)
        return line.value if line else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing(Node):
    """The lines after the last paragraph: meeting, date, vote."""

    fields: tuple[Field, ...]

    def children(self) -> tuple[Field, ...]:
        """Return the lines."""
        return self.fields

    def field(self, name: str) -> Field | None:
        """Return the first line of a name, or None."""
        return next((line for line in self.fields if line.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote(Passage):
    """The text of a footnote, without its indicator."""

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Other(Passage):
    """A line that the grammar does not know, a table cell, a line of an annex."""

    marker: Marker | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex(Node):
    """An annex: its heading, and lines to which the rules on paragraphs do not apply."""

    heading: Heading
    lines: tuple[Passage, ...]

    def children(self) -> tuple[Passage, ...]:
        """Return the heading and the lines."""
        return (self.heading, *self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution(Node):
    """A resolution, or a part of one, with an enacting line of its own."""

    source: Source = field(repr=False, compare=False)
    organ: Organ | None
    """Who adopts it, by its enacting line; by the masthead where it has none."""
    stage: Stage
    masthead: Masthead
    """Of a part, the masthead of the whole."""
    label: str = ""
    """``A`` for a lettered part, ``draft`` for one in quotation marks; else empty."""
    as_of: date | None = None
    """The day whose house style holds: the document's own, or the one asked for."""
    title: Title | None = None
    enacting: Enacting | None = None
    preamble: tuple[Preambular, ...] = ()
    operative: tuple[Operative, ...] = ()
    headings: tuple[Heading, ...] = ()
    others: tuple[Passage, ...] = ()
    parts: "tuple[Resolution, ...]" = ()
    annexes: tuple[Annex, ...] = ()
    closing: Closing
    notes: tuple[Footnote, ...] = ()
    """The notes of the whole document; a part has none of its own."""

    @property
    def whole(self) -> bool:
        """Whether it is the document, not a part of it."""
        return not self.label

    def children(self) -> tuple[Node, ...]:
        """Return all that it has, in the order of the text."""
        found: list[Node] = [
            *((self.masthead,) if self.whole else ()),
            *((self.title,) if self.title else ()),
            *((self.enacting,) if self.enacting else ()),
            *self.preamble,
            *self.operative,
            *self.headings,
            *self.others,
            *self.parts,
            *self.annexes,
            self.closing,
            *self.notes,
        ]
        return tuple(sorted(found, key=lambda node: node.span))
