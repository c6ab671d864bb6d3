"""Sessions that a report is requested for, and the calendar."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Organ,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint_rules.metadata import calendar
from resolint_rules.metadata.holders import Mention, current_session, holder, mentions
from resolint_rules.metadata.passages import with_sessions
from resolint_rules.patterns import Pattern

_AT_ITS = Pattern(r"\bat its (?:[a-z-]+(?:, | and |, and )){0,4}\Z")
_YEAR = Pattern(r",? ?(?:\(|in |to be held in |scheduled for )(?P<year>20\d\d)\b")
_PAST = Pattern(
    r"\b(?:adopted|held|presented|submitted|decided|considered|discussed|made|taken)\b"
    r"[^,;]{0,60}\Z"
)
_AHEAD = {Organ.HRC: 15, Organ.GA: 6}
"""So many sessions ahead, five years, texts look."""


class FarSession(Rule[Resolution]):
    """A session that is out of reach: likely the other organ's, or a slip."""

    code = "HRC009"
    name = "far-session"
    severity = Severity.WARNING
    profiles = (Profile.HRC,)
    needles = ("at its",)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want sessions of the Council and of the Assembly by their own counts."""
        if within.organ is not Organ.HRC:
            return
        for passage, lead in with_sessions(node):
            for mention in mentions(passage, within, lead):
                number = mention.node.number
                if number is None or mention.node.kind != "regular" or mention.quoted:
                    continue
                if not _AT_ITS.search(mention.before) or _PAST.search(mention.before):
                    continue
                organ = holder(mention, within.organ)
                now = current_session(within, organ) if organ in _AHEAD else None
                if organ is None or now is None or number <= now:
                    continue
                span = mention.node.span
                if number > now + _AHEAD[organ]:
                    yield self._far(passage.locator, organ, number, now, span, within)
                elif organ is Organ.HRC:
                    yield from self._year(passage.locator, mention, number)

    def _far(
        self,
        where: str,
        organ: Organ,
        number: int,
        now: int,
        span: Span,
        within: Resolution,
    ) -> Diagnostic:
        other = Organ.GA if organ is Organ.HRC else Organ.HRC
        its = current_session(within, other)
        message = (
            f"{where} should name a session of the {organ.value} soon after the "
            f"{calendar.ordinal(now)}, not the {calendar.ordinal(number)}"
        )
        if its is not None and its < number <= its + _AHEAD[other]:
            message += f", which may be one of the {other.value}"
        return self.at(span, message)

    def _year(self, where: str, mention: Mention, number: int) -> Iterator[Diagnostic]:
        """Yield a finding if the year behind a session is not its own."""
        found = _YEAR.match(mention.after)
        period = calendar.period(Organ.HRC, str(number))
        if found is None or period is None or period.opens.year == int(found["year"]):
            return
        span = Span(*found.span("year")).shift(mention.node.span.end)
        right = str(period.opens.year)
        message = (
            f"{where} should have the {calendar.ordinal(number)} session of the "
            f"{Organ.HRC.value} in {right}, not {found['year']}"
        )
        yield self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))
