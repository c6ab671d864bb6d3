"""How the drafts in a report of a committee are numbered."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Field,
    Fix,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.counting import numerals
from resolint_rules.patterns import Pattern
from resolint_rules.structure.parts import where

DRAFT = Pattern(
    r"\bdraft (?:resolution|decision)s? (?P<number>[1-9]\d?)\b"
    r"(?![/.,]\d|(?: \w+)? of\b)",
    needles=("draft ",),
)


class DraftNumber(Rule[Passage]):
    """A draft resolution with an arabic number."""

    code = "STR024"
    name = "draft-number"
    severity = Severity.INFO
    profiles = (Profile.GA,)
    needles = ("draft",)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want roman figures: draft resolution II."""
        if isinstance(node, Field) and node.name != "information":
            return
        for found in DRAFT.finditer(folded(within.source[node.content])):
            right = numerals()[int(found["number"]) - 1].upper()
            span = Span(*found.span("number")).shift(node.content.start)
            message = (
                f"{where(node)} should have the draft in roman figures, “{right}”, "
                f"not “{found['number']}”"
            )
            yield self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))
