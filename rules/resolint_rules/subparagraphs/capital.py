"""The first letters of subparagraphs."""

from collections.abc import Iterator

from resolint import EDITED, Diagnostic, Fix, Item, Resolution, Rule, Severity, Span
from resolint.regex import regex

FIRST = regex(r"[^\W\d_]+")
# “e-commerce”, “p.m.”: such a word keeps its small letter.
SMALL = regex(r"[a-z][-‑.]|[a-z]+[A-Z]")


class SubparagraphCapital(Rule[Item]):
    """A subparagraph that starts with a small letter."""

    code = "SUB006"
    name = "subparagraph-capital"
    severity = Severity.WARNING
    profiles = EDITED

    def check(self, node: Item, within: Resolution) -> Iterator[Diagnostic]:
        """Want a capital at the start of each item."""
        text = within.source.text
        word = FIRST.match(text, node.content.start, node.content.end)
        if word is None or not word[0][0].islower():
            return
        if SMALL.match(text, node.content.start, node.content.end):
            return
        span = Span(word.start(), word.start() + 1)
        yield self.at(
            span,
            f"{node.locator} should start with a capital letter, not “{word[0]}”",
            Fix.replace(span, word[0][0].upper()),
        )
