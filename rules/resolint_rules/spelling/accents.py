"""Accents and special letters in names."""

from types import MappingProxyType

from resolint import (
    Profile,
    Severity,
)
from resolint_rules.wording.terms import Term


class NameAccents(Term):
    """A name without its accents, or with others."""

    code = "SPE013"
    name = "name-accents"
    severity = Severity.WARNING
    severities = MappingProxyType({Profile.SC: Severity.INFO})
