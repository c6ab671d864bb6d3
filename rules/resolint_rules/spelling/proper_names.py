"""The names that United Nations texts are made of."""

from resolint import Resolution, Severity
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.forms import Hit
from resolint_rules.wording.terms import Term, after, before

_THE = Pattern(r"\b(?:the|17|these|those|all) \Z")


class ProperNames(Term):
    """A name of the United Nations without its capitals, or misspelled."""

    code = "SPE014"
    name = "proper-names"
    severity = Severity.WARNING

    def right(self, hit: Hit, within: Resolution) -> str | None:
        """Leave goals alone that are not the seventeen."""
        found = hit.text[hit.start : hit.end]
        if found.islower() and " goal" in found:
            others = after(hit).startswith(" that ")
            if others or not _THE.search(before(hit)):
                return None
        return super().right(hit, within)
