"""Verbs in -ize."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from resolint import UNITED_NATIONS, Profile, Severity, Stage
from resolint_rules.spelling.respelling import Respelling


class OxfordSpelling(Respelling):
    """A verb in -ise, or a word made from it, that comes from the Greek."""

    code = "SPE001"
    name = "oxford-spelling"
    profiles = UNITED_NATIONS
    severities: ClassVar[Mapping[Profile | Stage, Severity]] = MappingProxyType(
        {Profile.SC: Severity.INFO}
    )
