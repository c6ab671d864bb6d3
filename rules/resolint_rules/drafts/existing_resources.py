"""Formulas on money that are not the drafter’s to use."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Paragraph,
    Profile,
    Related,
    Resolution,
    Rule,
    Severity,
    Span,
    Stage,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern

FORMULA = Pattern(
    r"\b(?:with)?in (?:the )?(?:limits? of )?(?:the )?(?:existing|available|current)"
    r"(?: (?:overall|budgetary|financial|regular|budget|mandates? and)){0,3}"
    r" resources\b"
    r"|\bfrom (?:within )?(?:existing|available) (?:\w+ )?resources\b"
    r"|\bwithin (?:the )?existing (?:programme )?budgets?\b"
    r"|\bwithout (?:any )?(?:additional (?:costs?|resources|budgetary implications)"
    r"|(?:programme )?budget(?:ary)? implications)\b",
    needles=("resources", "budget", "additional cost"),
)


class ExistingResources(Rule[Resolution]):
    """Requests that are to cost nothing."""

    code = "DRF011"
    name = "existing-resources"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.ECOSOC)
    stages = (Stage.DRAFT,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the question of resources left to the Fifth Committee."""
        places = [
            (found[0], passage, Span(*found.span()).shift(passage.content.start))
            for passage in _operative(node)
            for found in FORMULA.finditer(folded(node.source[passage.content]))
        ]
        if not places:
            return
        # One finding for a text: it was agreed on, or it was not.
        (words, first, span), *more = places
        message = (
            f"“{words}” in {first.locator} is for the Fifth Committee to say: the "
            "draft should leave resources to the statement of programme budget "
            "implications"
        )
        notes = tuple(
            Related(place, f"{passage.locator} has “{said}” too")
            for said, passage, place in more
        )
        yield self.at(span, message, notes=notes)


def _operative(node: Resolution) -> Iterator[Paragraph]:
    """Yield the operative paragraphs and their subparagraphs, in order."""
    waiting: list[Paragraph] = list(reversed(node.operative))
    while waiting:
        paragraph = waiting.pop()
        yield paragraph
        waiting += reversed(paragraph.items)
