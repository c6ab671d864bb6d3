"""Dates that stand with the names of instruments."""

import re
from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Field,
    Fix,
    Passage,
    Resolution,
    Rule,
    Safety,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import months
from resolint_rules.instruments.mentions import GOVERNED
from resolint_rules.instruments.table import Instrument, Mention, by_name, mentions
from resolint_rules.patterns import Pattern

_YEAR = regex(r"(?:19|20)\d\d")
_BEFORE = regex(r"\b(?P<year>(?:19|20)\d\d) (?:United Nations )?\Z")
_AFTER = regex(
    r",? (?:of|adopted on|adopted in) (?:(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) )?"
    r"(?P<year>(?:19|20)\d\d)\b(?!–|-)"
)
# What the table names with its date is looked for without it.
_GENEVA = Pattern(
    r"\bGeneva Conventions(?:,? (?:of|adopted on|dated)(?: the)?)"
    r" (?:(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) )?(?P<year>(?:19|20)\d\d)\b",
    needles=("geneva conventions",),
)
_PROTOCOLS = Pattern(
    r"\bAdditional Protocols(?: thereto| to the Geneva Conventions)? of"
    r" (?:\d{1,2} [A-Z][a-z]+ )?(?P<year>(?:19|20)\d\d)\b",
    needles=("additional protocols",),
)
_NAMED_YEAR = Pattern(
    r"\b(?P<year>(?:19|20)\d\d) (?P<name>World Summit Outcome|Agenda for Sustainable"
    r" Development|Refugee Convention)\b",
    needles=("world summit outcome", "agenda for sustainable", "refugee convention"),
)
_LABOUR = Pattern(
    r"(?P<name>[A-Z][\w’()-]+(?: (?:[A-Z(][\w’()-]*|of|and|on|for))* Convention"
    r"(?: \([A-Z]\w+\))?), (?P<year>(?:19|20)\d\d) \(No\. ?(?P<number>\d{1,3})\)",
    needles=("convention",),
)
_OTHERS = (
    *("geneva conventions", "additional protocols"),
    *("world summit outcome", "agenda for sustainable", "refugee convention"),
)
_NAMED_YEARS = {
    "World Summit Outcome": "2005",
    "Agenda for Sustainable Development": "2030",
    "Refugee Convention": "1951",
}
_PROTOCOL_YEARS = {"1977", "2005"}
GENEVA = "1949-08-12"


class InstrumentDate(Rule[Passage]):
    """A year or a day that is not the instrument's."""

    code = "TRE003"
    name = "instrument-date"

    def looks_for(self) -> frozenset[str]:
        """Return the names that have dates, and a mark of labour conventions."""
        names = (name.lower() for name, each in by_name().items() if each.dates)
        return frozenset((*names, *_OTHERS, "no."))

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the day on which the instrument was adopted, or signed."""
        if isinstance(node, Field):
            return
        text = folded(within.source[node.content])
        if not _YEAR.search(text):
            return
        for mention in mentions(within.source, node.content):
            if mention.instrument.dates:
                yield from self._beside(mention, text, node)
        for found in _GENEVA.finditer(text):
            yield from self._judged(found, (GENEVA,), "Geneva Conventions", node)
        for found in _PROTOCOLS.finditer(text):
            if found["year"] not in _PROTOCOL_YEARS:
                yield self._told(
                    found, "1977", "Additional Protocols", node, sure=False
                )
        for found in _NAMED_YEAR.finditer(text):
            right = _NAMED_YEARS[found["name"]]
            if found["year"] != right:
                yield self._told(found, right, found["name"], node)
        for found in _LABOUR.finditer(text):
            yield from self._labour(found, node)

    def _beside(
        self, mention: Mention, text: str, node: Passage
    ) -> Iterator[Diagnostic]:
        """Yield findings on a year before a name, and on a date behind it."""
        start, end, instrument = mention
        before = _BEFORE.search(text, max(0, start - 25), start)
        if before and before["year"] not in instrument.years:
            right = instrument.dates[0][:4]
            yield self._told(before, right, instrument.title, node)
        after = _AFTER.match(text, end)
        # “a decision of the parties to the Convention, of 3 May”: the decision's date.
        apart = text[end : end + 1] == "," or " adopted " in (after[0] if after else "")
        led = apart and GOVERNED.search(text, max(0, start - 25), start)
        if after and not (led and len(instrument.dates[0]) == len("1949")):
            yield from self._judged(after, instrument.dates, instrument.title, node)

    def _judged(
        self, found: re.Match[str], dates: tuple[str, ...], title: str, node: Passage
    ) -> Iterator[Diagnostic]:
        """Yield a finding if neither the day nor the year is right."""
        year = found["year"]
        if year not in {date[:4] for date in dates}:
            yield self._told(found, dates[0][:4], title, node)
            return
        days = [date for date in dates if len(date) > len("1949")]
        month = months().get(found["month"] or "")
        if not days or not found["day"] or not month:
            return
        if f"{year}-{month:02}-{int(found['day']):02}" in days:
            return
        right = _written(days[0])
        span = Span(found.start("day"), found.end("year")).shift(node.content.start)
        wrong = f"{found['day']} {found['month']} {year}"
        message = f"{node.locator} should date the {title} {right}, not {wrong}"
        yield self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))

    def _told(
        self,
        found: re.Match[str],
        right: str,
        title: str,
        node: Passage,
        *,
        sure: bool = True,
    ) -> Diagnostic:
        """Return a finding on a year."""
        span = Span(*found.span("year")).shift(node.content.start)
        message = f"{node.locator} should date the {title} {right}, not {found['year']}"
        fix = Fix.replace(span, right, Safety.UNSAFE) if sure else None
        return self.at(span, message, fix)

    def _labour(self, found: re.Match[str], node: Passage) -> Iterator[Diagnostic]:
        """Yield a finding on the year, or the number, of a labour convention."""
        instrument = _convention(found["name"])
        if instrument is None:
            return
        right = instrument.title.removeprefix(found["name"]).removeprefix(", ")
        whole = f"{found['year']} (No. {found['number']})"
        if right == whole:
            return
        span = Span(found.start("year"), found.end()).shift(node.content.start)
        name = found["name"]
        message = f"{node.locator} should have the {name} as “{right}”, not “{whole}”"
        yield self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))


def _convention(name: str) -> Instrument | None:
    """Return the labour convention that a name, without its year, is of."""
    for title, instrument in by_name().items():
        if instrument.kind == "labour" and title.startswith(f"{name}, "):
            return instrument
    return None


def _written(day: str) -> str:
    """Return a day of the table as texts write it."""
    year, month, number = day.split("-")
    names = {value: name for name, value in months().items()}
    return f"{int(number)} {names[int(month)]} {year}"
