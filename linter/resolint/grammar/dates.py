"""Dates in words and in figures, real or impossible.

>>> date.parse_string("18 December 1990")[0]["month"]
'December'
"""

from collections.abc import Iterator

from resolint.grammar.terminals import terminal
from resolint.regex import regex
from resolint.tables import months

MONTH = rf"(?:{'|'.join(months())})"
SUFFIX = r"(?:st|nd|rd|th)"

WORDS = (
    r"(?:\d{1,2}(?:[a-z]{2})?(?: of)? ?[A-Z][a-z]{2,8},? ?\d{4}(?!\d)"
    r"|[A-Z][a-z]{2,8} \d{1,2}(?:[a-z]{2})?,? \d{4}(?!\d))"
)
"""What looks like a date in words, as a short pattern for other expressions."""

# day_month_year ::= day suffix? [ "of" ] month [ "," ] [ year ]
day_month_year = terminal(
    rf"(?P<day>\d{{1,2}})(?P<suffix>{SUFFIX})?(?: of)? ?(?P<month>{MONTH})"
    r"(?![a-z])(?:,? ?(?P<year>\d{4})(?!\d))?"
).set_name("day month year")

# month_day_year ::= month day suffix? [ "," ] year
month_day_year = terminal(
    rf"(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?P<suffix>{SUFFIX})?,? "
    r"(?P<year>\d{4})(?!\d)"
).set_name("month day year")

# year_month_day ::= year "-" month "-" day
year_month_day = terminal(
    r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w/-])"
).set_name("year-month-day")

# figures ::= figure mark figure mark year          mark ::= "/" | "." | "-"
figures = terminal(
    r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<year>(?:19|20)\d\d)(?![\w/-])"
).set_name("date in figures")

# date ::= day_month_year | month_day_year | year_month_day | figures
date = (
    (day_month_year | month_day_year | year_month_day | figures)
    .leave_whitespace()
    .parse_with_tabs()
    .set_name("date")
)

_MONTH = regex(MONTH)
_DAY = regex(rf"(?<!\d)\d{{1,2}}{SUFFIX}?(?: of)? ?$")
_FIGURES = regex(r"[0-9]{1,4}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{2,4}")


def places(text: str) -> Iterator[int]:
    """Yield where a date may begin."""
    for month in _MONTH.finditer(text):
        at = month.start()
        before = max(0, at - 9)
        day = _DAY.search(text[before:at])
        if day:
            yield before + day.start()
        elif not at or not text[at - 1].isalnum():
            yield at
    for figure in _FIGURES.finditer(text):
        at = figure.start()
        if not at or not (text[at - 1].isalnum() or text[at - 1] in "/.-"):
            yield at
