"""States, with a capital."""

from resolint import EDITED, Organ, Resolution, Safety, Severity
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.forms import Hit
from resolint_rules.wording.terms import Term, after, before

# Parts of a country are states too, and what a thing is in is its state.
_PARTS = Pattern(
    r"\b(?:federal|federated|federation|province|governorate|Darfur"
    r"|Equatoria|Kordofan|Nile)",
)
_ISLANDS = Pattern(r"(?i)\bsmall[ -]island[ -]developing \Z")
_PARTS_AFTER = Pattern(
    r"\A(?: of (?!the (?:region|world)\b|origin\b)| (?:and|or) (?:region|local|district"
    r"|municipal|territor|count)|,? (?:region|district)|-)"
)


class StateCapital(Term):
    """Countries that are called states."""

    code = "WRD002"
    name = "state-capital"
    severity = Severity.WARNING
    profiles = EDITED
    safety = Safety.UNSAFE
    exact = True

    def right(self, hit: Hit, within: Resolution) -> str | None:
        """Leave the states of a federation alone."""
        # In the General Assembly that term is the business of WRD011.
        if within.organ is Organ.GA and _ISLANDS.search(before(hit)):
            return None
        near = before(hit) + after(hit)
        if _PARTS.search(near) or _PARTS_AFTER.search(after(hit)):
            return None
        return super().right(hit, within)
