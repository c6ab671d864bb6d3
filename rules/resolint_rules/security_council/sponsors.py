"""Sponsors above a text that has been adopted."""

from collections.abc import Iterator

from resolint import Diagnostic, Field, Profile, Resolution, Rule, Severity, Stage
from resolint_rules.patterns import Pattern

_SPONSORS = Pattern(
    r"(?i)\s*(?:(?:co-?)?sponsor(?:s|ed by)?|submitted by)\b"
    r"|[^\n]*: (?:revised )?draft resolution",
)


class CouncilSponsors(Rule[Field]):
    """The sponsors of the draft above the resolution."""

    code = "SCR012"
    name = "council-sponsors"
    severity = Severity.WARNING
    profiles = (Profile.SC,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Field, within: Resolution) -> Iterator[Diagnostic]:
        """Want nobody named."""
        named = node.name == "sponsors" or (
            node.name in ("other", "model_un")
            and node.span.end <= (within.enacting or within).span.start + 1
            and _SPONSORS.match(within.source[node.content])
        )
        if named:
            yield self.at(
                node.content,
                "an adopted text of the Security Council should not name its sponsors",
            )
