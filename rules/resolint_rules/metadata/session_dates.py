"""The dates of a session of the Human Rights Council, and its symbol."""

import re
from collections.abc import Iterator
from datetime import date

from resolint import (
    Diagnostic,
    Edit,
    Field,
    Fix,
    Organ,
    Profile,
    Resolution,
    Rule,
    Safety,
    Span,
    Stage,
)
from resolint.regex import regex
from resolint.tables import months
from resolint_rules.metadata import calendar
from resolint_rules.metadata.calendar import Period
from resolint_rules.metadata.identity import (
    identity,
    own_identity,
    session,
    title_number,
    within_line,
)

_RANGE = regex(
    r"(?P<first>\d{1,2})\s*(?:(?P<month>[A-Z][a-z]+)\s*(?P<year>\d{4})?)?[\s–—‑-]*"
    r"(?P<last>\d{1,2})\s+(?P<until>[A-Z][a-z]+)\s+(?P<in>\d{4})"
)
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class SessionDates(Rule[Resolution]):
    """Dates that are not those of the session, or a symbol of another form."""

    code = "MET004"
    name = "session-dates"
    profiles = (Profile.HRC,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the days of the session that the masthead names, in order."""
        if not node.whole or node.organ is not Organ.HRC:
            return
        yield from self._dates(node)
        yield from self._symbol(node)

    def _dates(self, node: Resolution) -> Iterator[Diagnostic]:
        line, which = node.masthead.field("session_dates"), session(node)
        found = _RANGE.search(line.value) if line else None
        days = _days(found) if found else None
        if line is None or days is None:
            return
        span = within_line(node, line, line.value)
        if days[0] > days[1]:
            yield self.at(span, "the session should begin before it ends")
            return
        named = own_identity(node)
        # If the words and the symbol differ, MET002 speaks of it.
        said = {which, node.masthead.value("session"), named.session if named else ""}
        periods = [calendar.period(Organ.HRC, each) for each in said - {""}]
        known = [period for period in periods if period]
        first = calendar.period(Organ.HRC, which) if which.isdecimal() else None
        if first is None or any(days[0] in each and days[1] in each for each in known):
            return
        yield self.at(
            span,
            f"the dates of the {calendar.session_words(which)} should be "
            f"{first.words}, not {' '.join(line.value.split())}",
            _moved(node, line, first, days),
        )

    def _symbol(self, node: Resolution) -> Iterator[Diagnostic]:
        line, number = node.masthead.field("symbol"), title_number(node)
        if line is None or not number or identity(line.value):
            return
        if line.value.startswith("A/") and "PRST" not in line.value:
            yield self.at(
                within_line(node, line, line.value),
                f"the symbol should be A/HRC/RES/{number}, not {line.value}",
                Fix.replace(
                    within_line(node, line, line.value),
                    f"A/HRC/RES/{number}",
                    Safety.UNSAFE,
                ),
            )


def _moved(
    node: Resolution, line: Field, period: Period, days: tuple[date, date]
) -> Fix | None:
    """Return a fix that writes another year, if the days are those of the session."""
    ahead = period.opens.year - days[0].year
    try:
        first, last = (day.replace(year=day.year + ahead) for day in days)
    except ValueError:
        return None
    if first not in period or last not in period:
        return None
    edits = tuple(
        Edit(Span(*found.span()).shift(line.span.start), str(int(found[0]) + ahead))
        for found in _YEAR.finditer(node.source[line.span])
    )
    title = f"Write “{period.opens.year}”"
    return Fix(title, edits, Safety.UNSAFE) if edits else None


def _days(found: re.Match[str]) -> tuple[date, date] | None:
    until, year = found["until"], int(found["in"])
    month = found["month"] or until
    if not {month, until} <= months().keys():
        return None
    try:
        last = date(year, months()[until], int(found["last"]))
        first = date(int(found["year"] or year), months()[month], int(found["first"]))
    except ValueError:
        return None
    return first, last
