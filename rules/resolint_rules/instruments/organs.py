"""Names of principal organs, in full."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from resolint import (
    Diagnostic,
    Passage,
    Profile,
    Resolution,
    Safety,
    Severity,
)
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.forms import Hit
from resolint_rules.wording.terms import Term, after, before

# Other organizations have secretaries general, assemblies and councils of their own.
_OTHERS_AFTER = Pattern(r"\A(?:’s)? of (?!the United Nations\b)")
_OTHERS_BEFORE = Pattern(
    r"(?:\b(?:[Nn]ational|[Cc]ommonwealth|Union|League|Interpol|INTERPOL)"
    r"|\b(?!UN )[A-Z]{2,})(?:’s)? (?:Deputy |Assistant )?\Z"
)
# “UNGA resolution 70/1” is for REF021.
_CITED = Pattern(r"\A (?:[Rr]es|[Dd]ec)(?:olution|ision)?s?\b")
_THE = Pattern(r"\b(?:[Tt]he|United Nations|UN) \Z")


class OrganNames(Term):
    """A principal organ under a name that it does not have."""

    code = "TRE006"
    name = "organ-names"
    severity = Severity.WARNING
    severities = MappingProxyType({Profile.SC: Severity.INFO})

    def right(self, hit: Hit, within: Resolution) -> str | None:
        """Leave the organs of other organizations alone."""
        found, words = hit.text[hit.start : hit.end], before(hit)
        if _OTHERS_AFTER.search(after(hit)) or _OTHERS_BEFORE.search(words):
            return None
        if found.isupper() and _CITED.search(after(hit)):
            return None
        if found.islower() and not _THE.search(words):
            return None
        return super().right(hit, within)

    def told(self, hit: Hit, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Leave it to the drafter whether letters lacked an article."""
        for found in super().told(hit, node, within):
            if found.fix and hit.form.wrong.isupper():
                fix = replace(found.fix, safety=Safety.UNSAFE)
                yield replace(found, fix=fix)
            else:
                yield found
