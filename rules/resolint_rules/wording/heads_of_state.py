"""Heads of State and Government."""

from resolint import Severity
from resolint_rules.wording.terms import Term


class HeadsOfState(Term):
    """Heads of State and Government without their capitals."""

    code = "WRD004"
    name = "heads-of-state"
    severity = Severity.WARNING
