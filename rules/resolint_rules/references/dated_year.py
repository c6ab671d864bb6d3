"""The two years of a resolution of the Security Council that is dated."""

from collections.abc import Iterator

from resolint import Diagnostic, Passage, Resolution, Rule
from resolint_rules.metadata.tables import council_year, wrong_year
from resolint_rules.references.council import council_number


class DatedYear(Rule[Passage]):
    """A resolution of the Security Council with the date of another year."""

    code = "REF009"
    name = "dated-year"

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
            yield self.at(
                day.span,
                f"the date of Security Council resolution {cited.number} in "
                f"{node.locator} should be in {found.session}, not in {day.value.year}",
            )
