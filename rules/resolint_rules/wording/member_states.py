"""Member States, with two capitals."""

from types import MappingProxyType

from resolint import (
    UNITED_NATIONS,
    Profile,
    Resolution,
    Severity,
)
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.forms import Hit
from resolint_rules.wording.terms import Term, after, before

# Members of another organization have a small m.
_OTHER_AFTER = Pattern(
    r"\A of (?!the United Nations\b|the Organization\b)(?:the )?[A-Z]"
)
_OTHER_BEFORE = Pattern(
    r"(?:\b(?:Union|Community|Commonwealth|Organi[sz]ation|League|Africa|Europe)"
    r"|\b(?!UN )[A-Z]{3,}|(?i:\b(?:its|their|whose|African|European)))(?:’s)? \Z"
)
_UNITED_NATIONS = Pattern(r"\bUnited Nations(?: system)? and (?:all )?its \Z")


class MemberStates(Term):
    """Member States without their capitals."""

    code = "WRD001"
    name = "member-states"
    severity = Severity.WARNING
    severities = MappingProxyType({Profile.SC: Severity.INFO})
    profiles = UNITED_NATIONS
    exact = True

    def right(self, hit: Hit, within: Resolution) -> str | None:
        """Leave the small m to the members of other organizations."""
        right = super().right(hit, within)
        words = before(hit)
        other = _OTHER_AFTER.search(after(hit)) or _OTHER_BEFORE.search(words)
        if right is None or not other or _UNITED_NATIONS.search(words):
            return right
        return right[0].lower() + right[1:]
