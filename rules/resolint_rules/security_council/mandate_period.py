"""How long a mandate goes on."""

from collections.abc import Iterator
from datetime import date, timedelta

from resolint import Diagnostic, Operative, Profile, Resolution, Rule, Severity
from resolint_rules.metadata.calendar import day_words
from resolint_rules.metadata.identity import adopted
from resolint_rules.security_council.extensions import Extension, extensions

_SLACK = timedelta(days=3)
"""The first day, or the last of a month, is counted or not."""
_EARLY, _LATE = timedelta(days=10), timedelta(days=31)
"""A mandate goes on from a day so much before or after the adoption."""


class MandatePeriod(Rule[Operative]):
    """A period and an end that do not agree."""

    code = "SCR011"
    name = "mandate-period"
    severity = Severity.WARNING
    profiles = (Profile.SC,)

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want “six months” to be six months from the end of the last mandate."""
        for each in extensions(node, within):
            if each.period is None:
                continue
            where, words = each.passage.locator, each.period.words
            if each.start:
                right = each.period.after(each.start)
                if abs(right - each.end) > _SLACK:
                    yield self.at(
                        each.until.span,
                        f"{words} from {day_words(each.start)} in {where} should end "
                        f"on about {day_words(right)}, not on {day_words(each.end)}",
                    )
            elif (day := adopted(within)) and each.end > day:
                yield from self._unlike(each, day)

    def _unlike(self, each: Extension, day: date) -> Iterator[Diagnostic]:
        """Yield a finding where a period does not begin at about the adoption."""
        if each.period is None:
            return
        begins = each.period.before(each.end)
        if not day - _EARLY <= begins <= day + _LATE:
            yield self.at(
                each.until.span,
                f"{each.period.words} in {each.passage.locator} would begin on "
                f"{day_words(begins)} to end on {day_words(each.end)}: period and end "
                f"should agree, as the text was adopted on {day_words(day)}",
            )
