"""The numbers and dates of the Economic and Social Council's resolutions."""

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
)
from resolint.adoption import number
from resolint.regex import regex
from resolint_rules.references.dated import CitedDate, Wrong
from resolint_rules.references.verdicts import Ground
from resolint_rules.symbols.faults import place

_FIRST_YEAR = 1978
"""From this year on the number has the year; before, the session in roman."""
_TURNED = regex(r"(\d{1,3})/((?:19|20)\d\d)( [A-Z])?")
_IN_PARENTHESES = regex(r"(\d{1,4}) ?\(((?:19|20)\d\d)\)")


class EconomicCouncilNumber(CitedDate):
    """A resolution of the Economic and Social Council with a wrong number or date."""

    code = "REF014"
    name = "economic-council-number"

    def minds(self, wrong: Wrong) -> bool:
        """Whether only the session is known."""
        return wrong.organ is Organ.ECOSOC and wrong.verdict.ground is Ground.SESSION

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “1503 (XLVIII)” up to 1977, then “1980/67”, and a date that fits."""
        yield from super().check(node, within)
        if isinstance(node, Field):
            return
        for cited in node.citations:
            if _is_theirs(cited, within):
                yield from self._form(cited, node)

    def _form(self, cited: Citation, node: Passage) -> Iterator[Diagnostic]:
        printed = " ".join(cited.number.split())
        where = f"Economic and Social Council {cited.kind} {printed} in {place(node)}"
        found = _TURNED.fullmatch(printed)
        if found is None:
            found = _IN_PARENTHESES.fullmatch(printed)
        if found and int(found[2]) >= _FIRST_YEAR:
            letters = found[3] or "" if found.re is _TURNED else ""
            right = f"{found[2]}/{found[1]}{letters}"
            yield self.at(
                cited.span,
                f"{where} should be numbered {right}, year first",
                Fix.replace(cited.span, right, Safety.UNSAFE),
            )
            return
        year = number(printed)
        if found or (year.shape == "year" and year.session < _FIRST_YEAR):
            yield self.at(
                cited.span,
                f"{where} should have its session in roman numerals, as all up to "
                f"{_FIRST_YEAR - 1}",
            )


def _is_theirs(cited: Citation, within: Resolution) -> bool:
    """Whether the text says that an act is the Economic and Social Council's."""
    if cited.organ is not None:
        return cited.organ is Organ.ECOSOC
    return cited.own and within.organ is Organ.ECOSOC
