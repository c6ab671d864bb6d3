"""Commas between month and year."""

from collections.abc import Iterator

from resolint import ALL, Safety, Severity, Span
from resolint.tables import months
from resolint_rules.numbers.wording import NumberWording, Wording
from resolint_rules.patterns import Pattern

# With a day it is a date, which is the business of NUM001. Behind the year a capital
# begins a name: “in September, 2030 Agenda matters”.
_DATED = Pattern(
    rf"(?<!\d )(?<!\d(?:st|nd|rd|th) )(?<!\d(?:st|nd|rd|th) of )"
    rf"\b(?P<month>{'|'.join(months())}), (?P<year>(?:19|20)\d\d)"
    r"(?![\w/–-]|,\d| [A-Z]| (?:[a-z]+ )?(?:persons|people|women|children|copies)\b)"
)


class MonthComma(NumberWording):
    """A comma between a month and its year."""

    code = "NUM002"
    name = "month-comma"
    severity = Severity.WARNING
    profiles = ALL

    needles = tuple(f"{month.lower()}," for month in months())

    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield each month with a comma before the year."""
        for found in _DATED.finditer(text):
            right = f"{found['month']} {found['year']}"
            yield Wording(Span(*found.span()), right, Safety.SAFE)
