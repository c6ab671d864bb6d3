"""Months, days of the week and currencies in full."""

import re
from calendar import day_name
from collections.abc import Iterator
from functools import cache

from resolint import (
    Diagnostic,
    Fix,
    Footnote,
    Organ,
    Paragraph,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
    Title,
)
from resolint.grammar.needles import needled
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import months, rows
from resolint_rules.patterns import Pattern
from resolint_rules.punctuation.marks import in_address, is_set_apart
from resolint_rules.spelling.names import is_quoted

_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_MONTHS = "|".join(months())
_MONTH = Pattern(
    rf"(?<![\w.-])(?P<day>\d{{1,2}}(?:st|nd|rd|th)? )?(?P<short>{_SHORT})\b(?P<dot>\.)?"
    r"(?P<after> (?:\d{1,2},? )?(?:19|20)\d\d\b)?(?P<last>\s*[,;]|\s+[a-z]|\s*\Z)?"
)
_DAY = Pattern(
    r"(?<![\w.-])(?P<short>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b"
    rf"(?:\.,? (?=\d|{_MONTHS})|,? (?=\d{{1,2}} (?:{_MONTHS})\b))"
)
_SHORT_WORDS = (
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov"),
    *("dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"),
)
_SUM = r"\d(?:[\d,.]*\d)?(?: (?:thousand|million|billion|trillion))?"
_BY_MONTH = regex(r"\b(?:in|of|since|until|by|to|from|and|during|late|early) \Z")
_REACH = 12


class AbbreviatedWords(Rule[Passage]):
    """A month, a weekday or a currency cut short."""

    code = "PUN017"
    name = "abbreviated-words"
    severity = Severity.WARNING

    def looks_for(self) -> frozenset[str]:
        """Return the short words, and those of which signs of money are made."""
        return _needles()

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the word in full; what else is wrong with a date, NUM001 says."""
        if not isinstance(node, Paragraph | Footnote | Title):
            return
        text = folded(within.source[node.content])
        for found in _MONTH.finditer(text):
            if _is_month(text, found):
                span = Span(*found.span("short"))
                # The full stop of the sentence stays where it is.
                if found["dot"] and text[span.end + 1 :].strip():
                    span = Span(span.start, span.end + 1)
                right = next(m for m in months() if m.startswith(found["short"][:3]))
                yield from self._full(node, within, text, span, right)
        for found in _DAY.finditer(text):
            end = found.end("short")
            span = Span(found.start(), end + (text[end : end + 1] == "."))
            right = next(day for day in day_name if day.startswith(found["short"][:3]))
            yield from self._full(node, within, text, span, right)
        for currency in rows("currencies.tsv", "resolint_rules"):
            if currency["short"] in text:
                yield from self._money(node, within, text, currency)

    def _full(
        self, node: Passage, within: Resolution, text: str, span: Span, right: str
    ) -> Iterator[Diagnostic]:
        if _is_own(node, within, text, span):
            return
        there = text[span.start : span.end]
        inside = span.shift(node.content.start)
        message = f"{node.locator} should have “{right}”, not “{there}”"
        yield self.at(inside, message, Fix.replace(inside, right))

    def _money(
        self, node: Passage, within: Resolution, text: str, row: dict[str, str]
    ) -> Iterator[Diagnostic]:
        # Dollars in texts of the General Assembly are the business of NUM007.
        if row["dollar"] and within.organ is Organ.GA:
            return
        for found in _sums(row["short"]).finditer(text):
            span = Span(*found.span())
            if _is_own(node, within, text, span):
                continue
            figures = found["behind"] or found["before"]
            inside = span.shift(node.content.start)
            full = f"{figures} {row['right']}"
            message = f"{node.locator} should have “{full}”, not “{found[0]}”"
            yield self.at(inside, message, Fix.replace(inside, full, Safety.UNSAFE))


@cache
def _needles() -> frozenset[str]:
    signs = (row["short"] for row in rows("currencies.tsv", "resolint_rules"))
    return frozenset(_SHORT_WORDS).union(*map(needled, signs))


@cache
def _sums(short: str) -> re.Pattern[str]:
    """Return the pattern of sums of money before or behind a short name."""
    sign = re.escape(short)
    return re.compile(
        rf"(?<!\w){sign} ?(?P<behind>{_SUM})"
        rf"|(?<![\w.,])(?P<before>{_SUM}) ?{sign}(?!\w)"
    )


def _is_month(text: str, found: re.Match[str]) -> bool:
    """Whether a short word is a month, and no date that NUM001 looks at."""
    day, year, dot = found["day"], found["after"], found["dot"]
    if day:
        # “14th Feb. 2025” and “14 Feb., 2025” are written otherwise as well.
        return day.strip().isdecimal() and "," not in (year or "")
    if year:
        # “Feb. 14, 2025” has a day; “Feb. 2025” has none.
        return not re.match(r" \d{1,2},? \d{4}", year)
    before = text[max(0, found.start() - _REACH) : found.start()]
    return bool(dot and found["last"] and _BY_MONTH.search(before))


def _is_own(node: Passage, within: Resolution, text: str, span: Span) -> bool:
    """Whether the words are another's: a quotation, a title, an address."""
    return (
        is_quoted(text, span.start, draft=within.label == "draft")
        or in_address(text, span.start)
        or is_set_apart(within.source, span.shift(node.content.start))
    )
