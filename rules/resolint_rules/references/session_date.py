"""The dates of the General Assembly's resolutions, and their sessions."""

from resolint import Organ
from resolint_rules.references.dated import CitedDate, Wrong
from resolint_rules.references.verdicts import Ground


class DateInSession(CitedDate):
    """A resolution of the Assembly with a date that is not in its session."""

    code = "REF004"
    name = "date-in-session"

    def minds(self, wrong: Wrong) -> bool:
        """Whether only the session is known; roman ones are REF012's."""
        ground, found = wrong.verdict.ground, wrong.found
        if ground is not Ground.SESSION or wrong.organ is not Organ.GA:
            return False
        return found.shape != "roman"
