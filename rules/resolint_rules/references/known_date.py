"""The date on which a cited resolution is known to have been adopted."""

from resolint import Severity
from resolint_rules.references.dated import CitedDate, Wrong
from resolint_rules.references.verdicts import Ground, Verdict


class KnownDate(CitedDate):
    """A resolution with a date that is not that of its adoption."""

    code = "REF005"
    name = "known-date"

    def minds(self, wrong: Wrong) -> bool:
        """Whether another day is known."""
        return wrong.verdict.ground is not Ground.SESSION

    def graded(self, judged: Verdict) -> Severity | None:
        """Return how much those who say so are to be trusted."""
        if judged.ground is Ground.HEARSAY:
            return Severity.INFO
        return None if judged.known and judged.known.own else Severity.WARNING
