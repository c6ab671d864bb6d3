"""Names of countries, as the United Nations has them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from resolint import Profile, Severity, Stage
from resolint_rules.instruments.countries import Country


class CountryNames(Country):
    """A country by another name than the United Nations calls it."""

    code = "TRE012"
    name = "country-names"
    severities: ClassVar[Mapping[Profile | Stage, Severity]] = MappingProxyType(
        {Profile.SC: Severity.INFO}
    )
