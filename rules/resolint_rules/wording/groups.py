"""The international community, civil society and groups of countries."""

from resolint import Resolution, Safety, Severity
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.forms import Hit
from resolint_rules.wording.terms import Term, after, before

# A capital close by says that the words belong to a name; that of the verb which opens
# the paragraph does not.
_NAME_AFTER = Pattern(r"\A(?: (?:of|for|in|on)(?: the)?)? ?[A-Z(]")
_NAME_BEFORE = Pattern(
    r"(?<=\W)(?!The\b|In\b|Of\b|By\b)[A-Z][\w’-]*,?(?: (?:of|for|in|on|the|and"
    r"|small|least|developed|landlocked|countries|all)){0,5} \Z"
)


class GroupCapitals(Term):
    """Capitals where no name needs them."""

    code = "WRD007"
    name = "group-capitals"
    severity = Severity.INFO
    safety = Safety.UNSAFE
    exact = True

    def right(self, hit: Hit, within: Resolution) -> str | None:
        """Leave names of conferences and programmes alone."""
        if _NAME_AFTER.search(after(hit)) or _NAME_BEFORE.search(before(hit)):
            return None
        return super().right(hit, within)
