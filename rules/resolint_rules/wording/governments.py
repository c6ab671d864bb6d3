"""Governments, with a capital."""

from resolint import UNITED_NATIONS, Resolution, Safety, Severity
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.forms import Hit
from resolint_rules.wording.terms import Term, after, before

_COUNTRY = Pattern(r"\A of (?:the )?[A-Z]")
_LOWER_LEVEL = Pattern(
    r"(?i:\b(?:local|regional|subnational|sub-national|provincial|municipal|state|city"
    r"|territorial|tribal|district|traditional|subregional|county"
    r"|de facto|self)\b)"
)
_LEVELS = Pattern(r"\A,? (?:at|of) (?:all|different|various|every|the) (?:\w+ )?level")


class GovernmentCapital(Term):
    """The Government of a State, and Governments, in small letters."""

    code = "WRD003"
    name = "government-capital"
    severity = Severity.INFO
    profiles = UNITED_NATIONS
    safety = Safety.UNSAFE
    exact = True

    def right(self, hit: Hit, within: Resolution) -> str | None:
        """Leave those of regions and towns alone."""
        words = after(hit)
        if _LOWER_LEVEL.search(before(hit, 40)) or _LEVELS.search(words):
            return None
        one = hit.form.wrong == "government"
        if one and not _COUNTRY.search(words):
            return None
        return super().right(hit, within)
