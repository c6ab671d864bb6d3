"""The session that a report is requested for."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Organ,
    Profile,
    Resolution,
    Rule,
    Severity,
)
from resolint.regex import regex
from resolint_rules.metadata import calendar
from resolint_rules.metadata.holders import (
    Mention,
    current_session,
    holder,
    mentions,
)
from resolint_rules.metadata.passages import with_sessions

_AT_ITS = regex(r"\bat its \Z")
_REQUEST = regex(
    r"\b[Tt]o (?:\w+ly )?(?:submit|report|present|provide|update|brief|inform|prepare"
    r"|transmit|convey|circulate|deliver|issue|communicate|apprise|keep)\b"
)
_PAST = regex(
    r"\b(?:adopted|agreed|approved|considered|decided|delivered|discussed|discussions?"
    r"|endorsed|expressed|held|issued|launched|made|mandated|outlined|presented"
    r"|recommended|requested|submitted|taken|which|that|who)\b[^,;]{0,80}\Z"
)


class RequestedReport(Rule[Resolution]):
    """A report that is requested for a session that is over."""

    code = "MET011"
    name = "requested-report"
    severity = Severity.WARNING
    profiles = (Profile.GA, Profile.HRC)
    needles = ("at its",)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a session later than that of the text, or of its day."""
        for passage, lead in with_sessions(node):
            for mention in mentions(passage, within, lead):
                number = mention.node.number
                if number is None or mention.quoted or not _requested(mention):
                    continue
                organ = holder(mention, within.organ)
                if organ not in (Organ.GA, Organ.HRC):
                    continue
                now = current_session(within, organ)
                if now is None or number > now:
                    continue
                # A session of another organ may still go on.
                if number == now and (
                    organ is not within.organ or "resumed" in mention.words
                ):
                    continue
                whose = f" of the {organ.value}" if organ is not within.organ else ""
                here = "the" if whose else "this one, the"
                other = f", not the {calendar.ordinal(number)}" if number < now else ""
                yield self.at(
                    mention.node.span,
                    f"{passage.locator} should request the report for a later session"
                    f"{whose} than {here} {calendar.ordinal(now)}{other}",
                )


def _requested(mention: Mention) -> bool:
    """Whether a report is requested for a session, not one that was made at it."""
    if mention.node.kind != "regular" or not _AT_ITS.search(mention.before):
        return False
    before = mention.before
    asked = list(_REQUEST.finditer(before))
    if not asked:
        return False
    between = before[asked[-1].end() :]
    between = between[between.rfind(" session") + 1 :]
    return ";" not in between and not _PAST.search(between)
