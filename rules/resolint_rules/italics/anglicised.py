"""Foreign words that English has taken in."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Field,
    Fix,
    Has,
    Paragraph,
    Passage,
    Resolution,
    Rule,
    Severity,
    Shows,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.spelling.forms import hits

TABLE = "anglicised.tsv"


class AnglicisedWords(Rule[Passage]):
    """Words in italics that are English by now."""

    code = "ITA007"
    name = "anglicised-words"
    severity = Severity.WARNING
    profiles = EDITED
    needs = frozenset({Shows.ITALICS})
    when = frozenset({Has.STRESS})

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want them in roman, but for titles and the opening of a paragraph."""
        if isinstance(node, Field):
            return
        source = within.source
        opening = node.opening if isinstance(node, Paragraph) else None
        for run in source.emphasis_in(node.content):
            if opening and run.span.meets(opening.span):
                continue
            words = folded(source[run.span])
            for hit in hits(TABLE, words).get(self.code, ()):
                alone = len(words.strip(" ,;:.()“”")) == hit.end - hit.start
                # In a title the words are in italics with the rest of it.
                if alone or words == words.lower():
                    span = Span(hit.start, hit.end).shift(run.span.start)
                    message = f"{node.locator} should have “{source[span]}” in roman"
                    yield self.at(
                        span, message, Fix.romanise(run.span if alone else span)
                    )
