"""When resolutions were adopted, as far as the table ``resolution_dates`` knows."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from resolint import Organ
from resolint.adoption import number
from resolint.regex import regex
from resolint.tables import text_of

_ENOUGH = 3
"""So many citations that agree are no slip of one drafter."""
_PARTS = regex(r"(?P<act>\d+)(?: (?P<of>[^(]+))? (?P<session>\(.*\))")
_LATER = regex(r"(?P<act>\S+/\d+)(?: (?P<of>.+))?")
_LETTERED = regex(r"[A-Z]{1,2}(?:(?:, | and )[A-Z]{1,2})*")


class Adoption(NamedTuple):
    """The day on which a resolution was adopted, and who says so."""

    day: date
    own: bool
    """Whether its own masthead does; else only resolutions that cite it."""
    firm: bool
    """Whether more than one or two say so."""


class _Row(NamedTuple):
    part: str
    day: date
    own: bool
    times: int


def adoption(organ: Organ, kind: str, printed: str) -> Adoption | None:
    """Return when an act was adopted; None if that is not known, or told in two ways.

    Of a number with letters only its parts count. Without, all of them: it may be that
    of a whole whose parts were adopted on different days.
    """
    act, letters = base(printed)
    rows = list(_rows(organ, kind, act))
    firm = True
    if letters:
        if not _LETTERED.fullmatch(letters):
            return None
        named = set(re.findall(r"[A-Z]+", letters))
        rows = [row for row in rows if row.part in named]
        if {row.part for row in rows} != named:
            return None
    else:
        # Where only parts are known, there may be others, of another day.
        firm = any(not row.part for row in rows)
    if len({row.day for row in rows}) != 1:
        return None
    own = firm and any(row.own for row in rows)
    times = sum(row.times for row in rows)
    return Adoption(rows[0].day, own, own or (firm and times >= _ENOUGH))


def base(printed: str) -> tuple[str, str]:
    """Return a number, ``2200 A (XXI)``, without the letters of parts, and those."""
    normal = number(printed).normal
    if found := _PARTS.fullmatch(normal):
        return f"{found['act']} {found['session']}", found["of"] or ""
    found = _LATER.fullmatch(normal)
    return (found["act"], found["of"] or "") if found else (normal, "")


def alike(organ: Organ, kind: str, printed: str, day: date) -> list[str]:
    """Return acts of a day whose number is a slip away from another."""
    act, _ = base(printed)
    return [
        other
        for other in _slips(act)
        if any(row.day == day for row in _rows(organ, kind, other))
    ]


def sat(organ: Organ, day: date) -> bool:
    """Whether an organ adopted anything on a day, as far as is known."""
    begun, words = f"{organ.name}\t", f"\t{day.isoformat()}\t"
    return any(words in line for line in _lines() if line.startswith(begun))


def roman_neighbours(count: int) -> tuple[int, int]:
    """Return between which sessions the Assembly adopted a number up to 3541."""
    low, high = 1, 30
    for known, session in _romans():
        if known <= count:
            low = session
        if known >= count:
            return low, session
    return low, high


def _slips(act: str) -> Iterator[str]:
    """Yield what a number would be with one figure exchanged, or two that swapped."""
    at = [index for index, each in enumerate(act) if each.isdigit()]
    for index in at:
        for figure in "0123456789":
            if figure != act[index]:
                yield act[:index] + figure + act[index + 1 :]
    for index in at:
        after = act[index + 1 : index + 2]
        if after.isdigit() and after != act[index]:
            yield act[:index] + after + act[index] + act[index + 2 :]


def _rows(organ: Organ, kind: str, act: str) -> Iterator[_Row]:
    lines, begun = _lines(), f"{organ.name}\t{kind}\t{act}\t"
    for at in range(bisect_left(lines, begun), len(lines)):
        if not lines[at].startswith(begun):
            return
        part, day, source, count = lines[at].removeprefix(begun).split("\t")
        yield _Row(part, date.fromisoformat(day), source == "self", int(count))


@cache
def _lines() -> list[str]:
    """Read the table; a row is taken apart when it is asked for, as few ever are."""
    return sorted(text_of("resolution_dates.tsv", "resolint_rules").splitlines())


@cache
def _romans() -> list[tuple[int, int]]:
    begun = f"{Organ.GA.name}\t"
    acts = {line.split("\t")[2] for line in _lines() if line.startswith(begun)}
    found = [number(act) for act in acts if act.endswith(")")]
    return sorted(
        (each.number, each.session) for each in found if each.shape == "roman"
    )
