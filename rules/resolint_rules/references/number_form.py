"""How the numbers of the Assembly's resolutions are written."""

from collections.abc import Iterator

from resolint import (
    Citation,
    Diagnostic,
    Field,
    Organ,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
)
from resolint.adoption import LAST_ROMAN, number, numeral
from resolint.regex import regex
from resolint_rules.references.facts import roman_neighbours
from resolint_rules.symbols.faults import place, written

_SLASHED = regex(r"(\d{3,4})/(\d{1,2})")
_MOST = 3541
_LEAST = 150
"""No session of the Assembly has this number, nor a higher one."""


class NumberForm(Rule[Passage]):
    """The number of a resolution with its letter or its session out of place."""

    code = "REF010"
    name = "number-form"
    severity = Severity.WARNING
    cites = (Citation,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “217 A (III)” up to the thirtieth session, then “31/16 A”."""
        if isinstance(node, Field):
            return
        for cited in node.citations:
            printed = " ".join(cited.number.split())
            right = _right(printed, cited, within)
            if right is None or right == printed:
                continue
            slashed = _SLASHED.fullmatch(printed)
            yield self.at(
                cited.span,
                f"the number of {cited.kind} {printed} in {place(node)} should be "
                f"written “{right}”",
                written(
                    cited.span,
                    printed,
                    right,
                    Safety.UNSAFE if slashed else Safety.SAFE,
                ),
            )


def _right(printed: str, cited: Citation, within: Resolution) -> str | None:
    """Return how a number should be written, if that is known."""
    if found := _SLASHED.fullmatch(printed):
        count, session = int(found[1]), int(found[2])
        theirs = cited.organ is Organ.GA or (
            cited.organ is None
            and not cited.body
            and (cited.own or within.organ is not Organ.ECOSOC)
        )
        if not theirs or not _LEAST <= count <= _MOST or not 0 < session <= LAST_ROMAN:
            return None
        low, high = roman_neighbours(count)
        return f"{count} ({numeral(session)})" if low <= session <= high else None
    found_number = number(printed)
    if found_number.shape == "roman" and found_number.normal:
        return found_number.normal
    if found_number.shape == "session" and any(map(str.isalpha, printed)):
        return found_number.normal
    return None
