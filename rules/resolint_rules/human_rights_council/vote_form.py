"""The words in which a vote is told."""

from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    Diagnostic,
    Fix,
    Organ,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Stage,
)
from resolint.grammar.space import plain
from resolint.regex import regex
from resolint_rules.human_rights_council.votes import SAID, told_otherwise, vote

_WITHOUT = regex(r"\[(?:Resolution )?[Aa]dopted without a vote ?\.? ?\]\.?")
_RECORDED = regex(
    r"\[(?:Resolution )?[Aa]dopted(?: as (?:orally )?(?:revised|amended),?)? by a "
    r"recorded vote of \d+(?: votes?)? to (?:\d+|none)"
    r" ?,? with (?:\d+|no) abstentions? ?\. ?The voting was as follows ?:.*"
)
_FIGURES = regex(r"\d{1,2}")
_OPENED = regex(r"\[(?:Resolution )?[Aa]dopted (?:without a vote|by )")
_LABELS = MappingProxyType(
    {"favour": "In favour:", "against": "Against:", "abstaining": "Abstaining:"}
)


class VoteForm(Rule[Resolution]):
    """A vote that is told in other words than those of the Council."""

    code = "HRC003"
    name = "vote-statement"
    severity = Severity.WARNING
    profiles = (Profile.HRC,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want one of two statements, the second with its lists."""
        if not node.whole or node.organ is not Organ.HRC:
            return
        for other in told_otherwise(node):
            yield self._other(node, other)
        line = node.closing.field("vote")
        # How the statement opens is the business of STR008.
        if line is None or not _OPENED.match(plain(node.source[line.content])):
            return
        words = plain(node.source[line.content])
        if _WITHOUT.fullmatch(words):
            return
        if not _RECORDED.fullmatch(words):
            yield self._other(node, line)
            return
        found = vote(node)
        missing = [
            label
            for kind, label in _LABELS.items()
            if found and found.counts[kind] and kind not in found.lists
        ]
        if found and missing:
            missed = " and ".join(f"“{label}”" for label in missing)
            message = f"the vote should have the list of States after {missed}"
            yield self.at(found.span, message)

    def _other(self, node: Resolution, line: Passage) -> Diagnostic:
        words = plain(node.source[line.content])
        figures = _FIGURES.findall(words)
        right = "[Adopted without a vote.]"
        if len(figures) == len(SAID):
            favour, against, abstaining = figures
            ending = "" if abstaining == "1" else "s"
            right = (
                f"[Adopted by a recorded vote of {favour} to {against}, "
                f"with {abstaining} abstention{ending}. The voting was as follows:"
            )
        elif figures or "without" not in words:
            right = (
                "[Adopted by a recorded vote of … to …, with … abstentions. "
                "The voting was as follows:"
            )
        shown = words if len(words) <= 60 else f"{words[:59].rstrip()}…"
        message = f"the vote should be told as “{right}”, not as “{shown}”"
        fix = None
        # The lists of a recorded vote are the drafter's to give.
        if right.endswith("]"):
            fix = Fix.replace(line.content, right, Safety.UNSAFE)
        return self.at(line.content, message, fix)
