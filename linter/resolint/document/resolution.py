"""The resolution, and the parts of it that are no paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from resolint.document.nodes import Node, Organ, Stage
from resolint.document.passages import (
    Footnote,
    Heading,
    Operative,
    Passage,
    Preambular,
)
from resolint.text import Source, Span

N = TypeVar("N", bound=Node)


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
class Annex(Node):
    """An annex: its heading, and lines to which no rule on paragraphs applies."""

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
    memo: dict[object, Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What was worked out of it, kept by whoever did so under a key of their own."""

    def walk(self) -> Iterator[Node]:
        """Yield this node, then every node within it, in the order of the text."""
        yield self
        yield from self._within("nodes", Node)

    @property
    def passages(self) -> Sequence[Passage]:
        """The lines of words in it, in the order of the text."""
        return self._within("passages", Passage)

    def _within(self, key: str, kind: type[N]) -> list[N]:
        """Return the nodes of a kind within it: many rules go through them."""
        found: list[N] | None = self.memo.get(key)
        if found is None:
            # Without itself: else only the collector of cycles could free it.
            nodes = islice(Node.walk(self), 1, None)
            found = [node for node in nodes if isinstance(node, kind)]
            self.memo[key] = found
        return found

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
