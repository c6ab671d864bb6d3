"""Footnotes that explain."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Paragraph,
    Profile,
    Resolution,
    Rule,
    Severity,
    Shows,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.footnotes.places import explains


class ExplanatoryNote(Rule[Paragraph]):
    """A footnote that explains something, called before what it explains."""

    code = "FNT020"
    name = "explanatory-note"
    severity = Severity.INFO
    profiles = (Profile.GA,)
    needs = frozenset({Shows.NOTES})

    def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
        """Want the phrase before the indicator of its explanation."""
        if not node.calls:
            return
        first = node.opening.span.end if node.opening else node.content.start
        for call in node.calls:
            if call.at > first:
                continue
            for note in within.notes:
                text = folded(within.source[note.content])
                if note.label == call.label and explains(text):
                    message = (
                        f"{node.locator} should have note {call.label} after the "
                        "phrase that it explains"
                    )
                    yield self.at(Span(call.at, call.at), message)
