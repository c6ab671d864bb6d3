"""Supplements of the Official Records of the Economic and Social Council."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Field,
    Fix,
    OfficialRecord,
    Passage,
    Resolution,
    Rule,
    Safety,
    Shows,
    Span,
)
from resolint_rules.footnotes.records import Supplement, supplements

FIRST_YEAR = 1985
"""The first in which the symbols of supplements are numbered from 22."""
STEP = 20
"""How far the number in the symbol is ahead of that of the supplement."""


class CouncilSupplement(Rule[Passage]):
    """A year or a number that is not the one in the symbol."""

    code = "FNT016"
    name = "council-supplement"
    profiles = EDITED
    needs = frozenset({Shows.NOTES})
    cites = (OfficialRecord,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want year, number and symbol of one and the same supplement."""
        if isinstance(node, Field):
            return
        for cited in supplements(node, "E", within):
            if cited.of < FIRST_YEAR:
                continue
            yield from self._year(node, cited, within)
            # The first supplement, of resolutions and decisions, is numbered apart.
            if cited.number > 1 and cited.document != cited.number + STEP:
                yield self._numbered(node, cited)

    def _year(
        self, node: Passage, cited: Supplement, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Yield a finding if the year is not the one in the symbol."""
        span = cited.session(within)
        year = cited.record.session
        if span is None or year in (None, cited.of):
            return
        message = (
            f"{node.locator} cites {cited.symbol.text} as of {year}; "
            f"it is of {cited.of}"
        )
        yield self.at(span, message, Fix.replace(span, str(cited.of), Safety.UNSAFE))

    def _numbered(self, node: Passage, cited: Supplement) -> Diagnostic:
        """Return a finding that names the symbol that the supplement should have."""
        symbol = cited.symbol
        number = str(cited.document)
        at = symbol.span.start + symbol.text.index(number, len(f"E/{cited.of}"))
        span = Span(at, at + len(number))
        right = str(cited.number + STEP)
        message = (
            f"{node.locator} should cite Supplement No. {cited.number} of {cited.of} "
            f"as E/{cited.of}/{right}, not {symbol.text}"
        )
        return self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))
