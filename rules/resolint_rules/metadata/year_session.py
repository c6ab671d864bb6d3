"""The yearly session of the Economic and Social Council."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Field,
    Fix,
    Organ,
    Profile,
    Resolution,
    Rule,
    Safety,
    Stage,
)
from resolint.adoption import Number
from resolint_rules.metadata import calendar
from resolint_rules.metadata.dates import date_span
from resolint_rules.metadata.identity import (
    Identity,
    adoption_lines,
    line_day,
    own_identity,
    session,
    title_number,
    within_line,
)
from resolint_rules.metadata.redating import published, redated
from resolint_rules.references.windows import only_year, window


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
                _named(node, line, named),
            )
        if len(year := session(node)) == 4 and year.isdecimal():
            yield from self._adopted(node, int(year))

    def _adopted(self, node: Resolution, year: int) -> Iterator[Diagnostic]:
        _, period = window(Organ.ECOSOC, Number(shape="year", session=year)) or (
            "",
            None,
        )
        if period is None:
            return
        days = [(line, line_day(line)) for line in adoption_lines(node)]
        wrong = [(line, day) for line, day in days if day and day not in period]
        if not wrong:
            return
        line, day = wrong[0]
        named = own_identity(node)
        known = published(Organ.ECOSOC, named.number, day) if named else None
        sure = known is not None and known in period
        right = known if sure else only_year(period, day)
        should = f"in the {year} session, {period.words}"
        if right and sure:
            should = f"{calendar.day_words(right)}, {should}"
        yield self.at(
            date_span(line),
            f"the date of adoption should be {should}, not {calendar.day_words(day)}",
            redated(node, [line for line, _ in wrong], right, sure=sure),
        )


def _named(node: Resolution, line: Field, named: Identity) -> Fix | None:
    """Return a fix that writes the session of the symbol."""
    span = within_line(node, line, line.value)
    if node.source[span] != line.value:
        return None
    sure = title_number(node) == named.number != ""
    safety = Safety.SAFE if sure else Safety.UNSAFE
    return Fix.replace(span, named.session, safety)
