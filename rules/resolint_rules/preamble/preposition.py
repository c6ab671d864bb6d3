"""Prepositions behind the participles that open preambular paragraphs."""

from collections.abc import Iterator

from resolint import Diagnostic, Preambular, Resolution, Rule, Severity
from resolint_rules.prepositions import unfit


class PreambularPreposition(Rule[Preambular]):
    """A preposition that does not go with the opening phrase, or that lacks."""

    code = "PRE009"
    name = "preambular-preposition"
    severity = Severity.WARNING

    def check(self, node: Preambular, within: Resolution) -> Iterator[Diagnostic]:
        """Want the preposition that goes with the phrase."""
        for span, message, fix in unfit(node, within):
            yield self.at(span, message, fix)
