"""Footnotes on instruments, and where an instrument is first named."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from resolint import (
    EDITED,
    Diagnostic,
    Organ,
    Profile,
    Related,
    Resolution,
    Rule,
    Severity,
    Shows,
)
from resolint_rules.footnotes.sources import Cited, cited, core, near
from resolint_rules.instruments.mentions import Named, named, passages

ACT = "act "


class FirstMention(Rule[Resolution]):
    """An instrument without its footnote at first mention, or with a second one."""

    code = "FNT005"
    name = "first-mention"
    severity = Severity.WARNING
    severities = MappingProxyType({Profile.HRC: Severity.INFO})
    profiles = EDITED
    needs = frozenset({Shows.NOTES})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want one footnote for each instrument, where it is first named."""
        if not node.whole or not node.notes:
            return
        sources = cited(node)
        places = _Places(node, sources)
        first: dict[str, Named] = {}
        noted: dict[str, Named] = {}
        cited_otherwise: dict[str, Named] = {}
        for place in named(node):
            title = place.instrument.title
            if not place.instrument.note or not place.alone:
                continue
            if not self._is_noted(place, sources):
                # What another note cites is the business of FNT006 and TRE005.
                (first if place.note is None else cited_otherwise).setdefault(
                    title, place
                )
                continue
            before = first.get(title)
            if title in noted:
                yield from self._again(place, noted[title], sources)
            elif before and before.part is place.part and places.bare(before, place):
                yield self._late(place, before)
            noted.setdefault(title, place)
        for title, place in first.items():
            known = title in noted or title in cited_otherwise
            if not known and places.never(place):
                yield self._missing(place)

    def _is_noted(self, place: Named, sources: Mapping[str, Cited]) -> bool:
        """Whether the footnote of an instrument is called right behind its name."""
        if place.note is None:
            return False
        return core(place.instrument.note) <= sources[place.note.label].core

    def _again(
        self, place: Named, before: Named, sources: Mapping[str, Cited]
    ) -> Iterator[Diagnostic]:
        """Yield a finding where another footnote cites the same once more."""
        note, earlier = place.note, before.note
        if note is None or earlier is None or note.label == earlier.label:
            return
        if before.part is not place.part:
            return
        # Two notes that say different things of one instrument may both be wanted.
        one, two = sources[note.label], sources[earlier.label]
        if one.core != two.core or _bare(one) != _bare(two):
            return
        message = (
            f"{place.passage.locator} should name the {place.instrument.title} "
            f"without note {note.label}: note {earlier.label} is on its first mention"
        )
        notes = (Related(before.span, "the first mention"),)
        yield self.at(place.span, message, notes=notes)

    def _late(self, place: Named, before: Named) -> Diagnostic:
        """Return a finding where the footnote is at a later mention."""
        label = place.note.label if place.note else ""
        message = (
            f"{before.passage.locator} should have the footnote on the "
            f"{before.instrument.title}, as its first mention, not "
            f"{place.passage.locator} (note {label})"
        )
        if before.passage is place.passage:
            message = (
                f"{before.passage.locator} should have note {label} at the first "
                f"mention of the {before.instrument.title}"
            )
        notes = (Related(place.span, "where the footnote is called"),)
        return self.at(before.span, message, notes=notes)

    def _missing(self, place: Named) -> Diagnostic:
        """Return a finding for an instrument that has no footnote at all."""
        instrument = place.instrument
        own = place.part.organ is Organ.GA
        note = instrument.note if own else instrument.council
        message = (
            f"{place.passage.locator} names the {instrument.title} first, and should "
            f"have the footnote “{note}”"
        )
        return self.at(place.span, message, severity=Severity.INFO)


class _Places:
    """Where a text cites resolutions, and calls footnotes."""

    def __init__(self, whole: Resolution, sources: Mapping[str, Cited]) -> None:
        self.whole, self.sources = whole, sources

    @cached_property
    def acts(self) -> dict[str, int]:
        """Where each number is cited first."""
        found: dict[str, int] = {}
        for _, passage in passages(self.whole):
            for citation in passage.citations:
                found.setdefault(citation.number, citation.span.start)
        return found

    @cached_property
    def calls(self) -> dict[str, int]:
        """Where each note is called first."""
        found: dict[str, int] = {}
        for _, passage in passages(self.whole):
            for call in passage.calls:
                found.setdefault(call.label, call.at)
        return found

    def bare(self, first: Named, place: Named) -> bool:
        """Whether a first mention has nothing that makes a footnote needless."""
        label = place.note.label if place.note else ""
        if self.calls.get(label, 0) < place.span.start:
            return False
        return not self._given(first)

    def never(self, place: Named) -> bool:
        """Whether no footnote cites the instrument, though it should have one."""
        if place.part.organ is Organ.HRC or self._given(place):
            return False
        day = place.part.as_of
        years = place.instrument.years
        if day and years and str(day.year) < min(years):
            return False
        known = core(place.instrument.note)
        cores = [source.core for source in self.sources.values()]
        # A reference that is nearly right is the business of FNT006.
        return not any(
            known & each or any(near(one, two) for one in known for two in each)
            for each in cores
        )

    def _given(self, place: Named) -> bool:
        """Whether the text itself names the resolution that adopted an instrument."""
        for known in core(place.instrument.note):
            act = self.acts.get(known.removeprefix(ACT))
            if act is not None and act < place.passage.span.end:
                return True
        return any(True for _ in place.passage.citations) or self._extended(place)

    def _extended(self, place: Named) -> bool:
        """Whether the words that go on from the name have the footnote."""
        known = core(place.instrument.note)
        return any(
            call.at >= place.span.end and known <= self.sources[call.label].core
            for call in place.passage.calls
            if call.label in self.sources
        )


def _bare(source: Cited) -> str:
    """Return a source without the name of the Assembly before its resolution."""
    return source.head.lower().removeprefix("general assembly ")
