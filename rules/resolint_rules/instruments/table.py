"""The table of instruments, and where a text names one."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from resolint.regex import regex
from resolint.tables import rows

TABLE = "instruments.tsv"
# A title begins with a capital, or with a year: 2030 Agenda, 2005 World Summit.
_FIRST = regex(r"\b[A-Z0-9][\w’-]*")
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


# Several rules ask one after the other about all paragraphs of a text.
@lru_cache(maxsize=1024)
def mentions(text: str) -> tuple[Mention, ...]:
    """Return where a text has the name of an instrument, the longest at each place."""
    found: list[Mention] = []
    index = _index()
    done = 0
    for word in _FIRST.finditer(text):
        start = word.start()
        if start < done:
            continue
        for name in index.get(word[0], ()):
            end = start + len(name)
            if text.startswith(name, start) and not _GOES_ON.match(text, end):
                found.append(Mention(start, end, by_name()[name]))
                done = end
                break
    return tuple(found)


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """Return the names by their first word, the longest first."""
    index: dict[str, list[str]] = {}
    for name in by_name():
        first = _FIRST.match(name)
        if first is None:
            raise ValueError(f"{TABLE}: {name!r} does not begin with a capital")
        index.setdefault(first[0], []).append(name)
    return {
        word: tuple(sorted(names, key=len, reverse=True))
        for word, names in index.items()
    }
