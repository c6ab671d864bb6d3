"""What the rules on the dates of citations share."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import NamedTuple

from resolint import (
    Citation,
    Day,
    Diagnostic,
    Field,
    Organ,
    Passage,
    Profile,
    Resolution,
    Rule,
    Severity,
)
from resolint.adoption import Number, number
from resolint.profiles import profile_of
from resolint_rules.metadata.calendar import day_words
from resolint_rules.references.itself import cites_itself
from resolint_rules.references.later_date import own_day
from resolint_rules.references.verdicts import (
    Ground,
    Verdict,
    dated,
    direct,
    named,
    safety,
    verdict,
)
from resolint_rules.symbols.faults import place


class Wrong(NamedTuple):
    """A citation with a date that cannot be right."""

    cited: Citation
    organ: Organ
    found: Number
    day: Day
    verdict: Verdict


class CitedDate(Rule[Passage]):
    """The date of a citation, as far as it is the matter of a rule."""

    cites = (Citation,)

    @abstractmethod
    def minds(self, wrong: Wrong) -> bool:
        """Whether a wrong date is the matter of this rule."""

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the date on which the act can have been adopted."""
        if isinstance(node, Field):
            return
        for cited in node.citations:
            if (wrong := _wrong(cited)) and not cites_itself(cited, within):
                if not self.minds(wrong) or not direct(cited, node, within):
                    continue
                if not _is_later(wrong, within):
                    yield self._told(wrong, node, within)

    def _told(self, wrong: Wrong, node: Passage, within: Resolution) -> Diagnostic:
        cited, day, judged = wrong.cited, wrong.day, wrong.verdict
        assert day.value
        there = day_words(day.value)
        if judged.ground is Ground.SESSION and judged.period:
            should = f"be in the {judged.session}, {judged.period.words}"
            if judged.known and judged.right:
                should = f"be {day_words(judged.right)}, in the {judged.session}"
        else:
            assert judged.right
            should = f"be {day_words(judged.right)}"
        unless = f", unless {judged.others[0]} is meant" if judged.others else ""
        fix = None
        if judged.right:
            trusted = safety(cited, day.value, judged)
            fix = dated(day.span, within, judged.right, trusted)
        return self.at(
            day.span,
            f"the date of {named(cited, within)} in {place(node)} should {should}, "
            f"not {there}{unless}",
            fix,
            severity=self.graded(judged),
        )

    def graded(self, judged: Verdict) -> Severity | None:
        """Return how much it matters, if not as much as the rule says."""
        return None


def _wrong(cited: Citation) -> Wrong | None:
    if cited.organ is None or cited.day is None or cited.day.value is None:
        return None
    judged = verdict(cited.organ, cited.kind, cited.number, cited.day.value)
    if judged is None:
        return None
    return Wrong(cited, cited.organ, number(cited.number), cited.day, judged)


def _is_later(wrong: Wrong, within: Resolution) -> bool:
    """Whether REF006 says that the date is after the text."""
    if profile_of(within) is Profile.MUN:
        return False
    own = own_day(within)
    return own is not None and wrong.day.value is not None and wrong.day.value > own
