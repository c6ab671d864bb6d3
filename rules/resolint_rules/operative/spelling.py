"""How the verbs that open operative paragraphs are spelled."""

from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Fix,
    Operative,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint_rules.verbs import WORD, adverbs, cased, verbs, with_z


class OpeningSpelling(Rule[Operative]):
    """An opening verb in ``-ises``."""

    code = "OPN018"
    name = "opening-spelling"
    severities = MappingProxyType({Profile.SC: Severity.INFO})
    profiles = UNITED_NATIONS

    def looks_for(self) -> frozenset[str]:
        """Return the verbs in the other spelling."""
        return frozenset(f"{verb[:-4]}ises" for verb in verbs() if verb[-4:] == "izes")

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want the spelling of the United Nations, with z."""
        for word in WORD.finditer(
            within.source.text, node.content.start, node.content.end
        ):
            if word[0].lower() in adverbs():
                continue
            if right := with_z(word[0].lower()):
                right = cased(right, word[0])
                span = Span(word.start(), word.end())
                yield self.at(
                    span,
                    f"{node.locator} should open with “{right}”, not “{word[0]}”",
                    Fix.replace(span, right),
                )
            return
