"""The dates of the Human Rights Council's resolutions, and their sessions."""

from resolint import Organ, Severity
from resolint_rules.references.dated import CitedDate, Wrong
from resolint_rules.references.verdicts import Ground


class RightsCouncilDate(CitedDate):
    """A resolution of the Human Rights Council with a date not in its session."""

    code = "REF015"
    name = "rights-council-date"
    severity = Severity.WARNING

    def minds(self, wrong: Wrong) -> bool:
        """Whether only the session is known."""
        return wrong.organ is Organ.HRC and wrong.verdict.ground is Ground.SESSION
