"""What rule packs know beside their rules, for editors and for ``resolint symbol``.

A pack offers it as an object of a class derived from `Lexicon`, which an entry point in
the group ``resolint.lexicons`` names. One that cannot be used is told of in one line;
the others are asked all the same.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple, TypeVar

from resolint.document import Operative, Organ, Preambular, Resolution
from resolint.entries import entry_points
from resolint.text import Span

GROUP = "resolint.lexicons"
T = TypeVar("T")


class Note(NamedTuple):
    """The footnote that a text gives an instrument."""

    text: str
    italics: tuple[str, ...] = ()
    """What of it is in italics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A treaty, a declaration, a plan: what resolutions name by a fixed title."""

    title: str
    """The official one, its exact words and capitals."""
    names: tuple[str, ...] = ()
    """Others, acronyms too, by which a drafter may look for it."""
    notes: Mapping[Organ, Note] = field(default_factory=dict)
    """Its footnote in the texts of each organ that has footnotes; where known."""


class Named(NamedTuple):
    """A place where a text names an instrument."""

    span: Span
    instrument: Instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What the *also* and *further* of a paragraph hang on: the paragraph before."""

    due: str = ""
    """The phrase that goes on from it: *Recalling also*; empty where none can."""
    plain: str = ""
    """The phrase without the adverb."""
    addressee: str = ""
    """Whom the paragraph before addresses: the phrase goes on only to the same."""


class Lexicon:
    """What a pack knows. This one knows nothing: a pack's own answers what it can."""

    def instruments(self) -> Iterable[Instrument]:
        """Return all instruments."""
        return ()

    def named(self, whole: Resolution) -> Iterable[Named]:
        """Return where a document names instruments."""
        return ()

    def adopted(self, organ: Organ, kind: str, number: str) -> date | None:
        """Return when a ``resolution`` or ``decision`` was adopted; None if unsure."""
        return None

    def holds(self, organ: Organ, kind: str, number: str) -> Iterable[str]:
        """Return the titles of the instruments in an act: ``New Urban Agenda (annex)``.

        Behind each, in parentheses, is where in it, if that has a name.
        """
        return ()

    def session(self, organ: Organ, session: str) -> str:
        """Return when a session was: of ``79``, ``from September 2024 to …``.

        Special sessions are ``S-32``, emergency ones ``ES-11``. Empty if not known.
        """
        return ""

    def turn(
        self, within: Resolution, before: Preambular | Operative | None
    ) -> Turn | None:
        """Return what may go on from a paragraph, if there is one.

        None where the house style says nothing of *also* and *further*.
        """
        return None


@dataclass
class Lexicons(Lexicon):
    """What all installed packs know; they are loaded when something is asked first."""

    tell: Callable[[str], None]
    """Is told in a line of a pack that fails."""
    group: str = GROUP

    @cached_property
    def packs(self) -> tuple[tuple[str, Lexicon], ...]:
        """The lexicons, and what each is called."""
        found = []
        for entry in entry_points(self.group):
            try:
                lexicon = entry.load()
                if not isinstance(lexicon, Lexicon):
                    raise TypeError("it is no Lexicon")
            except Exception as error:
                self._failed(entry.value, error)
            else:
                found.append((entry.value, lexicon))
        return tuple(found)

    def instruments(self) -> tuple[Instrument, ...]:
        """Return the instruments of all packs."""
        return tuple(chain(*self._each(lambda pack: (*pack.instruments(),))))

    def named(self, whole: Resolution) -> tuple[Named, ...]:
        """Return where any pack's instruments are named."""
        return tuple(chain(*self._each(lambda pack: (*pack.named(whole),))))

    def adopted(self, organ: Organ, kind: str, number: str) -> date | None:
        """Return the day if all packs that know of one agree."""
        days = set(self._each(lambda pack: pack.adopted(organ, kind, number))) - {None}
        return days.pop() if len(days) == 1 else None

    def holds(self, organ: Organ, kind: str, number: str) -> tuple[str, ...]:
        """Return what any pack knows, each title once."""
        found = self._each(lambda pack: (*pack.holds(organ, kind, number),))
        return tuple(dict.fromkeys(chain(*found)))

    def session(self, organ: Organ, session: str) -> str:
        """Return what the first pack says that knows."""
        said = self._each(lambda pack: pack.session(organ, session))
        return next(filter(None, said), "")

    def turn(
        self, within: Resolution, before: Preambular | Operative | None
    ) -> Turn | None:
        """Return what the first pack says that has a say."""
        return next(filter(None, self._each(lambda p: p.turn(within, before))), None)

    def _each(self, ask: Callable[[Lexicon], T]) -> list[T]:
        answers = []
        for name, lexicon in self.packs:
            try:
                answers.append(ask(lexicon))
            except Exception as error:
                self._failed(name, error)
        return answers

    def _failed(self, name: str, error: BaseException) -> None:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        self.tell(f"lexicon {name} cannot be used: {what}")
