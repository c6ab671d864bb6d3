"""When the sessions of the Assembly and of the Human Rights Council were."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from resolint import Organ
from resolint.tables import months, ordinals, rows

SEASONS = {0: ("spring", (1, 1), (5, 14)), 1: ("summer", (5, 15), (8, 31))}
AUTUMN = ("autumn", (9, 1), (12, 31))
SLACK = timedelta(days=7)
"""Of special sessions the days are less well known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When a session was, at the most, and how to say it."""

    opens: date
    closes: date | None
    """None if it is not closed."""
    words: str
    """``from September 2024 to September 2025``, ``in autumn 2024``."""

    def __contains__(self, day: date) -> bool:
        """Whether a day can have been in it."""
        return self.opens <= day and (self.closes is None or day <= self.closes)


def period(organ: Organ, session: str) -> Period | None:
    """Return when a session was: ``79``, ``S-32``, ``ES-11``; None if not known."""
    if found := _table().get((organ.name, session)):
        opens, closes = found
        words = f"from {month_words(opens)} to {month_words(closes)}" if closes else ""
        if closes and month_words(opens) == month_words(closes):
            words = f"in {month_words(opens)}"
        if session.isdecimal():
            return Period(opens=opens, closes=closes, words=words)
        return Period(
            opens=opens - SLACK,
            closes=closes + SLACK if closes else None,
            words=words or f"after {month_words(opens)}",
        )
    if not session.isdecimal() or len(session) > 3:
        return None
    number = int(session)
    if organ is Organ.GA and number:
        year = 1945 + number
        return Period(
            opens=date(year, 9, 1),
            closes=date(year + 1, 9, 30),
            words=f"from September {year} to September {year + 1}",
        )
    if organ is Organ.HRC and number >= 10:
        year, third = 2009 + (number - 10) // 3, (number - 10) % 3
        season, opens_at, closes_at = SEASONS.get(third, AUTUMN)
        return Period(
            opens=date(year, *opens_at),
            closes=date(year, *closes_at),
            words=f"in {season} {year}",
        )
    return None


def current(organ: Organ, day: date) -> int | None:
    """Return the regular session that a day is in, or the last before it.

    In September, when one session of the Assembly gives way to the next, the older.
    """
    if organ is Organ.GA and day.year >= 1947:
        return day.year - 1945 - (day.month < 10)
    if organ is Organ.HRC and day.year >= 2010:
        begun = sum((day.month, day.day) >= start for start in ((3, 1), (6, 1), (9, 1)))
        return 9 + 3 * (day.year - 2009) + begun
    return None


def ordinal(number: int) -> str:
    """Return a number as an ordinal in words, ``seventy-ninth``; else in figures."""
    return _words().get(number, f"{number}th")


def session_words(session: str) -> str:
    """Return how people call a session: ``eleventh emergency special session``."""
    mark, _, figures = session.rpartition("-")
    kinds = {"": "", "S": "special ", "ES": "emergency special "}
    return f"{ordinal(int(figures))} {kinds[mark]}session"


def day_words(day: date) -> str:
    """Return a date as texts of the United Nations have it."""
    return f"{day.day} {month_words(day)}"


def month_words(day: date) -> str:
    """Return the month and the year of a date."""
    # Not strftime, which speaks the language of the machine.
    return f"{_months()[day.month]} {day.year}"


@cache
def _months() -> dict[int, str]:
    return {number: name for name, number in months().items()}


@cache
def _words() -> dict[int, str]:
    return {number: word for word, number in ordinals().items()}


@cache
def _table() -> dict[tuple[str, str], tuple[date, date | None]]:
    return {
        (row["organ"], row["session"]): (
            date.fromisoformat(row["opens"]),
            date.fromisoformat(row["closes"]) if row["closes"] else None,
        )
        for row in rows("sessions.tsv", "resolint_rules")
    }
