"""Days of the week."""

import re
from collections.abc import Iterator
from datetime import date

from resolint import Diagnostic, Fix, Passage, Resolution, Rule, Safety, Span
from resolint.regex import regex
from resolint.tables import months
from resolint_rules.metadata.calendar import day_words

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = rf"(?:{'|'.join(_NAMES)})"
_MONTH = rf"(?:{'|'.join(months())})"
_GAP = r"[ \u00a0\u202f]+"
_DATED = regex(
    rf"\b(?P<name>{_WEEKDAY}),?{_GAP}(?:the{_GAP})?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:{_GAP}(?:of{_GAP})?(?P<month>{_MONTH}))?"
    rf"|(?P<month_first>{_MONTH}){_GAP}(?P<day_behind>\d{{1,2}})(?:st|nd|rd|th)?\b)"
    rf"(?:,?{_GAP}(?P<year>\d{{4}})\b)?"
)
_GOES_ON = regex(
    rf"(?:[ \u00a0\u202f,–—-]|\b(?:to|and|until|through|or|{_WEEKDAY}|{_MONTH})\b"
    r"|\b\d{1,2}\b)*"
    rf"(?P<month>{_MONTH}),?{_GAP}(?P<year>\d{{4}})\b"
)
_REACH = 80


class Weekday(Rule[Passage]):
    """A day of the week that the date does not fall on."""

    code = "NUM016"
    name = "weekday"
    needles = tuple(name.lower() for name in _NAMES)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the day of the week that the calendar has for the date."""
        text = within.source[node.content]
        if "day" not in text:
            return
        for found in _DATED.finditer(text):
            day = _date(found, text)
            if day is None or found["name"] == _NAMES[day.weekday()]:
                continue
            right = _NAMES[day.weekday()]
            span = Span(*found.span("name")).shift(node.content.start)
            yield self.at(
                span,
                f"{day_words(day)} in {node.locator} should be a {right}, not a "
                f"{found['name']}",
                Fix.replace(span, right, Safety.UNSAFE),
            )


def _date(found: re.Match[str], text: str) -> date | None:
    """Return the date behind a weekday; month and year may stand behind a later one."""
    month, year = found["month"] or found["month_first"], found["year"]
    before = 0
    if year is None or month is None:
        after = _GOES_ON.match(text, found.end(), found.end() + _REACH)
        if after is None or (year and not month):
            return None
        year = after["year"]
        if month is None:
            month = re.search(_MONTH, after[0])
            month = month[0] if month else after["month"]
        before = months()[month] > months()[after["month"]]
    try:
        day = int(found["day"] or found["day_behind"])
        return date(int(year) - before, months()[month], day)
    except ValueError:
        return None
