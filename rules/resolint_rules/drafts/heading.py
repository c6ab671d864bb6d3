"""What heads a draft of the Assembly."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Stage,
)
from resolint.grammar.space import plain
from resolint.regex import regex
from resolint_rules.drafts.sponsors import heads
from resolint_rules.metadata import calendar

_SYMBOL = regex(
    r"A/(?:C\.(?P<committee>[1-6])/)?(?P<session>(?:ES-|S-)?\d{1,3})/L\.\d+.*"
)
_COMMITTEES = {
    "1": "First Committee",
    "2": "Second Committee",
    "3": "Third Committee",
    "4": "Special Political and Decolonization Committee (Fourth Committee)",
    "5": "Fifth Committee",
    "6": "Sixth Committee",
}


class DraftHeading(Rule[Resolution]):
    """A draft without its session, its committee or its agenda item."""

    code = "DRF006"
    name = "draft-heading"
    severity = Severity.WARNING
    profiles = (Profile.GA,)
    stages = (Stage.DRAFT,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want session and agenda item, and the committee by the symbol."""
        masthead = node.masthead
        line = masthead.field("symbol")
        if not node.whole or line is None:
            return
        # Notes of the Secretariat have such symbols too.
        if node.enacting is None and next(heads(node), None) is None:
            return
        found = _SYMBOL.fullmatch(plain(line.value).rstrip("*"))
        if found is None:
            return
        lacks = []
        if masthead.field("session") is None:
            words = calendar.session_words(found["session"])
            lacks.append(f"“{words[0].upper()}{words[1:]}”")
        if found["committee"] and masthead.field("committee") is None:
            lacks.append(f"“{_COMMITTEES[found['committee']]}”")
        if masthead.field("agenda_item") is None and found["session"].isdecimal():
            lacks.append("the agenda item")
        if lacks:
            *most, last = lacks
            what = f"{', '.join(most)} and {last}" if most else last
            yield self.at(line.content, f"{what} should stand at the head of the draft")
        yield from self._committee(node, found["committee"] or "")

    def _committee(self, node: Resolution, which: str) -> Iterator[Diagnostic]:
        """Yield a finding if another committee is named than the symbol has."""
        line = node.masthead.field("committee")
        if line is None or not which:
            return
        words = plain(node.source[line.content])
        right = _COMMITTEES[which]
        if words == right or (which == "4" and "Fourth" in words):
            return
        message = (
            f"the committee should be “{right}”, as in the symbol "
            f"{node.masthead.value('symbol')}, not “{words}”"
        )
        fix = Fix.replace(line.content, right, Safety.UNSAFE)
        yield self.at(line.content, message, fix)
