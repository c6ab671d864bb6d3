"""The date of adoption, and the session."""

from collections.abc import Iterator

from resolint import Diagnostic, Organ, Profile, Resolution, Rule, Stage
from resolint_rules.metadata import calendar
from resolint_rules.metadata.dates import date_span
from resolint_rules.metadata.identity import (
    adoption_lines,
    line_day,
    own_identity,
    session,
)
from resolint_rules.metadata.redating import published, redated
from resolint_rules.references.windows import only_year


class AdoptionDate(Rule[Resolution]):
    """A date of adoption outside the session."""

    code = "MET003"
    name = "adoption-in-session"
    profiles = (Profile.GA, Profile.HRC)
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the date inside the session that the masthead names."""
        named, which = own_identity(node), session(node)
        if not (node.whole and named and which):
            return
        if named.organ not in (Organ.GA, Organ.HRC):
            return
        period = calendar.period(named.organ, which)
        if period is None:
            return
        days = [(line, line_day(line)) for line in adoption_lines(node)]
        wrong = [(line, day) for line, day in days if day and day not in period]
        if not wrong:
            return
        line, day = wrong[0]
        known = published(named.organ, named.number, day)
        sure = known is not None and known in period
        right = known if sure else only_year(period, day)
        should = f"in the {calendar.session_words(which)}, {period.words}"
        if right and sure:
            should = f"{calendar.day_words(right)}, {should}"
        yield self.at(
            date_span(line),
            f"the date of adoption should be {should}, not {calendar.day_words(day)}",
            redated(node, [line for line, _ in wrong], right, sure=sure),
        )
