"""The opening phrase of a paragraph, in italics."""

from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Fix,
    Has,
    Opening,
    Operative,
    Organ,
    Preambular,
    Resolution,
    Rule,
    Shows,
    Source,
    Span,
)
from resolint_rules.italics.phrases import verb


class OpeningItalics(Rule[Preambular | Operative]):
    """An opening phrase in roman."""

    code = "ITA002"
    name = "opening-italics"
    profiles = UNITED_NATIONS
    needs = frozenset({Shows.ITALICS})
    when = frozenset({Has.ROMAN})

    def check(
        self, node: Preambular | Operative, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Want the phrase in italics; a paragraph without one is let alone."""
        opening = node.opening
        if opening is None or opening.italic:
            return
        # Between numbered paragraphs one without a number goes on with what a table,
        # a quotation or a list has broken off.
        loose = isinstance(node, Operative) and node.number is None
        if loose and any(other.number for other in within.operative[:1]):
            return
        if within.organ is Organ.SC and _leads_to_verb(node, opening, within.source):
            return
        message = f"{node.locator} should have “{opening.phrase}” in italics"
        yield self.at(opening.span, message, Fix.italicise(opening.span))


def _leads_to_verb(
    node: Preambular | Operative, opening: Opening, source: Source
) -> bool:
    """Whether an opening is a clause before the verb that is in italics.

    “While noting the lamps, *calls upon* …” is a form of the Security Council's.
    """
    clause = any(word.endswith("ing") for word in opening.phrase.split())
    return (isinstance(node, Operative) and clause) and any(
        verb(source, run.span, "operative") is not None
        for run in source.emphasis_in(Span(opening.span.end, node.content.end))
    )
