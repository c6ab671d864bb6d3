"""Names of offices, funds and programmes."""

from resolint import (
    Enacting,
    Profile,
    Resolution,
    Safety,
    Severity,
    Title,
)
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.forms import Hit
from resolint_rules.wording.terms import Term, after, before

# “… Executive Board”: the letters begin or end a longer name.
_NAME_AFTER = Pattern(r"\A(?: [A-Z]|-[A-Z])")
_NAME_BEFORE = Pattern(
    r"-\Z|(?<=\W)(?!(?:Director|Administrator|General|Board|President|Head|Chief|Secretary"
    r"|Commissioner|Representative|Council|Committee|Office|Goals|States|Nations"
    r"|Peoples|Parties|Governments|Agenda)\b)"
    r"[A-Z][\w’]* (?:of|on|by|for|to|with) \Z"
)


class BodyNames(Term):
    """An office, fund or programme by letters, or by a name that it does not have."""

    code = "TRE015"
    name = "body-names"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.HRC)
    safety = Safety.UNSAFE
    # Short names in titles are the business of TIT004.
    silent = (Enacting, Title)

    def right(self, hit: Hit, within: Resolution) -> str | None:
        """Leave letters alone that the text explains, or that belong to a name."""
        letters = hit.form.wrong
        if letters.isupper() and (
            f"({letters})" in within.source.text
            or _NAME_AFTER.search(after(hit))
            or _NAME_BEFORE.search(before(hit))
        ):
            return None
        return super().right(hit, within)
