"""Slips in document symbols: what was probably meant, and what is wrong.

>>> mended("A/79/L5").meant
'A/79/L.5'
"""

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from resolint.grammar.symbols import SWAPPED, is_symbol
from resolint.regex import regex
from resolint.tables import rows, symbol_parts

FIRST_YEAR = 1945
"""With a session's number added, the year in which it opens."""

LAST_YEAR = 40
"""Two figures up to this one are a year of this century, ``S/24/343``."""


class Slip(StrEnum):
    """What a slip is about, the gravest last."""

    SPACE = "spaces"
    MARK = "capitals and full stops"
    DOUBLE = "double symbols"
    FORM = "the form"
    ECONOMIC = "documents of the Economic and Social Council"
    SECURITY = "documents of the Security Council"
    SPECIAL = "special sessions"
    ASSEMBLY = "documents of the General Assembly"
    COMMITTEE = "documents of Main Committees"
    RIGHTS = "documents of the Human Rights Council"


_GRAVITY = {slip: gravity for gravity, slip in enumerate(Slip)}


class Mended(NamedTuple):
    """What was probably meant by a bad symbol, and what is wrong with it."""

    meant: str = ""
    """Empty where nothing can be guessed."""
    slip: Slip = Slip.FORM
    """The gravest of its slips."""
    problem: str = ""
    """Empty where nothing is known of it."""


class _Repair(NamedTuple):
    slip: Slip
    pattern: re.Pattern[str]
    mend: str | Callable[[re.Match[str]], str]
    problem: str

    def made(self, text: str) -> tuple[str, str]:
        """Return a text without the slip, and how it is told."""
        told: list[str] = []

        def write(found: re.Match[str]) -> str:
            meant = self.mend(found) if callable(self.mend) else found.expand(self.mend)
            if meant != found[0]:
                words = (found[0].strip("/ "), meant.strip("/ "))
                told.append(self.problem.format(*words))
            return meant

        made = self.pattern.sub(write, text)
        return made, "; ".join(dict.fromkeys(told))


@lru_cache(maxsize=1024)
def mended(text: str) -> Mended:
    """Return what was probably meant by a bad symbol, and what is wrong with it."""
    words = text
    slips: list[Slip] = []
    problems: list[str] = []
    for repair in _repairs():
        words, told = repair.made(words)
        if told:
            slips.append(repair.slip)
            problems.append(told)
            if is_symbol(words):
                slip = max(slips, key=_GRAVITY.__getitem__)
                return Mended(meant=words, slip=slip, problem="; ".join(problems))
    for slip, pattern, problem in _gaps():
        if pattern.search(words):
            return Mended(slip=slip, problem=problem)
    return Mended()


@cache
def _repairs() -> tuple[_Repair, ...]:
    swapped = "|".join(SWAPPED)
    return tuple(
        _Repair(
            Slip[row["slip"]],
            regex(row["pattern"].replace("@SWAPPED@", swapped)),
            _MENDS.get(row["mend"], row["mend"]),
            row["problem"],
        )
        for row in rows("symbol_slips.tsv")
    )


@cache
def _gaps() -> tuple[tuple[Slip, re.Pattern[str], str], ...]:
    return tuple(
        (Slip[row["slip"]], regex(row["pattern"]), row["problem"])
        for row in rows("symbol_gaps.tsv")
    )


@cache
def known_words() -> dict[str, str]:
    """Return the words of symbols as they are written, by their small letters."""
    words = (
        *("A", "E", "S", "ES", "ST", "Sects", "Sec", "xx", "and", "to", "or"),
        *("Addendum", "Corrigendum", "Revision", "Section", "Volume"),
    )
    parts = (part for part in symbol_parts() if part not in ("Res", "Dec"))
    return {word.lower(): word for word in (*words, *parts)}


def _cased(found: re.Match[str]) -> str:
    word = found[0]
    return known_words().get(word.lower(), word.upper() if word.islower() else word)


def _swapped(found: re.Match[str]) -> str:
    return SWAPPED[found[0]]


def _rights(found: re.Match[str]) -> str:
    return f"A/HRC/{found[1]}/" if found[1] else "A/HRC/"


def _acted(found: re.Match[str]) -> str:
    security = found[2] == "PRST" or "(" in found.string
    return f"{found[1] or ('S' if security else 'A')}/{found[2]}"


def _session(found: re.Match[str]) -> str:
    return f"{found[1]}{int(found[2]) - FIRST_YEAR}/"


def _year(found: re.Match[str]) -> str:
    return f"{found[1]}{_full_year(int(found[2]))}/"


def _full_year(figures: int) -> int:
    # S/24/343 gives the year in two figures; S/79/343 gives the Assembly's session.
    if figures <= LAST_YEAR:
        return 2000 + figures
    return 1900 + figures if figures >= 94 else FIRST_YEAR + figures


def _council(found: re.Match[str]) -> str:
    first, second = found[1], found[2]
    if len(second) == 2:
        second = str(_full_year(int(second)))
    if not 1946 <= int(second) <= 2000 + LAST_YEAR:
        first, second = second, first
    return f"S/RES/{first} ({second})"


def _arabic(found: re.Match[str]) -> str:
    return f"A/C.{('I', 'II', 'III', 'IV', 'V', 'VI').index(found[1]) + 1}"


_MENDS = {
    "=acted": _acted,
    "=arabic": _arabic,
    "=cased": _cased,
    "=council": _council,
    "=rights": _rights,
    "=session": _session,
    "=swapped": _swapped,
    "=year": _year,
}
