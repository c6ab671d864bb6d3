"""Short forms of the names of organs."""

from types import MappingProxyType

from resolint import (
    Profile,
    Safety,
    Severity,
)
from resolint_rules.wording.terms import Term


class OrganShortForms(Term):
    """Letters where a short form of the name is meant: “the GA”."""

    code = "TRE007"
    name = "organ-short-forms"
    severity = Severity.INFO
    severities = MappingProxyType({Profile.MUN: Severity.WARNING})
    safety = Safety.UNSAFE
