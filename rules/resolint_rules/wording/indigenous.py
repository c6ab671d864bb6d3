"""Indigenous Peoples, with capitals since the seventy-seventh session."""

from resolint import EDITED, Severity
from resolint_rules.wording.terms import Term


class IndigenousPeoples(Term):
    """Indigenous Peoples without their capitals."""

    code = "WRD008"
    name = "indigenous-peoples"
    severity = Severity.WARNING
    profiles = EDITED
