"""The number in symbol and heading."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resolint import (
    Diagnostic,
    Fix,
    Organ,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.metadata.identity import adopted
from resolint_rules.metadata.tables import council_year, wrong_year
from resolint_rules.references.facts import adoption

_SYMBOL = regex(r"S/RES/(?P<number>\d{1,4}) ?\((?P<year>\d{4})\)")
_HEADING = regex(r"\s*(?i:resolution) (?P<number>\d{1,4})(?: ?\((?P<year>\d{4})\))?\s*")


class _Named(NamedTuple):
    """A number and a year, and where they stand."""

    number: int
    year: int
    span: Span

    @property
    def words(self) -> str:
        return f"{self.number} ({self.year})"


class CouncilHeading(Rule[Resolution]):
    """A heading whose number is not that of the symbol."""

    code = "SCR001"
    name = "council-heading"
    profiles = (Profile.SC,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “S/RES/2731 (2024)” and “Resolution 2731 (2024)” to agree."""
        symbol, heading = _symbol(node), _heading(node)
        if not node.whole or symbol is None or heading is None:
            return
        if not heading.year:
            if heading.number == symbol.number:
                message = (
                    f"heading should be “Resolution {symbol.words}”, with the year"
                )
                yield self.at(
                    heading.span, message, Fix.replace(heading.span, symbol.words)
                )
            return
        same = (symbol.number, symbol.year) == (heading.number, heading.year)
        # A year that is not that of the number is the business of MET006.
        if same or not (_fits(symbol, node) and _fits(heading, node)):
            return
        wrong, right, sure = heading, symbol, _known(symbol, node)
        if not sure and _known(heading, node):
            wrong, right, sure = symbol, heading, True
        what, other = (
            ("heading", "symbol") if wrong is heading else ("symbol", "heading")
        )
        yield self.at(
            wrong.span,
            f"{what} should have the number {right.words}, as the {other} has, not "
            f"{wrong.words}",
            Fix.replace(
                wrong.span, right.words, Safety.SAFE if sure else Safety.UNSAFE
            ),
        )


def _symbol(node: Resolution) -> _Named | None:
    line = node.masthead.field("symbol")
    if line is None:
        return None
    found = _SYMBOL.search(folded(node.source[line.span]))
    return _named(found, line.span.start) if found else None


def _heading(node: Resolution) -> _Named | None:
    lines: list[Passage] = [*node.masthead.fields]
    if node.title:
        lines.append(node.title)
    for line in lines:
        found = _HEADING.fullmatch(folded(node.source[line.span]))
        if found:
            return _named(found, line.span.start)
    return None


def _named(found: re.Match[str], at: int) -> _Named:
    end = found.end("year") + 1 if found["year"] else found.end("number")
    span = Span(found.start("number"), end).shift(at)
    return _Named(int(found["number"]), int(found["year"] or 0), span)


def _fits(named: _Named, node: Resolution) -> bool:
    """Whether a year can be that of the number."""
    known, day = council_year(named.number), adopted(node)
    if known:
        return known == named.year
    return day.year == named.year if day else not wrong_year(named.number, named.year)


def _known(named: _Named, node: Resolution) -> bool:
    """Whether the Council adopted the number on the day that the text gives."""
    fact = adoption(Organ.SC, "resolution", named.words)
    return fact is not None and fact.own and fact.day == adopted(node)
