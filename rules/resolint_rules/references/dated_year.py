"""The two years of a resolution of the Security Council that is dated."""

from collections.abc import Iterator

from resolint import Citation, Diagnostic, Organ, Passage, Resolution, Rule, Safety
from resolint_rules.metadata.calendar import day_words
from resolint_rules.metadata.tables import council_year, wrong_year
from resolint_rules.references.council import council_number
from resolint_rules.references.facts import adoption, sat
from resolint_rules.references.verdicts import dated, direct


class DatedYear(Rule[Passage]):
    """A resolution of the Security Council with the date of another year."""

    code = "REF009"
    name = "dated-year"
    cites = (Citation,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the year in parentheses in the date; a wrong one is REF008's."""
        for cited in node.citations:
            found = council_number(cited)
            day = cited.day
            if found is None or found.shape != "council":
                continue
            if day is None or day.value is None or day.value.year == found.session:
                continue
            known = council_year(found.number)
            if known and wrong_year(found.number, found.session):
                continue
            where = (
                f"the date of Security Council resolution {cited.number} in "
                f"{node.locator}"
            )
            adopted = adoption(Organ.SC, cited.kind, cited.number)
            if adopted is None or not direct(cited, node, within):
                yield self.at(
                    day.span,
                    f"{where} should be in {found.session}, not in {day.value.year}",
                )
                continue
            # If the Council adopted anything on that day, the number may be wrong.
            sure = adopted.own and not sat(Organ.SC, day.value)
            yield self.at(
                day.span,
                f"{where} should be {day_words(adopted.day)}, not "
                f"{day_words(day.value)}",
                dated(
                    day.span,
                    within,
                    adopted.day,
                    Safety.SAFE if sure else Safety.UNSAFE,
                ),
            )
