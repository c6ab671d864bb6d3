"""Verbs further on in a paragraph, in roman."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Has,
    Item,
    Operative,
    Passage,
    Preambular,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Span,
)
from resolint_rules.italics.phrases import verb


class SecondVerb(Rule[Preambular | Operative | Item]):
    """A verb in italics that does not open the paragraph."""

    code = "ITA004"
    name = "second-verb"
    severity = Severity.WARNING
    profiles = EDITED
    needs = frozenset({Shows.ITALICS})
    when = frozenset({Has.STRESS, Has.BELOW})

    def check(
        self, node: Preambular | Operative | Item, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Want verbs like those that open paragraphs in roman further on."""
        part = "preamble" if isinstance(node, Preambular) else "operative"
        begin = node.opening.span.end if node.opening else node.content.start
        yield from self._judged(node, Span(begin, node.content.end), part, within)
        for passage in node.continuation:
            yield from self._judged(passage, passage.content, part, within)

    def _judged(
        self, passage: Passage, span: Span, part: str, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Yield a finding for each run of italics in a span that is such a verb."""
        source = within.source
        for run in source.emphasis_in(span):
            first = run.span.start <= passage.content.start
            if first or run.span.start < span.start:
                continue
            found = verb(source, run.span, part)
            if found is None:
                continue
            words = " ".join(source[found].split())
            message = f"{passage.locator} should have “{words}” in roman"
            yield self.at(found, message, Fix.romanise(run.span, Safety.UNSAFE))
