"""States in lists: sponsors of a draft, votes of a Council."""

import unicodedata
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from resolint import Span
from resolint.grammar.space import plain
from resolint.regex import regex
from resolint.tables import rows

_ENDS = " \t\n\u00a0\u202f*.;[]"
_AND = regex(r"\s+and\s+")
_LEAD = regex(r"\s*and\s+")
_CUT = regex(r",(?![^()]*\))")


class State(NamedTuple):
    """What the table knows of a name."""

    name: str
    right: str
    """The short name of the United Nations, as lists have it today."""
    keys: tuple[str, ...]
    """What it may be put in order by."""
    kind: str
    """``member``, ``observer`` or ``former``."""
    until: date | None
    """The day on which the United Nations gave the name up."""
    wrong: bool
    """Whether it is so called elsewhere only."""

    def stale(self, day: date | None) -> bool:
        """Whether a list of some day should not have the name; None is today."""
        return self.wrong or (
            self.until is not None and (day is None or day >= self.until)
        )


class Listed(NamedTuple):
    """A name in a list, and where it stands."""

    name: str
    span: Span

    @property
    def state(self) -> State | None:
        """What the table knows of it."""
        return known(self.name)


def known(name: str) -> State | None:
    """Return what the table knows of a name, by whatever marks it is written."""
    return _table().get(_plain(name))


def names() -> tuple[str, ...]:
    """Return the names that lists should have."""
    return tuple(row.name for row in _table().values() if row.right == row.name)


def key(name: str) -> str:
    """Return what a name is put in order by: letters, without accents and marks."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if c.isalnum())
    return bare.casefold()


def listed(text: str, start: int, end: int) -> list[Listed]:
    """Return the names of a list, ``Brazil, Peru and Viet Nam``, and where they are."""
    commas = [comma.start() for comma in _CUT.finditer(text, start, end)]
    cuts = [start, *commas, end]
    found: list[Listed] = []
    for first, last in pairwise(cuts):
        found += _parted(text, first + (text[first : first + 1] == ","), last)
    return found


def _parted(text: str, start: int, end: int) -> list[Listed]:
    """Return the names between two commas: one, or some that “and” joins."""
    lead = _LEAD.match(text, start, end)
    whole = _trimmed(text, lead.end() if lead else start, end)
    if not whole.name:
        return []
    joints = list(_AND.finditer(text, whole.span.start, whole.span.end))
    if not joints or whole.state:
        return [whole]
    halves = [
        (
            _trimmed(text, whole.span.start, joint.start()),
            _trimmed(text, joint.end(), whole.span.end),
        )
        for joint in joints
    ]
    # “Peru and Trinidad and Tobago”: the joint is where names are on both sides.
    best = max(halves, key=lambda pair: sum(1 for each in pair if each.state))
    if best[0].state or best[1].state:
        return [part for half in best for part in _again(text, half)]
    last = halves[-1]
    return [last[0], last[1]]


def _again(text: str, half: Listed) -> list[Listed]:
    return [half] if half.state else _parted(text, half.span.start, half.span.end)


def _trimmed(text: str, start: int, end: int) -> Listed:
    while start < end and text[start] in _ENDS:
        start += 1
    while end > start and text[end - 1] in _ENDS:
        # “U.S.” keeps its points.
        if text[end - 1] == "." and text[start:end].count(".") > 1:
            break
        end -= 1
    return Listed(text[start:end], Span(start, end))


def _plain(name: str) -> str:
    return plain(name).replace("'", "’").replace("ʼ", "’").casefold()


@cache
def _table() -> dict[str, State]:
    found: dict[str, State] = {}
    for row in rows("member_states.tsv", "resolint_rules"):
        name, kind = row["name"], row["kind"]
        until = date.fromisoformat(row["until"]) if row["until"] else None
        right = row["now"] or name
        found[_plain(name)] = State(name, right, (key(name),), kind, until, False)
        for other in filter(None, row["also"].split(";")):
            keys = (key(name), key(other))
            found[_plain(other)] = State(other, right, keys, kind, None, False)
        for other in filter(None, row["wrong"].split(";")):
            keys = (key(name), key(other))
            found[_plain(other)] = State(other, right, keys, kind, None, True)
    return found
