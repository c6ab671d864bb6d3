"""What was probably meant by a bad symbol or number, and what is wrong with it."""

import re
from collections.abc import Callable
from typing import NamedTuple

from resolint.adoption import LAST_ROMAN, Number, number, numeral, possible, roman
from resolint.document import Organ
from resolint.grammar import citations
from resolint.grammar.symbol_slips import mended
from resolint.regex import regex

UNKNOWN = "no known form of a document symbol or of a resolution number"
_PRINTED = regex(f"{citations.COUNCIL}|{citations.ROMAN}|{citations.SESSION}")


class Repair(NamedTuple):
    """A slip in a resolution number, how it is mended, and how it is told."""

    slip: re.Pattern[str]
    mend: str | Callable[[re.Match[str]], str]
    problem: str


def _special(found: re.Match[str]) -> str:
    session = found[2] if found[2].isdigit() else roman(found[2].upper())
    return f"{found[1].upper()}-{session}/"


def _year(found: re.Match[str]) -> str:
    # The Economic and Social Council has never adopted a hundred resolutions a year.
    if int(found[1]) < 100:
        return f"{found[2]}/{found[1]}"
    return f"{found[1]} ({found[2]})"


def _short_year(found: re.Match[str]) -> str:
    figures = int(found[2])
    return f"{found[1]} ({1900 + figures if figures >= 46 else 2000 + figures})"


def _roman(found: re.Match[str]) -> str:
    session, letter = int(found[3]), found[2] or ""
    if not 1 <= session <= LAST_ROMAN:
        return found[0]
    return f"{found[1]}{' ' if letter else ''}{letter.strip()} ({numeral(session)})"


REPAIRS = (
    Repair(regex(r" */ *"), "/", "no space stands beside the slash"),
    Repair(regex(r"[–—]"), "-", "a plain hyphen stands in a number"),
    Repair(
        regex(r"[\[{] ?([\w-]+) ?[\]}]|\( ?([\w-]+) ?\)"),
        lambda found: f"({found[1] or found[2]})",
        "parentheses are round, without spaces inside",
    ),
    Repair(
        regex(r"^(\d+) ?(\([^()]+\)) ?([A-Z])$"),
        r"\1 \3 \2",
        "the letter stands before the session",
    ),
    Repair(
        regex(r"^(?i:(ES|S))[-/. ]*(\d{1,2}|[IVXivx]+)[/-](?=\d)"),
        _special,
        "special sessions are written S-10, emergency special ones ES-11",
    ),
    Repair(
        regex(r"(?i)(?<=\()(?:E?S-)?[ivxl]+(?=\))"),
        lambda found: found[0].upper(),
        "the numeral of the session is in capitals",
    ),
    Repair(
        regex(r"(?<=\d)( ?)([a-z]{1,2})(?=$| ?\()"),
        lambda found: found[1] + found[2].upper(),
        "the letter behind the number is a capital",
    ),
    Repair(
        regex(r"(?<=\d)(?=[A-Z]{1,2}(?:$| ?\())"),
        " ",
        "a space stands before the letter",
    ),
    Repair(
        regex(r"(?<=[\dA-Z])(?=\()"),
        " ",
        "a space stands before the parenthesis",
    ),
    Repair(regex(r"(?<=/)0+(?=\d)|^0+(?=\d)"), "", "no nought stands before a number"),
    Repair(
        regex(r"^(\d{1,4})[/-]((?:19[4-9]|20\d)\d)$"),
        _year,
        "the year of a Council’s resolution stands first, or in parentheses",
    ),
    Repair(
        regex(r"^(\d{2,4})(?:, ?| )((?:19[4-9]|20\d)\d)$"),
        r"\1 (\2)",
        "the year stands in parentheses",
    ),
    Repair(
        regex(r"^((?:19[4-9]|20\d)\d) ?\((\d{1,3})\)$"),
        r"\1/\2",
        "a slash stands between year and number",
    ),
    Repair(
        regex(r"^(\d{1,4}|E?S-\d+)[-.](\d{1,3}(?: ?[A-Z])?)$"),
        r"\1/\2",
        "a slash stands between session and number",
    ),
    Repair(
        regex(r"^(\d{3,4})( ?[A-Z])? ?[/(](\d{1,2})\)?$"),
        _roman,
        "up to the thirtieth session the Assembly numbered 2625 (XXV)",
    ),
    Repair(
        regex(r"^(\d{3,4}) ?[/(](\d\d)\)?$"),
        _short_year,
        "the year is in four figures, in parentheses",
    ),
    Repair(
        regex(r"\((E?S)-(\d{1,2})\)"),
        lambda found: f"({found[1]}-{numeral(int(found[2]))})",
        "the session is in roman numerals",
    ),
)


def repaired(text: str) -> tuple[str, str]:
    """Return what was probably meant, or nothing, and what is wrong."""
    meant = mended(text)
    if meant.meant:
        return meant.meant, meant.problem
    problems = []
    words = text
    for repair in REPAIRS:
        written = repair.slip.sub(repair.mend, words)
        if written != words:
            problems.append(repair.problem)
            words = written
            if is_good(number(words), words):
                return words, "; ".join(problems)
    normal = number(words).normal
    if normal and is_good(number(normal), normal):
        return normal, "; ".join([*problems, f"it is written {normal}"])
    return "", meant.problem or _told(words)


def is_good(found: Number, words: str) -> bool:
    """Whether some words are the number of a resolution, printed as it should be."""
    printed = found.normal == words and _PRINTED.fullmatch(words)
    return bool(printed) and any(possible(organ, found) for organ in Organ)


def _told(words: str) -> str:
    found = number(words)
    if old := re.fullmatch(r"\d+.*\((?:E?S-)?([IVXLCDM]+)\).*", words):
        if roman(old[1]) is None:
            return f"{old[1]} is no roman numeral"
        return "no session of that number used roman numerals"
    match found.shape:
        case "figures":
            return (
                "a bare number: a session goes before it, 79/125, or a year behind it,"
                " 1325 (2000)"
            )
        case "session" if not re.fullmatch(r"\d+/\d+(?: ?[A-Z])?", words):
            return UNKNOWN
        case "session" if found.number == 0 or found.session == 0:
            return "sessions and numbers begin with 1"
        case "session":
            return f"no organ has a session {found.session} with {found.number} acts"
    return UNKNOWN
