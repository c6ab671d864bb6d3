"""The roman numerals of the Assembly's early sessions."""

from collections.abc import Iterator

from resolint import (
    Citation,
    Diagnostic,
    Field,
    Fix,
    Organ,
    Passage,
    Resolution,
    Safety,
    Span,
)
from resolint.adoption import LAST_ROMAN, Number, number, numeral
from resolint.regex import regex
from resolint_rules.metadata import calendar
from resolint_rules.references.dated import CitedDate, Wrong
from resolint_rules.references.facts import roman_neighbours
from resolint_rules.references.verdicts import Ground, named
from resolint_rules.symbols.faults import place

_NUMERAL = regex(r"\((?:E?S-)?([IVXLC]+)\)")
_LAST = 3541
_OF_OTHERS = 2200
"""The Economic and Social Council has not come so far with roman numerals."""
_LEAST = 2
_YEAR = 1990


class RomanSession(CitedDate):
    """A roman numeral that is not that of the number, or of the date."""

    code = "REF012"
    name = "roman-session"

    def minds(self, wrong: Wrong) -> bool:
        """Whether date and numeral differ, and the numeral may be right."""
        theirs = wrong.organ is Organ.GA and wrong.found.shape == "roman"
        return theirs and wrong.verdict.ground is Ground.SESSION

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want a good numeral, of the session in which the number was adopted."""
        yield from super().check(node, within)
        if isinstance(node, Field):
            return
        for cited in node.citations:
            if "(" not in cited.number or cited.kind != "resolution":
                continue
            found = number(" ".join(cited.number.split()))
            if found.shape not in ("roman", "special", "emergency"):
                continue
            printed = _NUMERAL.search(within.source[cited.span])
            if printed is None:
                continue
            span = Span(*printed.span(1)).shift(cited.span.start)
            if not found.session and len(printed[1]) >= _LEAST:
                yield self._numeral(cited, found, span, node, within)
            elif _misplaced(cited, found):
                yield self._misplaced(cited, found, span, node, within)

    def _numeral(
        self,
        cited: Citation,
        found: Number,
        span: Span,
        node: Passage,
        within: Resolution,
    ) -> Diagnostic:
        """Say that no numeral is written so, and which one may be meant."""
        there = within.source[span]
        right = None
        if cited.organ in (None, Organ.GA) and found.shape == "roman":
            right = _meant(cited, found)
        should = f"({numeral(right)})" if right else "a good roman numeral"
        return self.at(
            span,
            f"the session of {named(cited, within)} in {place(node)} should be "
            f"{should}: “{there}” is no number",
            Fix.replace(span, numeral(right), Safety.UNSAFE) if right else None,
        )

    def _misplaced(
        self,
        cited: Citation,
        found: Number,
        span: Span,
        node: Passage,
        within: Resolution,
    ) -> Diagnostic:
        name = f"the session of {named(cited, within)} in {place(node)}"
        if found.number > _LAST or found.session > LAST_ROMAN:
            return self.at(
                cited.span,
                f"{name} cannot be right: the Assembly wrote its sessions in roman "
                f"numerals up to resolution 3541 (XXX)",
            )
        right = _meant(cited, found)
        low, high = map(numeral, roman_neighbours(found.number))
        should = f"be ({numeral(right)})" if right else f"be from ({low}) to ({high})"
        return self.at(
            span,
            f"{name} should {should}, not ({within.source[span]})",
            Fix.replace(span, numeral(right), Safety.UNSAFE) if right else None,
        )


def _misplaced(cited: Citation, found: Number) -> bool:
    """Whether the Assembly cannot have adopted a number in a session."""
    if cited.organ is not Organ.GA or found.shape != "roman":
        return False
    named_so = cited.body.endswith(Organ.GA)
    if not (named_so or found.number >= _OF_OTHERS):
        return False
    # A date of today shows that it is not one of the early resolutions at all.
    if cited.day and cited.day.value and cited.day.value.year > _YEAR:
        return False
    if found.number > _LAST or found.session > LAST_ROMAN:
        return True
    low, high = roman_neighbours(found.number)
    return not low <= found.session <= high


def _meant(cited: Citation, found: Number) -> int | None:
    """Return the session of a number; by its date where the number leaves a choice."""
    if not 0 < found.number <= _LAST:
        return None
    low, high = roman_neighbours(found.number)
    if low == high:
        return low
    day = cited.day.value if cited.day else None
    fit = []
    for session in range(low, high + 1):
        period = calendar.period(Organ.GA, str(session))
        if day and period and day in period:
            fit.append(session)
    return fit[0] if len(fit) == 1 else None
