"""Sessions and years that were left from an earlier resolution."""

import re
from collections.abc import Iterator
from datetime import date

from resolint import (
    EDITED,
    Diagnostic,
    Organ,
    Passage,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.metadata import calendar
from resolint_rules.metadata.holders import current_session, holder, mentions
from resolint_rules.metadata.passages import with_sessions
from resolint_rules.patterns import Pattern
from resolint_rules.references.later_date import own_day

BEHIND = 2
_DO = (
    r"address|appoint|begin|celebrate|complete|conclude|conduct|consider|continue|convene"
    r"|decide|devote|discuss|elect|engage|establish|examine|finalize|hold|include"
    r"|initiate|launch|organize|participate|review|revert|resume|take up|return"
    r"|schedule|undertake"
)
_TOLD = (
    "submit|report|present|provide|update|brief|inform|prepare|transmit|convey|circulate"
    "|deliver|issue|communicate|apprise|keep"
)
_VERB = Pattern(rf"\b[Tt]o (?:\w+ly )?(?:(?P<do>{_DO})|{_TOLD})\b")
_AT_ITS = Pattern(r"\bat its \Z")
_PAST = Pattern(
    r"\b(?:adopted|agreed|approved|began|begun|considered|convened|decided|decision"
    r"|endorsed|established|expressed|held|initiated|launched|made|mandated|recommended"
    r"|requested|started|submitted|taken|welcomed|which|that|who|since)\b[^,;]{0,80}\Z"
)
_WORK = (
    r"held|convened|organized|submitted|presented|launched|celebrated|observed|issued"
    r"|published|completed|finalized|conducted|considered|opened|hosted"
)
YEAR = Pattern(
    rf"\bto be (?P<what>{_WORK})\b(?:(?!\b(?:which|that|since|original|postponed)\b)"
    r"[^;.“”]){0,120}?\b(?:in|on|by|during|before|until|from|of|no later than"
    r"|January|February|March|April|May|June|July|August|September|October|November"
    r"|December) (?P<year>(?:19|20)\d\d)\b(?! (?:session|World|report|Summit))",
    needles=("to be ",),
)
_TELLS = Pattern(
    r"\b(?:decided|welcomed|requested|agreed|recalls?|recalled|scheduled|postponed"
    r"|originally|recommended|encouraged|invited|called|resolution|decision|pursuant)\b",
    re.IGNORECASE,
)
_SINCE = Pattern(r"[^;.]{0,60}\b(?:was|were|had been|took place)\b")
_SESSION = Pattern(r"\bat its (?P<year>(?:19|20)\d\d)(?: \w+)? session\b")


class StaleSession(Rule[Resolution]):
    """A session or a year that is over, for what is still to come."""

    code = "DRF008"
    name = "stale-session"
    severity = Severity.WARNING
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want sessions and years that are not more than two behind."""
        for passage, lead in with_sessions(node):
            yield from self._sessions(passage, node, lead)
        own = own_day(node) or node.as_of
        yearly = node.organ is Organ.ECOSOC
        if own is None or not (yearly or "to be " in folded(node.source.text)):
            return
        for paragraph in node.operative:
            for passage in paragraph.lines():
                text = folded(node.source[passage.content])
                yield from self._years(passage, text, own)
                if yearly:
                    yield from self._yearly(passage, text, own)

    def _sessions(
        self, passage: Passage, within: Resolution, lead: str
    ) -> Iterator[Diagnostic]:
        for mention in mentions(passage, within, lead):
            number = mention.node.number
            if number is None or mention.node.kind != "regular" or mention.quoted:
                continue
            if not _AT_ITS.search(mention.before) or not _asked(mention.before):
                continue
            organ = holder(mention, within.organ)
            if organ not in (Organ.GA, Organ.HRC):
                continue
            now = current_session(within, organ)
            if now is None or number >= now - BEHIND:
                continue
            yield self.at(
                mention.node.span,
                f"{passage.locator} should name a session to come, not the "
                f"{calendar.ordinal(number)}: the {calendar.ordinal(now)} is under way",
            )

    def _years(self, passage: Passage, text: str, own: date) -> Iterator[Diagnostic]:
        for found in YEAR.finditer(text):
            if int(found["year"]) >= own.year - BEHIND:
                continue
            before = text[: found.start()]
            if before.rfind("“") > before.rfind("”") or _TELLS.search(before):
                continue
            if _SINCE.match(text, found.end()):
                continue
            span = Span(*found.span("year")).shift(passage.content.start)
            message = (
                f"what is “to be {found['what']}” in {passage.locator} should not be "
                f"in {found['year']}: the text is of {own.year}"
            )
            yield self.at(span, message)

    def _yearly(self, passage: Passage, text: str, own: date) -> Iterator[Diagnostic]:
        """Speak of the Economic and Social Council’s sessions, named by the year."""
        for found in _SESSION.finditer(text):
            before = text[: found.start()]
            last = list(_VERB.finditer(before))
            if int(found["year"]) >= own.year or not last:
                continue
            if (
                _PAST.search(before[last[-1].end() :])
                or ";" in before[last[-1].end() :]
            ):
                continue
            span = Span(*found.span("year")).shift(passage.content.start)
            message = (
                f"{passage.locator} should name a session to come, not that of "
                f"{found['year']}: the text is of {own.year}"
            )
            yield self.at(span, message)


def _asked(before: str) -> bool:
    """Whether something is to be done at a session; of reports MET011 speaks."""
    verbs = list(_VERB.finditer(before))
    if not verbs or not verbs[-1]["do"]:
        return False
    between = before[verbs[-1].end() :]
    between = between[between.rfind(" session") + 1 :]
    return ";" not in between and not _PAST.search(between)
