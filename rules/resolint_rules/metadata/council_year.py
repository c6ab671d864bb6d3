"""The number and the year of a resolution of the Security Council."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Edit,
    Fix,
    Organ,
    Profile,
    Related,
    Resolution,
    Rule,
    Safety,
    Span,
    Stage,
)
from resolint.regex import regex
from resolint_rules.metadata import calendar
from resolint_rules.metadata.dates import date_span
from resolint_rules.metadata.identity import adopted, adoption_lines, line_day
from resolint_rules.metadata.redating import published, redated
from resolint_rules.metadata.tables import council_range, council_year, wrong_year

_NUMBER = regex(r"(?P<number>\d{1,4})\s?\((?P<year>\d{4})\)")


Spans = list[tuple[Span, Span]]
"""Where number and year stand."""


class CouncilYear(Rule[Resolution]):
    """A year in parentheses that is not that of the adoption, or of the number."""

    code = "MET006"
    name = "council-year"
    profiles = (Profile.SC,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want number, year and date to agree: the one that differs is wrong."""
        if not node.whole:
            return
        day = adopted(node)
        named = _named(node)
        for (number, year), spans in named.items():
            known = council_year(number)
            if known and known != year:
                if day and day.year == year:
                    yield self._number(number, year, spans)
                else:
                    sure = day is not None and day.year == known
                    yield self._year(number, year, known, spans, certain=sure)
            elif known is None and (
                wrong_year(number, year) if day is None else day.year != year
            ):
                right = day.year if day else None
                yield self._year(number, year, right, spans, certain=False)
            elif day and day.year != year and len(named) == 1:
                yield from self._day(node, number, year)

    def _year(
        self, number: int, year: int, right: int | None, spans: Spans, *, certain: bool
    ) -> Diagnostic:
        should = f"be {right}" if right else "be a later one"
        fix = None
        if right:
            safety = Safety.SAFE if certain else Safety.UNSAFE
            edits = tuple(Edit(span, str(right)) for _, span in spans)
            fix = Fix(f"Write “{right}”", edits, safety)
        return self.at(
            spans[0][1],
            f"the year of resolution {number} should {should}, not {year}",
            fix,
            notes=tuple(Related(span, "and here") for _, span in spans[1:]),
        )

    def _number(self, number: int, year: int, spans: Spans) -> Diagnostic:
        numbers = council_range(year)
        should = (
            f"should be from {numbers.first} to {numbers.last}, as it was adopted in "
            f"{year}, "
            if numbers
            else "should be a later one, "
        )
        return self.at(
            spans[0][0],
            f"the number of the resolution {should}not {number}, which is of "
            f"{council_year(number)}",
            notes=tuple(Related(span, "and here") for span, _ in spans[1:]),
        )

    def _day(self, node: Resolution, number: int, year: int) -> Iterator[Diagnostic]:
        for line in adoption_lines(node):
            day = line_day(line)
            if day is None:
                continue
            right = published(Organ.SC, f"{number} ({year})", day)
            if right is None:
                should, there = f"in {year}, the year of", f"in {day.year}"
            else:
                should = f"{calendar.day_words(right)}, the day of"
                there = calendar.day_words(day)
            yield self.at(
                date_span(line),
                f"the date of adoption should be {should} resolution {number}, not "
                f"{there}",
                redated(node, [line], right, sure=True),
            )
            return


def _named(node: Resolution) -> dict[tuple[int, int], Spans]:
    """Return the number and year in symbol and heading, and where they stand."""
    found: dict[tuple[int, int], Spans] = {}
    for name in ("symbol", "resolution_number"):
        line = node.masthead.field(name)
        match = _NUMBER.search(node.source[line.span]) if line else None
        if line is None or match is None or "PRST" in line.value:
            continue
        number, year = (
            Span(*match.span(group)).shift(line.span.start)
            for group in ("number", "year")
        )
        key = int(match["number"]), int(match["year"])
        found.setdefault(key, []).append((number, year))
    return found
