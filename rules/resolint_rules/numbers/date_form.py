"""How dates are written."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    Day,
    Diagnostic,
    Field,
    Fix,
    Organ,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint.tables import months
from resolint_rules.metadata.calendar import day_words

_MONTHS = "|".join(months())
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_LOOSE = regex(
    rf"\b(?P<day>\d{{1,2}})(?P<suffix>st|nd|rd|th)?(?: of)?[ \u00a0]"
    rf"(?:(?P<month>{_MONTHS})\b|(?P<short>{_SHORT})\b\.?)"
    r"(?:,?[ \u00a0](?P<year>(?:19|20)\d\d)\b)?"
)
_AMERICAN = regex(
    rf"\b(?:(?P<month>{_MONTHS})\b|(?P<short>{_SHORT})\b\.?)[ \u00a0]"
    r"(?P<day>\d{1,2})(?P<suffix>st|nd|rd|th)?(?P<comma>,)?[ \u00a0]"
    r"(?P<year>(?:19|20)\d\d)\b"
)
# What either has: an ordinal, a figure behind a month, a month cut short. A search
# begins quickest with figures, or with capitals.
_FIGURE = regex(r"\d(?:(?:st|nd|rd|th)\b|(?<=[ehlrty][ \u00a0]\d)\d?\b(?!/))")
_CUT = regex(rf"(?:{_SHORT})\b")
_ODD = regex(r",| of ")
_REACH = 1000
"""No title is longer."""
_CLOSING = frozenset({"meeting", "date", "vote", "vote_list"})


class DateForm(Rule[Passage]):
    """A date that is not written “4 December 2024”."""

    code = "NUM001"
    name = "date-form"
    severities = MappingProxyType(
        {Profile.SC: Severity.INFO, Profile.MUN: Severity.WARNING}
    )
    cites = (Day,)
    needles = (
        *(month.lower() for month in months()),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov"),
        *("dec", "st", "nd", "rd", "th"),
    )

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want day, month in full and year, without comma or ordinal ending."""
        if isinstance(node, Field) and _elsewhere(node, within):
            return
        text = within.source[node.content]
        days = [day for day in node.inline if isinstance(day, Day)]
        for day in days:
            if day.form != "day month year" or _ODD.search(text):
                yield from self._day(node, within, day)
        if not (_FIGURE.search(text) or _CUT.search(text)):
            return
        done = [day.span.end for day in days]
        for pattern in (_LOOSE, _AMERICAN):
            for found in pattern.finditer(text):
                span = Span(*found.span()).shift(node.content.start)
                at = bisect_left(done, span.start + 1)
                if at == len(done) or not days[at].span.meets(span):
                    yield from self._loose(node, within, found, span)

    def _day(self, node: Passage, within: Resolution, day: Day) -> Iterator[Diagnostic]:
        there = " ".join(within.source[day.span].split())
        plain = day.form == "day month year" and not _ODD.search(there)
        # A date that the calendar does not have is the business of REF003.
        if plain or day.value is None or _quoted(node, within, day.span):
            return
        safety = Safety.SAFE
        if day.form == "figures" and not there.startswith(str(day.value.year)):
            ambiguous = day.value.day <= 12 and day.value.day != day.value.month
            safety = Safety.UNSAFE if ambiguous else Safety.SAFE
        yield self._written(node, day.span, there, day_words(day.value), safety)

    def _loose(
        self, node: Passage, within: Resolution, found: re.Match[str], span: Span
    ) -> Iterator[Diagnostic]:
        parts = found.groupdict()
        american = "comma" in parts
        if not (american or parts["suffix"] or parts["short"]):
            return
        # A month cut short, and nothing else, is the business of PUN017.
        cut = parts["short"] and not (american or parts["suffix"])
        if parts["short"] and (
            not parts["year"] or (cut and not _ODD.search(found[0]))
        ):
            return
        if _quoted(node, within, span) or int(parts["day"]) > 31:
            return
        month = parts["month"] or _full(parts["short"])
        right = f"{int(parts['day'])} {month}"
        if parts["year"]:
            right = f"{right} {parts['year']}"
        yield self._written(node, span, " ".join(found[0].split()), right, Safety.SAFE)

    def _written(
        self, node: Passage, span: Span, there: str, right: str, safety: Safety
    ) -> Diagnostic:
        return self.at(
            span,
            f"the date in {node.locator} should be written {right}, not {there}",
            Fix.replace(span, right, safety),
        )


def _elsewhere(line: Field, within: Resolution) -> bool:
    """Whether other rules look at the whole of a line of masthead or closing."""
    return line.name in _CLOSING or (
        line.name == "adoption" and within.organ is Organ.SC
    )


def _quoted(node: Passage, within: Resolution, span: Span) -> bool:
    """Whether a date stands in a title or a quotation, which are as they are."""
    start = max(node.content.start, span.start - _REACH)
    before = within.source.text[start : span.start]
    return before.rfind("“") > before.rfind("”")


def _full(short: str) -> str:
    return next(month for month in months() if month.startswith(short[:3]))
