"""Prepositions behind the verbs that open operative paragraphs."""

from collections.abc import Iterator

from resolint import Diagnostic, Operative, Resolution, Rule, Severity
from resolint_rules.prepositions import unfit


class OperativePreposition(Rule[Operative]):
    """A preposition that does not go with the opening verb, or that lacks."""

    code = "OPN012"
    name = "operative-preposition"
    severity = Severity.WARNING

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want the preposition that goes with the verb."""
        for span, message, fix in unfit(node, within):
            yield self.at(span, message, fix)
