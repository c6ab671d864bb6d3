"""Compounds that are one word: cooperation, peacekeeping, website."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import ClassVar

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Passage,
    Profile,
    Resolution,
    Severity,
    Stage,
)
from resolint_rules.spelling.respelling import Respelling


class ClosedCompounds(Respelling):
    """A hyphen or a space in a compound that is one word."""

    code = "SPE007"
    name = "closed-compounds"
    profiles = UNITED_NATIONS
    severities: ClassVar[Mapping[Profile | Stage, Severity]] = MappingProxyType(
        {Profile.SC: Severity.INFO}
    )
    table = "hyphenation.tsv"

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want one word; where the published texts waver, only say so."""
        yield from super().check(node, within)
        for hit in self.sought(f"{self.code} weak", node, within):
            for found in self.judged(hit, node):
                yield self.at(
                    found.span, found.message, found.fix, severity=Severity.INFO
                )
