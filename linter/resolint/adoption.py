"""Who can have adopted a resolution, by the shape of its number and its date.

The same ``N/M`` is used by the Assembly, by the Human Rights Council and by many
other bodies: where it can be more than one's, nothing is guessed.
"""

import re
from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from resolint.document import Organ

FIRST_NUMBERED_SESSION = 31
"""Up to the thirtieth, the Assembly numbered ``3411 B (XXX)``; then ``31/6 B``."""

LAST_ROMAN = 30
"""The Assembly's last session in roman numerals; the Economic Council went on."""

MOST_OF_OTHERS = 99
"""Only the Assembly adopts so many resolutions in a session."""

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(numeral: str) -> int | None:
    """Return the value of a well-formed roman numeral below 90, else None."""
    if not re.fullmatch(r"(?=.)(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})", numeral):
        return None
    values = [_ROMAN[letter] for letter in numeral]
    later = [*values[1:], 0]
    return sum(
        -value if value < after else value
        for value, after in zip(values, later, strict=True)
    )


def numeral(value: int) -> str:
    """Return a number below 90 in roman numerals."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")[value // 10]
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[value % 10]
    return tens + ones


class Number(NamedTuple):
    """The number of a resolution or decision, taken apart."""

    shape: str
    """``council``, ``roman``, ``session``, ``year``, ``special``, ``emergency``,
    ``figures`` or ``other``."""
    number: int = 0
    session: int = 0
    """Or the year; 0 where there is none, or where the numeral is no numeral."""
    normal: str = ""
    """As it should be printed: ``2200 A (XXI)``; empty where no form is right."""


@lru_cache(maxsize=1024)
def number(text: str) -> Number:
    """Take the number of a resolution apart."""
    if found := re.fullmatch(r"(\d+) ?\((\d{4})\)", text):
        count, year = int(found[1]), int(found[2])
        normal = f"{count} ({year})"
        return Number(shape="council", number=count, session=year, normal=normal)
    if found := re.fullmatch(r"(\d+) ?(.*?) ?\((ES-|S-)?(\w+)\)( [A-Z])?", text):
        count, letters = int(found[1]), found[2] or (found[5] or "").strip()
        value = roman(found[4])
        mark = found[3] or ""
        shape = {"": "roman", "S-": "special", "ES-": "emergency"}[mark]
        middle = f" {letters}" if letters else ""
        normal = f"{count}{middle} ({mark}{found[4]})" if value else ""
        return Number(shape=shape, number=count, session=value or 0, normal=normal)
    if found := re.fullmatch(r"(?i:(ES|S)([-– ]?))?(\d+)/(\d+) ?(.*)", text):
        first, second = int(found[3]), int(found[4])
        letters = f" {found[5]}" if found[5] else ""
        if found[1]:
            mark = found[1].upper()
            normal = f"{mark}-{first}/{second}{letters}"
            shape = "emergency" if mark == "ES" else "special"
            return Number(shape=shape, number=second, session=first, normal=normal)
        normal = f"{first}/{second}{letters}"
        shape = "year" if 1900 <= first < 2100 else "session"
        return Number(shape=shape, number=second, session=first, normal=normal)
    if text.isdecimal():
        return Number(shape="figures", number=int(text))
    return Number(shape="other")


def possible(organ: Organ, number: Number) -> bool:
    """Whether an organ numbers its resolutions so."""
    match organ, number.shape:
        case Organ.SC, "council":
            return True
        case Organ.GA, "roman":
            return 1 <= number.session <= LAST_ROMAN and number.number <= 3541
        case Organ.GA, "session":
            return FIRST_NUMBERED_SESSION <= number.session < 150 and (
                0 < number.number < 1000
            )
        case Organ.GA, "special" | "emergency":
            return number.session > 0
        case Organ.ECOSOC, "roman":
            return 1 <= number.session <= 63
        case Organ.ECOSOC, "year":
            return True
        case Organ.HRC, "session":
            return 1 <= number.session < 100 and number.number < 200
        case Organ.HRC, "special":
            return number.normal.startswith("S-")
    return False


def fits(organ: Organ, number: Number, day: date | None) -> bool:
    """Whether an organ can have adopted a number on a day, as far as is known."""
    if not possible(organ, number):
        return False
    if day is None or number.shape != "session":
        return True
    if organ is Organ.GA:
        return 1945 <= day.year - number.session <= 1946
    # The Council holds three regular sessions a year: the tenth began 2009.
    return abs(day.year - 2009 - (number.session - 10) // 3) <= 1


def adopter(
    number: Number,
    *,
    day: date | None,
    own: bool,
    adopting: Organ | None,
    before: Collection[Organ],
    others: bool,
    nearest: Organ | None,
    joined: Organ | None,
) -> Organ | None:
    """Return who adopted a resolution that is cited with no name before it.

    ``own`` is whether the text says *its*, ``adopting`` whose text it is, ``before``
    which organs are named before in the same line, ``others`` whether other bodies
    are, ``nearest`` which is named last, and ``joined`` who adopted what stands right
    before it in the list.
    """
    if own and adopting and fits(adopting, number, day):
        return adopting
    match number.shape:
        case "session" if possible(Organ.GA, number) and number.number > MOST_OF_OTHERS:
            return Organ.GA
        case "council":
            # Bodies of treaties number from 1 and give the year in parentheses too.
            sure = number.number >= 100 or 1946 <= number.session <= 1952
            return Organ.SC if sure else None
        case "emergency":
            return Organ.GA
        case "roman" if possible(Organ.GA, number):
            return Organ.GA
        case "special" if joined and possible(joined, number):
            return joined
    mentioned = [organ for organ in before if fits(organ, number, day)]
    if own and len(mentioned) == 1:
        return mentioned[0]
    rival = adopting is not None and possible(adopting, number)
    for organ in (joined, nearest if day else None):
        named = organ and organ is not adopting and fits(organ, number, day)
        if named and not (rival and adopting and fits(adopting, number, day)):
            return organ
    if adopting is None or not rival:
        return _only(number, day) if adopting and not others else None
    if fits(adopting, number, day):
        if adopting is Organ.HRC and number.session >= FIRST_NUMBERED_SESSION:
            return adopting if day and not fits(Organ.GA, number, day) else None
        return adopting
    # Either the date is wrong, or somebody else's resolution is meant.
    if not own and (likely := _only(number, day)):
        return likely
    return None if others or before else adopting


def _only(number: Number, day: date | None) -> Organ | None:
    if day is None or number.shape != "session":
        return None
    found = [organ for organ in (Organ.GA, Organ.HRC) if fits(organ, number, day)]
    return found[0] if found == [Organ.GA] else None
