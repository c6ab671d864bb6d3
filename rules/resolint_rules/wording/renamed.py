"""Names of countries that have changed."""

from collections.abc import Iterator

from resolint import Diagnostic, Passage, Resolution
from resolint_rules.instruments.countries import Country, is_earlier
from resolint_rules.spelling.forms import Hit


class RenamedCountries(Country):
    """A country by a name that it has given up."""

    code = "WRD018"
    name = "renamed-countries"

    def told(self, hit: Hit, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Leave the names of earlier days to what happened then."""
        if not is_earlier(hit, node):
            yield from super().told(hit, node, within)
