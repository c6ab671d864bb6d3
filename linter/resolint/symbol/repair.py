"""What was probably meant by a bad symbol or number, and what is wrong with it."""

import re
from collections.abc import Callable
from typing import NamedTuple

from resolint.adoption import LAST_ROMAN, number, numeral, possible, roman
from resolint.document import Organ
from resolint.grammar.symbols import is_symbol

UNKNOWN = "no known form of a document symbol or of a resolution number"


class Repair(NamedTuple):
    """A slip, how it is mended, and how it is told."""

    slip: re.Pattern[str]
    mend: str | Callable[[re.Match[str]], str]
    problem: str


def _year(found: re.Match[str]) -> str:
    return f"{found[1]}/{1945 + int(found[2])}/"


def _session(found: re.Match[str]) -> str:
    return f"A/{int(found[1]) - 1945}/"


def _capital(found: re.Match[str]) -> str:
    return f"/{found[1].capitalize()}.{found[2]}"


def _roman(found: re.Match[str]) -> str:
    value = int(found[2])
    return f"{found[1]} ({numeral(value)})" if value <= LAST_ROMAN else found[0]


REPAIRS = (
    Repair(re.compile(r" ?/ ?"), "/", "no space stands inside a symbol"),
    Repair(re.compile(r"[–—](?=(?:A|S|E)/)"), "-", "a hyphen joins double symbols"),
    Repair(re.compile(r"^(?:a|s|e|st)(?=/)"), lambda m: m[0].upper(), "capitals"),
    Repair(
        re.compile(r"/(?i:(add|rev|corr|amend))[. ]?(\d+)"),
        _capital,
        "Add., Rev., Corr. and Amend. are written so, with a full stop",
    ),
    Repair(
        re.compile(r"/(?i:(L|CRP|WP|SR|PV|AC|CN|C|CONF))[. ]?(?=\d)"),
        lambda m: f"/{m[1].upper()}.",
        "a letter and its number are joined by a full stop: C.3, L.60",
    ),
    Repair(re.compile(r"(?<=/RES/)(\d+)\("), r"\1 (", "a space before the parenthesis"),
    Repair(
        re.compile(r"^(?=HRC/)|^(?=C\.[1-6]/)"),
        "A/",
        "it begins with A/ of the Assembly",
    ),
    Repair(
        re.compile(r"^(A/C\.\d)/(L\.\d+)/(\d+)"), r"\1/\3/\2", "the session comes first"
    ),
    Repair(
        re.compile(r"^A/((?:19[7-9]|20)\d\d)/"),
        _session,
        "documents of the Assembly carry the session, not the year",
    ),
    Repair(
        re.compile(r"^(S|E)/(\d\d)/"),
        _year,
        "documents of this Council carry the year, not a session",
    ),
    Repair(
        re.compile(r"^(?i:(ES|S))[- ]?(\d{1,2}/)"),
        lambda m: f"{m[1].upper()}-{m[2]}",
        "special sessions are written S-10, ES-11",
    ),
    Repair(
        re.compile(r"^(\d{1,4})/((?:19[4-9]|20)\d\d)$"),
        lambda m: f"{m[2]}/{m[1]}" if int(m[1]) < 100 else f"{m[1]} ({m[2]})",
        "the year of a Council’s resolution stands first, or in parentheses",
    ),
    Repair(
        re.compile(r"^(\d{3,4})/(\d{1,2})$"),
        _roman,
        "up to the thirtieth session the Assembly numbered 2625 (XXV)",
    ),
    Repair(
        re.compile(r"\(S-(\d{1,2})\)"),
        lambda m: f"(S-{numeral(int(m[1]))})",
        "the session is in roman numerals",
    ),
)


def repaired(text: str) -> tuple[str, str]:
    """Return what was probably meant, or nothing, and what is wrong."""
    problems = []
    words = text
    for repair in REPAIRS:
        mended = repair.slip.sub(repair.mend, words)
        if mended != words:
            problems.append(repair.problem)
            words = mended
            if _good(words):
                return words, "; ".join(problems)
    normal = number(words).normal
    if normal and normal != text and _good(normal):
        return normal, "; ".join([*problems, "wrong spacing, or capitals"])
    if found := re.fullmatch(r"\d+.*\((?:E?S-)?([IVXLCDM]+)\).*", words):
        if roman(found[1]) is None:
            return "", f"{found[1]} is no roman numeral"
        return "", "no session of that number used roman numerals"
    if re.match(r"A/C\.(?:[7-9]|\d\d)/", words):
        return "", "the Assembly has six Main Committees: C.1 to C.6"
    return "", UNKNOWN


def _good(words: str) -> bool:
    found = number(words)
    return is_symbol(words) or (
        found.normal == words and any(possible(organ, found) for organ in Organ)
    )
