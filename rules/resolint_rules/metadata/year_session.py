"""The yearly session of the Economic and Social Council."""

from collections.abc import Iterator
from datetime import date

from resolint import Diagnostic, Organ, Profile, Resolution, Rule, Stage
from resolint_rules.metadata import calendar
from resolint_rules.metadata.dates import date_span
from resolint_rules.metadata.identity import (
    adoption_lines,
    line_day,
    own_identity,
    session,
    within_line,
)

_NEW_CYCLE = 2014
"""From this session on, a session begins in July of the year before."""


class YearSession(Rule[Resolution]):
    """A session, or a date of adoption, that is not of the year in the symbol."""

    code = "MET005"
    name = "year-session"
    profiles = (Profile.ECOSOC,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the year of the symbol in the session, and the date inside it."""
        named = own_identity(node)
        if not (node.whole and named and named.organ is Organ.ECOSOC):
            return
        line = node.masthead.field("session")
        if line and line.value.isdecimal() and line.value != named.session:
            yield self.at(
                within_line(node, line, line.value),
                f"the session should be the {named.session} session, as in the symbol "
                f"{node.masthead.value('symbol')}, not the {line.value} session",
            )
        if len(year := session(node)) == 4 and year.isdecimal():
            yield from self._adopted(node, int(year))

    def _adopted(self, node: Resolution, year: int) -> Iterator[Diagnostic]:
        opens = date(year, 1, 1) if year < _NEW_CYCLE else date(year - 1, 7, 1)
        closes = date(year, 12, 31)
        for line in adoption_lines(node):
            day = line_day(line)
            if day and not opens <= day <= closes:
                first, last = map(calendar.month_words, (opens, closes))
                yield self.at(
                    date_span(line),
                    f"the date of adoption should be in the {year} session, from "
                    f"{first} to {last}, not {calendar.day_words(day)}",
                )
                return
