"""Spellings that have changed, by the day of the text."""

from resolint import EDITED, Resolution, Safety, Severity
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.forms import Hit
from resolint_rules.wording.terms import Term, after

# Before 2024: “health care”, and “health-care services”.
_NOUN = Pattern(
    r"\A (?:services?|systems?|workers?|providers?|facilit|professionals?|sector|needs"
    r"|personnel|access|costs?|coverage|settings?|institution|infrastructure|units?"
    r"|delivery|practitioners?|staff|information|benefits?|outcomes?|centres?)"
)


class DatedSpelling(Term):
    """A spelling of another time."""

    code = "SPE010"
    name = "dated-spelling"
    severity = Severity.INFO
    profiles = EDITED
    safety = Safety.UNSAFE
    settled = False

    def right(self, hit: Hit, within: Resolution) -> str | None:
        """Want a hyphen where the older form stood before a noun."""
        right = super().right(hit, within)
        if right and hit.form.until and _NOUN.search(after(hit)):
            return right.replace("ealth care", "ealth-care")
        return right
