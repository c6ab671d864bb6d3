"""Dates."""

import re
from collections.abc import Iterator
from datetime import date

from resolint.document import Day
from resolint.grammar import dates
from resolint.grammar.terminals import first
from resolint.inline.line import Line
from resolint.tables import months

REACH = 60
"""No date is longer."""

_LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def read_days(line: Line) -> Iterator[tuple[int, Day]]:
    """Yield the dates in a line, each with where it ends in it."""
    done = 0
    for at in dates.places(line.text):
        if at < done:
            continue
        _, found = first(dates.date, line.text[at : at + REACH])
        if found is None:
            continue
        done = at + found.end()
        span = line.span(at, done)
        if "suffix" not in found.re.groupindex:
            yield done, Day(span=span, value=_figures(found), form="figures")
            continue
        month, day = months()[found["month"]], int(found["day"])
        form = "ordinal" if found["suffix"] else "day month year"
        if found.start("month") == 0 and not found["suffix"]:
            form = "month day year"
        if found["year"]:
            value = _date(int(found["year"]), month, day)
            yield done, Day(span=span, value=value, form=form)
        elif _LONGEST.get(month, 31) < day <= 31:
            # Without a year it is worth telling only if no year has such a day.
            yield done, Day(span=span, value=None, form=form)


def _figures(found: re.Match[str]) -> date | None:
    year = int(found["year"])
    if "first" not in found.re.groupindex:
        return _date(year, int(found["month"]), int(found["day"]))
    first, second = int(found["first"]), int(found["second"])
    return _date(year, second, first) or _date(year, first, second)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
