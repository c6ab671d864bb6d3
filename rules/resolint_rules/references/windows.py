"""When the session was in which a number was adopted."""

from datetime import date

from resolint import Organ
from resolint.adoption import LAST_ROMAN, Number, numeral
from resolint_rules.metadata import calendar
from resolint_rules.metadata.calendar import Period

NEW_CYCLE = 2014
"""From this session on, the Economic Council begins in July of the year before."""
_TWO_A_YEAR = 38
"""From this session on, the Economic Council met in each spring and each summer."""


def window(organ: Organ, found: Number) -> tuple[str, Period] | None:
    """Return what the session of a number is called, and when it was, if known."""
    match organ, found.shape:
        case Organ.ECOSOC, "year":
            return f"{found.session} session", _year(found.session)
        case Organ.ECOSOC, "roman" if found.session >= _TWO_A_YEAR:
            year = 1946 + found.session // 2
            words = f"in {year}"
            closes = date(year + 1, 1, 31)
            held = Period(opens=date(year, 1, 1), closes=closes, words=words)
            return f"session {numeral(found.session)}", held
        case Organ.GA, "roman" if found.session <= LAST_ROMAN:
            name = str(found.session)
        case Organ.GA | Organ.HRC, "session":
            name = str(found.session)
        case Organ.GA | Organ.HRC, "special":
            name = f"S-{found.session}"
        case Organ.GA, "emergency":
            name = f"ES-{found.session}"
        case _:
            return None
    period = calendar.period(organ, name) if found.session else None
    return (calendar.session_words(name), period) if period else None


def _year(year: int) -> Period:
    opens = date(year, 1, 1) if year < NEW_CYCLE else date(year - 1, 7, 1)
    closes = date(year, 12, 31)
    first, last = map(calendar.month_words, (opens, closes))
    return Period(opens=opens, closes=closes, words=f"from {first} to {last}")


def only_year(period: Period, day: date) -> date | None:
    """Return the day of the same date in a year that a session has, if it has one."""
    last = period.closes or date(period.opens.year + 1, 12, 31)
    days = []
    for year in range(period.opens.year, last.year + 1):
        try:
            same = day.replace(year=year)
        except ValueError:
            continue
        if same in period:
            days.append(same)
    return days[0] if len(days) == 1 and period.closes else None
