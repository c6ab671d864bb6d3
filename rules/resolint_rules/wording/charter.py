"""The Charter of the United Nations, by its name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from resolint import UNITED_NATIONS, Profile, Safety, Severity, Stage
from resolint_rules.wording.terms import Term


class CharterName(Term):
    """The Charter by another name."""

    code = "WRD006"
    name = "charter-name"
    severity = Severity.WARNING
    severities: ClassVar[Mapping[Profile | Stage, Severity]] = MappingProxyType(
        {Profile.SC: Severity.INFO}
    )
    profiles = UNITED_NATIONS
    safety = Safety.UNSAFE
