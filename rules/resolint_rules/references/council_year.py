"""The years of resolutions of the Security Council."""

from collections.abc import Iterator
from datetime import date

from resolint import (
    Citation,
    Diagnostic,
    Field,
    Fix,
    Organ,
    Passage,
    Resolution,
    Rule,
    Safety,
    Span,
    Symbol,
)
from resolint.regex import regex
from resolint_rules.metadata.tables import council_year, wrong_year
from resolint_rules.references.council import council_number, year_at
from resolint_rules.references.facts import alike

_OTHERS = 50
"""Bodies of treaties and commissions count so far, and give the year too."""
_BOTH_COUNT = 1953
_SYMBOL = regex(r"S/RES/(\d{1,4}) ?\((\d{4})\)(?!\d)")


class CitedCouncilYear(Rule[Passage]):
    """A resolution of the Security Council with the year of another."""

    code = "REF008"
    name = "cited-council-year"
    cites = (Citation, Symbol)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the year in which the number was adopted."""
        if isinstance(node, Field):
            return
        for cited in node.inline:
            match cited:
                case Citation():
                    found = council_number(cited)
                    if found is None or found.shape != "council":
                        continue
                    count, year = found.number, found.session
                case Symbol():
                    symbol = _SYMBOL.match(cited.text)
                    if symbol is None:
                        continue
                    count, year = int(symbol[1]), int(symbol[2])
                case _:
                    continue
            if count < _OTHERS and year >= _BOTH_COUNT:
                continue
            if wrong_year(count, year):
                yield self._wrong(node, within, cited, count, year)

    def _wrong(
        self,
        node: Passage,
        within: Resolution,
        cited: Citation | Symbol,
        count: int,
        year: int,
    ) -> Diagnostic:
        right = council_year(count)
        day = cited.day.value if isinstance(cited, Citation) and cited.day else None
        where = year_at(within.source[cited.span])
        span = Span(*where).shift(cited.span.start) if where else cited.span
        what = f"the year of Security Council resolution {count} in {node.locator}"
        if right is None:
            return self.at(span, f"{what} should be a later one than {year}")
        if day and day.year == year:
            # Year and date agree: it may be the number that is wrong.
            meant = _meant(count, year, day)
            if meant:
                figures = Span(0, len(str(count))).shift(cited.span.start)
                return self.at(
                    span,
                    f"{what} should be {right}, not {year}, unless {meant} ({year}), "
                    f"which is of that date, is meant",
                    Fix.replace(figures, meant, Safety.UNSAFE),
                )
            fix = None
        else:
            sure = day is not None and day.year == right
            fix = Fix.replace(span, str(right), Safety.SAFE if sure else Safety.UNSAFE)
        return self.at(span, f"{what} should be {right}, not {year}", fix)


def _meant(count: int, year: int, day: date) -> str:
    """Return the number, a slip away, of what the Council adopted on a day."""
    found = alike(Organ.SC, "resolution", f"{count} ({year})", day)
    fit = [act.partition(" ")[0] for act in found if act.endswith(f"({year})")]
    return fit[0] if len(fit) == 1 else ""
