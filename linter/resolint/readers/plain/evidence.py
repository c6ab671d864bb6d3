"""What a number in the body looks like: a note's, or its own."""

import re
from enum import IntEnum


class Evidence(IntEnum):
    """How surely a number at some place is that of a note."""

    CERTAIN = 24
    """Typed as an indicator: ``[1]``, a superscript."""
    PLAIN = 20
    """Nothing else can stand so: behind a word, behind a mark after a word."""
    LIKELY = 14
    """Behind a year, as in ``2017,3`` or ``20173``."""
    FAIR = 8
    WEAK = 2
    """Only if nothing else is there: a number that may well be its own."""


_YEAR = re.compile(r"(?<![\d/.])(?:19[0-9]|20[0-9])\d$")
_NAME = re.compile(r"(?<![^\s(“‘\"—–-])[A-Z][a-z]+ \d{1,3}$")
_VIRUS = re.compile(r"[A-Z]{3,}[-\u2010\u2011]\d{2}$")
_SHORT = re.compile(
    r"(?:\b(?:No|Nos|Rev|Add|Corr|Amend|vol|vols|para|paras|chap|art|arts|sect|sects"
    r"|p|pp|Art|Vol|Sess|Suppl|fig|cf|ed)|/\S*|\b[A-Z]+|\d)$"
)
BEHIND = 24
"""How much of the text before a number is looked at."""


def glued(text: str, before: str, start: int, end: int) -> int:
    """Weigh all the digits of a number that is glued to what stands before it."""
    last, earlier = before[-1], before[-2:-1]
    if text[end : end + 1] in "-\u2010\u2011–." and text[end + 1 : end + 2].isalnum():
        return 0
    match last:
        case _ if last.isalpha():
            if last.islower() and earlier.isalpha():
                return Evidence.PLAIN
            if earlier.isalpha():
                return Evidence.FAIR + 2
            return Evidence.WEAK + 1
        case "," | ";" | ":" if earlier.isdigit():
            return _behind_number(text, before, start, end)
        case "," | ";" | ":" | "”" | "’" | '"' | "'" | "»":
            return Evidence.PLAIN
        case ")" | "]" | "*" | "!" | "?" | "…":
            return Evidence.PLAIN
        case ".":
            return _behind_point(text, before[:-1], end)
        case _:
            return 0


def _behind_number(text: str, before: str, start: int, end: int) -> int:
    """Weigh a number behind a mark behind a number, as in ``1993,2 all``."""
    number = before[:-1]
    if _YEAR.search(number):
        return Evidence.LIKELY
    match before[-1]:
        case ";":
            return Evidence.LIKELY
        case ":":
            return 0
        case _ if end - start == 3 and re.search(r"(?<!\d)\d{1,3}$", number):
            return 0  # thousands
        case _ if re.search(r"[/\d]\d$|-\d{1,2}$", number):
            return Evidence.FAIR
        case _:
            return Evidence.WEAK + 2


def _behind_point(text: str, before: str, end: int) -> int:
    """Weigh a number behind a full stop: the end of a sentence, or a short form."""
    closes = not text[end:].strip() if len(text) - end < 4 else False
    if _YEAR.search(before):
        return Evidence.LIKELY if closes else Evidence.FAIR
    if _SHORT.search(before):
        return Evidence.FAIR if closes and "/" not in before else 0
    return Evidence.PLAIN if closes else Evidence.FAIR + 2


def residual(text: str, start: int, cut: int, end: int) -> int:
    """Weigh the last digits of a number whose first digits are another number."""
    before = text[max(0, cut - BEHIND) : cut]
    if text[cut] == "0":
        return 0
    if _YEAR.search(before):
        return Evidence.LIKELY
    if _VIRUS.search(before):
        return Evidence.LIKELY
    if end - start == 4 and _YEAR.search(text[max(0, start - 1) : end]):
        return 0
    if _NAME.search(before):
        return Evidence.WEAK + 2
    if re.search(r"[A-Z]\.\d{1,2}$", before):
        return Evidence.WEAK
    return Evidence.WEAK - 1 if cut - start > 1 else 0
