"""What stands inside a line: symbols, citations, dates, references."""

from dataclasses import dataclass
from datetime import date

from resolint.document.nodes import Node, Organ
from resolint.text import Span


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
    """The date of adoption given with it; each of several that share one has it."""
    body: str = ""
    """The name before the word, as printed: ``Security Council``, ``Council``."""
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
    """``Official Records of …, Fifty-ninth Session, Supplement No. 48 (A/59/48)``."""

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
