"""The references of instruments in footnotes."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Footnote,
    Organ,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.footnotes.series import slips
from resolint_rules.footnotes.sources import Cited, cited, core, kind, near
from resolint_rules.instruments.mentions import Named, named
from resolint_rules.instruments.table import Instrument, instruments

PAGES_UNTIL = date(2005, 1, 1)
"""Before that day volumes of the Treaty Series were cited by page too."""
FURTHER = 120
"""How far behind a name its footnote may be called."""
SERIES = "Treaty Series"
_PLACE = regex(
    r"\bvols?\. ?[\d, and–-]*\d(?:,? (?:[Nn]os?\. ?[\d, and–-]*\d|pp?\. ?\d+))?"
)
_ACT = regex(
    r"(?:E?S-)?\d+/\d+(?: [A-Z]\b)?|\d+(?: [A-Z])? ?\([IVXLCS-]+\)(?: [A-Z]\b)?"
)
_NUMERAL = regex(r"\b[IVX]+\b")
_SIMPLE = regex(
    r"(?:See )?(?:General Assembly )?[Rr]esolution [\w/ ()-]+?"
    r"(?P<annex>, annex(?:es)?(?: [IVX]+(?: and [IVX]+)?)?)?\.?\Z"
)


class InstrumentReference(Rule[Resolution]):
    """A footnote that cites an instrument by a volume or a resolution not its own."""

    code = "FNT006"
    name = "instrument-reference"
    severity = Severity.WARNING
    profiles = EDITED
    needs = frozenset({Shows.NOTES})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the reference of the table in the note right behind a name."""
        if not node.whole or not node.notes:
            return
        sources = cited(node)
        done: set[str] = set()
        later: list[Named] = []
        for place in named(node):
            note = place.note
            if not place.instrument.note:
                continue
            if note is None or not place.alone:
                later.append(place)
                continue
            source = sources[note.label]
            if note.label in done or source.several:
                continue
            done.add(note.label)
            yield from self._judged(place, note, source, within)
        for place in later:
            yield from self._further(place, done, sources, within)
        if not _is_old(within):
            for note in node.notes:
                if note.label not in done:
                    yield from self._impossible(note, sources[note.label], within)

    def _impossible(
        self, note: Footnote, source: Cited, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Yield a finding on what no instrument can have, whichever is meant."""
        for slip in slips(note, source, within):
            fix = Fix.replace(slip.span, slip.right, Safety.UNSAFE)
            yield self.at(
                slip.span,
                f"{note.locator} should {slip.should}",
                fix if slip.right else None,
            )

    def _further(
        self,
        place: Named,
        done: set[str],
        sources: Mapping[str, Cited],
        within: Resolution,
    ) -> Iterator[Diagnostic]:
        """Yield a finding on a note that is called some words behind a name."""
        right = core(place.instrument.note)
        notes = {note.label: note for note in within.notes}
        for call in place.passage.calls:
            note, source = notes.get(call.label), sources.get(call.label)
            if not note or not source or call.label in done or source.several:
                continue
            if not place.span.end <= call.at <= place.span.end + FURTHER:
                continue
            if right <= source.core or _known(source.core):
                continue
            if sum(near(known, other) for known in right for other in source.core) == 1:
                done.add(call.label)
                if any(kind(known) == "vol" for known in right):
                    yield from self._volume(place.instrument, note, within)
                else:
                    yield self._other(place, note, within)

    def _judged(
        self, place: Named, note: Footnote, source: Cited, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Yield a finding if a note cites something else than the instrument."""
        instrument = place.instrument
        right = core(instrument.note)
        if SERIES in instrument.note:
            if source.page and not _is_old(within):
                yield from self._volume(instrument, note, within)
            elif source.page or right <= source.core:
                return
            elif any(known.startswith("vol ") for known in source.core):
                yield from self._volume(instrument, note, within)
            elif not place.governed and _SIMPLE.match(source.text):
                yield self._other(place, note, within)
        elif not right <= source.core:
            # TRE005 speaks of declarations that are cited to the Treaty Series.
            series = any(known.startswith("vol ") for known in source.core)
            if series and place.instrument.kind == "declaration":
                if place.part.organ is not Organ.GA:
                    yield self._other(place, note, within)
            elif series or _misprinted(right, source, governed=place.governed):
                yield self._other(place, note, within)
        else:
            yield from self._annex(instrument, note, within)

    def _volume(
        self, instrument: Instrument, note: Footnote, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Yield a finding on a volume and a number."""
        text = folded(within.source[note.content])
        found, meant = _PLACE.search(text), _PLACE.search(instrument.note)
        if not found or not meant:
            return
        span = Span(*found.span()).shift(note.content.start)
        message = (
            f"{note.locator} should cite the {instrument.title} as “{meant[0]}”, "
            f"not “{found[0]}”"
        )
        yield self.at(span, message, Fix.replace(span, meant[0], Safety.UNSAFE))

    def _other(self, place: Named, note: Footnote, within: Resolution) -> Diagnostic:
        """Return a finding that names the whole reference."""
        instrument = place.instrument
        own = place.part.organ is Organ.GA
        right = instrument.note if own else instrument.council
        message = (
            f"{note.locator} should cite the {instrument.title} as “{right}”, not "
            f"“{within.source[note.content].strip()}”"
        )
        return self.at(note.content, message, _number(instrument, note, within))

    def _annex(
        self, instrument: Instrument, note: Footnote, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Yield a finding where another annex is named, or none."""
        text = folded(within.source[note.content]).strip()
        found, meant = _SIMPLE.match(text), _SIMPLE.match(instrument.note)
        if not found or not meant or not meant["annex"]:
            return
        right = meant["annex"].removeprefix(", ")
        numbers = set(_NUMERAL.findall(found["annex"] or ""))
        if found["annex"] and set(_NUMERAL.findall(right)) <= numbers:
            return
        message = f"{note.locator} should cite the {instrument.title} with “{right}”"
        start = found.start("annex") if found["annex"] else len(text.rstrip("."))
        end = found.end("annex") if found["annex"] else start
        span = Span(start, end).shift(note.content.start)
        fix = Fix.replace(span, f", {right}", Safety.UNSAFE)
        yield self.at(span, message, fix)


def _is_old(within: Resolution) -> bool:
    return within.as_of is not None and within.as_of < PAGES_UNTIL


def _number(instrument: Instrument, note: Footnote, within: Resolution) -> Fix | None:
    """Return the fix of a number of a resolution, where both have but one."""
    text = folded(within.source[note.content])
    found = _ACT.findall(text)
    meant = _ACT.findall(instrument.note)
    if len(found) != 1 or len(meant) != 1 or not _SIMPLE.match(text.strip()):
        return None
    at = note.content.start + text.index(found[0])
    return Fix.replace(Span(at, at + len(found[0])), meant[0], Safety.UNSAFE)


def _misprinted(right: frozenset[str], source: Cited, *, governed: bool) -> bool:
    """Whether a note that cites something else was meant to cite an instrument."""
    kinds = {kind(known) for known in right}
    others = [each for each in source.core if kind(each) in kinds]
    if not others:
        return False
    if not governed and _SIMPLE.match(source.text):
        return True
    # “See resolution 71/1” may be on what is said of an instrument.
    if not _SIMPLE.match(source.text) and _known(source.core):
        return False
    return any(near(known, other) for known in right for other in others)


@cache
def _cores() -> frozenset[frozenset[str]]:
    """Return what the sources of all instruments are known by."""
    return frozenset(core(each.note) for each in instruments() if each.note)


def _known(found: frozenset[str]) -> bool:
    """Whether a source is that of another instrument."""
    return any(each <= found for each in _cores())
