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
        for line in adoption_lines(node):
            day = line_day(line)
            if period is None or day is None or day in period:
                continue
            yield self.at(
                date_span(line),
                f"the date of adoption should be in the "
                f"{calendar.session_words(which)}, {period.words}, not "
                f"{calendar.day_words(day)}",
            )
            return
