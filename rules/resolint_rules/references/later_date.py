"""Resolutions that were adopted after the text that cites them."""

from collections.abc import Iterator
from datetime import date, timedelta

from resolint import (
    UNITED_NATIONS,
    Citation,
    Diagnostic,
    Passage,
    Resolution,
    Rule,
    Stage,
)
from resolint_rules.metadata.calendar import day_words
from resolint_rules.metadata.identity import adoption_lines, issued, line_day
from resolint_rules.once import once
from resolint_rules.references.verdicts import (
    Verdict,
    dated,
    direct,
    safety,
    verdict,
)

_ISSUE = timedelta(days=366)
"""A resolution is issued sooner."""


class LaterDate(Rule[Passage]):
    """A resolution that is cited before it was adopted."""

    code = "REF006"
    name = "later-date"
    profiles = UNITED_NATIONS
    cites = (Citation,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want each date of adoption no later than the text itself."""
        citations = [cited for cited in node.citations if cited.day]
        own = own_day(within) if citations else None
        if own is None:
            return
        done = None
        for cited in citations:
            day = cited.day
            if day is None or day.value is None or day.value <= own or day is done:
                continue
            done = day
            where = f"the date of {cited.kind} {cited.number} in {node.locator}"
            judged = _judged(cited, day.value)
            right = judged.right if judged and direct(cited, node, within) else None
            if judged is None or right is None or right > own:
                yield self.at(
                    day.span,
                    f"{where} should not be after this text, which is of "
                    f"{day_words(own)}",
                )
                continue
            yield self.at(
                day.span,
                f"{where} should be {day_words(right)}, not {day_words(day.value)}, "
                f"which is after this text",
                dated(day.span, within, right, safety(cited, day.value, judged)),
            )


def _judged(cited: Citation, day: date) -> Verdict | None:
    if cited.organ is None:
        return None
    return verdict(cited.organ, cited.kind, cited.number, day)


@once
def own_day(within: Resolution) -> date | None:
    """Return the day of a text; the latest that it names, if they do not agree."""
    issue = issued(within)
    if within.stage is Stage.DRAFT:
        return issue
    named = {line_day(line) for line in adoption_lines(within)}
    days = [day for day in named if day]
    if not days:
        return issue
    agreed = len(days) == 1 and (issue is None or issue - days[0] < _ISSUE)
    return days[0] if agreed else max([*days, *([issue] if issue else [])])
