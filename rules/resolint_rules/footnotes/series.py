"""Volumes and numbers of the Treaty Series that no instrument beside them explains."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from resolint import Footnote, Resolution, Span
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.footnotes.sources import Cited, core
from resolint_rules.instruments.table import instruments

_PAGE = regex(r"\bvol\. ?\d+, (?P<page>pp?\. ?\d+)")
_PLACE = regex(r"\bvol\. ?(?P<volume>\d+), No\. ?(?P<number>\d+)\b")


class Slip(NamedTuple):
    """A part of a reference that cannot be, and what to say of it."""

    span: Span
    should: str
    right: str
    """What to write there; empty where several may be meant."""


def slips(note: Footnote, source: Cited, within: Resolution) -> Iterator[Slip]:
    """Yield what is wrong with a note on one volume of the Treaty Series."""
    text = folded(within.source[note.content])
    if "Treaty Series" in text and (page := _PAGE.search(text)):
        span = Span(*page.span("page")).shift(note.content.start)
        yield Slip(span, f"cite the number of the treaty, not “{page['page']}”", "")
    if not source.series or source.several:
        return
    place = _PLACE.search(text)
    volumes = place and _volumes().get(place["number"])
    if place and volumes and place["volume"] not in volumes:
        span = Span(*place.span("volume")).shift(note.content.start)
        *others, last = volumes
        names = f"{', '.join(others)} or {last}" if others else last
        known = f"which No. {place['number']} is in"
        should = f"cite volume {names}, {known}, not {place['volume']}"
        yield Slip(span, should, "" if others else last)


@cache
def _volumes() -> Mapping[str, tuple[str, ...]]:
    """Return the volumes in which each number is, as far as they are known."""
    found: dict[str, set[str]] = {}
    for instrument in instruments():
        known = core(instrument.note)
        numbers = [each.removeprefix("no ") for each in known if each[:3] == "no "]
        volumes = [each.removeprefix("vol ") for each in known if each[:4] == "vol "]
        for number in numbers:
            found.setdefault(number, set()).update(volumes)
    return {number: tuple(sorted(each, key=int)) for number, each in found.items()}
