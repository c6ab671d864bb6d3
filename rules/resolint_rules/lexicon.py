"""What the tables of the rules know, for editors: instruments, acts and sessions."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from resolint import EDITED, Operative, Organ, Preambular, Resolution
from resolint.adoption import number, possible
from resolint.lexicon import Instrument, Lexicon, Named, Note, Turn
from resolint.profiles import profile_of
from resolint.regex import regex
from resolint.tables import rows
from resolint_rules.also.addressees import addressee, bound
from resolint_rules.also.openers import CYCLE
from resolint_rules.also.reading import opener
from resolint_rules.instruments import mentions, table
from resolint_rules.metadata.calendar import period
from resolint_rules.references.facts import adoption

_COUNCILS = (Organ.ECOSOC, Organ.HRC)
_ITALICS = regex(
    r"(?<=Nations, )Treaty Series"
    r"|\AReport of [^(]*?(?=, vol\.| \()|(?<=, )Resolutions Adopted by the Conference"
)
_ACT = regex(
    r"(?:See )?[Rr]esolution (?P<number>[^,;.]*\d[^,;.]*)"
    r"(?:, (?P<place>annex(?: [IVX]+)?))?\."
)


class Tables(Lexicon):
    """What the tables know."""

    def instruments(self) -> Iterable[Instrument]:
        """Return the instruments of the table, with the acronyms of some."""
        return _instruments().values()

    def named(self, whole: Resolution) -> Iterator[Named]:
        """Yield where paragraphs name instruments, but as parts of longer names."""
        for place in mentions.named(whole):
            if place.alone:
                yield Named(place.span, _instruments()[place.instrument.title])

    def adopted(self, organ: Organ, kind: str, number: str) -> date | None:
        """Return the day that its masthead has, or that several citations agree on."""
        found = adoption(organ, kind, number)
        if found is not None:
            return found.day if found.firm else None
        ours = organ is Organ.GA and kind == "resolution"
        return _declared().get(number) if ours else None

    def holds(self, organ: Organ, kind: str, number: str) -> Iterable[str]:
        """Return the instruments whose footnotes cite a resolution."""
        if organ is Organ.GA and kind == "resolution":
            return _contents().get(number, ())
        return ()

    def session(self, organ: Organ, session: str) -> str:
        """Return when a session of the Assembly or of the Council was."""
        found = period(organ, session)
        return found.words if found is not None else ""

    def turn(
        self, within: Resolution, before: Preambular | Operative | None
    ) -> Turn | None:
        """Return the phrase that has its turn after a paragraph."""
        if profile_of(within) not in EDITED:
            return None
        own = opener(within.source, before) if before is not None else None
        if own is None or before is None:
            return Turn()
        whom = addressee(own, before, within) if bound(own) else None
        return Turn(
            due=own.with_adverb((own.adverb + 1) % len(CYCLE))[0],
            plain=own.with_adverb(0)[0],
            addressee=whom.words if whom is not None else "",
        )


LEXICON = Tables()
"""Named by the entry point."""


@cache
def _instruments() -> dict[str, Instrument]:
    """Return the instruments by their titles."""
    letters: dict[str, list[str]] = {}
    for row in rows("instrument_acronyms.tsv", "resolint_rules"):
        letters.setdefault(row["title"], []).append(row["acronym"])
    return {
        each.title: Instrument(
            title=each.title,
            names=(*each.forms, *letters.get(each.title, ())),
            notes=dict(_notes(each)),
        )
        for each in table.instruments()
    }


def _notes(each: table.Instrument) -> Iterator[tuple[Organ, Note]]:
    if each.note:
        yield Organ.GA, _note(each.note)
        yield from ((organ, _note(each.council)) for organ in _COUNCILS)


def _note(text: str) -> Note:
    return Note(text, tuple(found[0] for found in _ITALICS.finditer(text)))


@cache
def _contents() -> dict[str, list[str]]:
    """Return what is known to be in resolutions of the Assembly, by their numbers."""
    found: dict[str, list[str]] = {}
    for act, place, each in _held():
        where = f" ({place})" if place else ""
        found.setdefault(act, []).append(f"{each.title}{where}")
    return found


@cache
def _declared() -> dict[str, date]:
    """Return the days of resolutions that are declarations of a known day."""
    return {
        act: date.fromisoformat(each.dates[0])
        for act, _, each in _held()
        if each.kind == "declaration" and each.dates and "-" in each.dates[0]
    }


def _held() -> Iterator[tuple[str, str, table.Instrument]]:
    """Yield the numbers of resolutions, and where in them which instrument is."""
    for each in table.instruments():
        cited = _ACT.fullmatch(each.note)
        act = number(cited["number"]) if cited else None
        if cited and act and possible(Organ.GA, act):
            yield act.normal, cited["place"] or "", each
