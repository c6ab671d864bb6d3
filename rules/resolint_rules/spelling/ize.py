"""Verbs in -ize."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import ClassVar

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Operative,
    Passage,
    Profile,
    Severity,
    Span,
    Stage,
)
from resolint_rules.spelling.forms import Hit
from resolint_rules.spelling.respelling import Respelling


class OxfordSpelling(Respelling):
    """A verb in -ise, or a word made from it, that comes from the Greek."""

    code = "SPE001"
    name = "oxford-spelling"
    profiles = UNITED_NATIONS
    severities: ClassVar[Mapping[Profile | Stage, Severity]] = MappingProxyType(
        {Profile.SC: Severity.INFO}
    )

    def judged(self, hit: Hit, node: Passage) -> Iterator[Diagnostic]:
        """Leave the verb that opens an operative paragraph to OPN018."""
        opening = node.opening if isinstance(node, Operative) else None
        span = Span(hit.start, hit.end).shift(node.content.start)
        if opening is None or span not in opening.span:
            yield from super().judged(hit, node)
