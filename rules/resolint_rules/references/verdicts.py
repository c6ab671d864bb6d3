"""Whether the date given with a resolution can be right, and which rule says so.

Of each citation one rule speaks: REF006 where the act would be later than the text,
REF009 where the two years of a Security Council resolution differ, the rule on the
session where the date is outside it, REF005 where another day of it is known. What only
one or two citations say counts last.
"""

from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from resolint import Citation, Edit, Fix, Organ, Passage, Resolution, Safety, Span
from resolint.adoption import Number, number, possible
from resolint.regex import regex
from resolint.tables import months
from resolint_rules.metadata.calendar import Period, day_words
from resolint_rules.references.facts import (
    Adoption,
    adoption,
    alike,
    roman_neighbours,
    sat,
)
from resolint_rules.references.windows import only_year, window

_FIGURES = regex(r"\d+")
_DAYS = regex(r"\d(?: and|,|-|–)\s*\Z")


class Ground(Enum):
    """On what ground a date is wrong."""

    KNOWN = "another day is known"
    SESSION = "it is not in the session"
    HEARSAY = "one or two citations have another day"


class Verdict(NamedTuple):
    """Why a date is wrong, and what it should be."""

    ground: Ground
    known: Adoption | None
    session: str = ""
    period: Period | None = None
    right: date | None = None
    """The day that it should be, as far as that is known or can be guessed."""
    others: tuple[str, ...] = ()
    """Numbers that look alike, of acts that were adopted on the day given."""


# Each rule on dates asks of each citation.
@lru_cache(maxsize=512)
def verdict(organ: Organ, kind: str, printed: str, day: date) -> Verdict | None:
    """Return what is wrong with the date of an act; None if it can be right."""
    found = number(printed)
    if not possible(organ, found) or not _is_theirs(organ, kind, found):
        return None
    if found.shape == "council" and day.year != found.session:
        return None
    known = adoption(organ, kind, printed)
    if known and known.day == day:
        return None
    others = () if known is None else tuple(alike(organ, kind, printed, day))
    session, period = window(organ, found) or ("", None)
    if period and day not in period:
        sure = known is not None and (known.firm or known.day in period)
        right = known.day if known and sure else only_year(period, day)
        return Verdict(Ground.SESSION, known, session, period, right, others)
    if known is None:
        return None
    ground = Ground.KNOWN if known.firm else Ground.HEARSAY
    return Verdict(ground, known, right=known.day, others=others)


def _is_theirs(organ: Organ, kind: str, found: Number) -> bool:
    """Whether an act is in the row of those that an organ adopted in sessions.

    Regional commissions number with roman numerals too, and call theirs *its*. What is
    to be done at a special session may be decided long before it.
    """
    if organ is Organ.GA and found.shape == "roman":
        low, high = roman_neighbours(found.number)
        return low <= found.session <= high
    return kind == "resolution" or found.shape not in ("special", "emergency")


def direct(cited: Citation, node: Passage, within: Resolution) -> bool:
    """Whether the date stands right behind the number, and is the only one there.

    Of several numbers that share a date, any may be meant.
    """
    day = cited.day
    if day is None or day.span.start < cited.span.end:
        return False
    between = within.source.text[cited.span.end : day.span.start]
    other = any(
        cited.span.start < each.span.start < day.span.start for each in node.citations
    )
    return not other and not _DAYS.search(between)


def named(cited: Citation, within: Resolution) -> str:
    """Return what to call an act: ``Human Rights Council resolution 48/13``."""
    other = cited.organ is not None and cited.organ is not within.organ
    name = f"{cited.organ} {cited.kind}" if other else cited.kind
    return f"{name} {' '.join(cited.number.split())}"


def certain(cited: Citation, found: Number) -> bool:
    """Whether the text itself says whose the act is."""
    if cited.own or found.shape in ("council", "emergency"):
        return True
    return cited.organ is not None and cited.body.endswith(cited.organ)


def safety(cited: Citation, day: date, judged: Verdict) -> Safety:
    """Return how far the right date may be trusted.

    If the organ adopted anything on the day given, the number may be what is wrong.
    """
    known = judged.known
    own = known is not None and known.own and judged.right == known.day
    if not own or cited.organ is None or not certain(cited, number(cited.number)):
        return Safety.UNSAFE
    return Safety.UNSAFE if sat(cited.organ, day) else Safety.SAFE


def dated(span: Span, within: Resolution, right: date, trusted: Safety) -> Fix:
    """Return a fix that writes another date, and touches only what differs in it."""
    words = day_words(right)
    title = f"Write “{words}”"
    text = within.source[span]
    day, month, year = words.split(" ")
    tokens = [*_FIGURES.finditer(text)]
    name = next((each for each in months() if each in text), "")
    if len(tokens) != 2 or not name or tokens[0].end() > text.index(name):
        return Fix(title, Fix.replace(span, words).edits, trusted)
    at = text.index(name)
    pairs = [
        (tokens[0].span(), day),
        ((at, at + len(name)), month),
        (tokens[1].span(), year),
    ]
    edits = tuple(
        Edit(Span(*place).shift(span.start), word)
        for place, word in pairs
        if text[slice(*place)] != word
    )
    return Fix(title, edits, trusted)
