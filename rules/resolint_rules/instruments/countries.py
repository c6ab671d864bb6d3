"""Names of countries: what the rules on them share."""

from abc import ABC

from resolint import Footnote, Passage, Resolution, Safety, Severity
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.forms import Hit
from resolint_rules.wording.terms import Term, after, before

# The country is part of another name: “Special Envoy for …”, “… Relief Fund”.
_NAME_BEFORE = Pattern(
    r"(?<=\W)(?!Governments?\b|Ministers?\b|Ministry\b|President\b|Parliament\b|People\b"
    r"|Mission\b|Representative\b|Republic\b|Territory\b|Ambassador\b|State\b|Turning\b)"
    r"[A-Z][\w’-]*(?<!ing)(?<!ed) (?:of|for|on) (?:the )?\Z|[-–]\Z"
)
_NAME_AFTER = Pattern(r"\A(?: [A-Z]|[-–])")
_YEAR = Pattern(r"\b(?:19|20)\d\d\b")
_NEAR = 60


class Country(Term, ABC):
    """A rule on how countries are called, by a table."""

    table = "countries.tsv"
    severity = Severity.WARNING
    safety = Safety.UNSAFE

    def right(self, hit: Hit, within: Resolution) -> str | None:
        """Leave other names that have a country in them alone."""
        if _NAME_BEFORE.search(before(hit)) or _NAME_AFTER.search(after(hit)):
            return None
        return super().right(hit, within)


def is_earlier(hit: Hit, passage: Passage) -> bool:
    """Whether the words speak of a time in which the name was right.

    A place keeps the name that it had: “held in …, in May 2016”. A note names what it
    cites as it was called.
    """
    since = hit.form.since
    if since is None:
        return False
    near = before(hit, _NEAR) + after(hit, _NEAR)
    if isinstance(passage, Footnote):
        near = hit.text
    return any(int(year[0]) <= since.year for year in _YEAR.finditer(near))
