"""The table of instruments, and where a text names one."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from resolint import Source, Span
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import rows

TABLE = "instruments.tsv"
LENGTHS = (40, 25, 9)
"""By how many code points a name is looked for; none is shorter than the last."""
# A title begins with a capital, or with a year: 2030 Agenda, 2005 World Summit.
_FIRST = regex(r"\b[A-Z0-9][\w’-]*")
_JOINS = ("’", "-")
_JOINED = regex(r"\b[A-Z0-9][\w’-]*\Z")
_REACH = 80
# Some formats print the indicator of a note that was called before as mere figures.
_GOES_ON = regex(r"[^\W\d_]|(?<=\d)\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A treaty, a declaration or a plan, and the footnote that it is given."""

    title: str
    forms: tuple[str, ...]
    """Further names of the same that take the same footnote."""
    note: str
    """As in texts of the General Assembly; empty where none is known."""
    council: str
    """As in texts of the two Councils that have footnotes."""
    kind: str
    """``treaty``, ``labour``, ``declaration``, ``report``, ``document``, ``other``."""
    dates: tuple[str, ...]
    """The years, or days, that may stand beside its name."""

    @property
    def years(self) -> frozenset[str]:
        """The years that may stand beside its name."""
        return frozenset(date[:4] for date in self.dates)


class Mention(NamedTuple):
    """Where a text, hyphens and spaces folded, names an instrument."""

    start: int
    end: int
    instrument: Instrument


@cache
def instruments() -> tuple[Instrument, ...]:
    """Return all instruments of the table."""
    return tuple(
        Instrument(
            title=row["title"],
            forms=tuple(form for form in row["forms"].split("; ") if form),
            note=row["note"],
            council=row["council"] or row["note"],
            kind=row["kind"],
            dates=tuple(row["dates"].split()),
        )
        for row in rows(TABLE, "resolint_rules")
    )


@cache
def by_name() -> dict[str, Instrument]:
    """Return the instruments by each of their names."""
    return {
        name: instrument
        for instrument in instruments()
        for name in (instrument.title, *instrument.forms)
    }


def mentions(source: Source, span: Span) -> list[Mention]:
    """Return where a passage has the name of an instrument, the longest at each place.

    ``span`` is its words; offsets are those in them.
    """
    starts, found = _mentions(source.text)
    first = bisect_left(starts, span.start)
    last = bisect_left(starts, span.end, first)
    if first == last:
        return []
    return [
        Mention(start - span.start, end - span.start, instrument)
        for start, end, instrument in found[first:last]
    ]


@lru_cache(maxsize=4)
def _mentions(text: str) -> tuple[list[int], list[Mention]]:
    """Return where a whole text has names, and the offsets alone."""
    found: list[Mention] = []
    text, done = folded(text), 0
    index = _index()
    for word in _firsts().finditer(text):
        start = word.start()
        if start < done or not _begins(text, start):
            continue
        begun = (index.get(text[start : start + size], ()) for size in LENGTHS)
        for name in chain.from_iterable(begun):
            end = start + len(name)
            if text.startswith(name, start) and not _GOES_ON.match(text, end):
                found.append(Mention(start, end, by_name()[name]))
                done = end
                break
    return [each.start for each in found], found


def _begins(text: str, start: int) -> bool:
    """Whether a word is no end of another, and of none with a capital: *Pre-Treaty*."""
    before = text[start - 1 : start]
    if before in _JOINS:
        return not _JOINED.search(text, max(0, start - _REACH), start)
    return not (before.isalnum() or before == "_")


@cache
def _firsts() -> re.Pattern[str]:
    """Return what finds the words that names begin with."""
    found = map(_FIRST.match, by_name())
    words = "|".join(sorted({re.escape(each[0]) for each in found if each}))
    # A search begins quickest with the words themselves.
    return re.compile(rf"(?:{words})(?![\w’-])")


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """Return the names by how they begin, the longest first."""
    index: dict[str, list[str]] = {}
    for name in by_name():
        size = next((size for size in LENGTHS if size <= len(name)), 0)
        if _FIRST.match(name) is None or not size:
            raise ValueError(f"{TABLE}: {name!r} has no capital, or is too short")
        index.setdefault(name[:size], []).append(name)
    return {
        begin: tuple(sorted(names, key=len, reverse=True))
        for begin, names in index.items()
    }
