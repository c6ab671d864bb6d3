"""Words that are there twice."""

import re
from collections.abc import Iterator

from resolint import Diagnostic, Fix, Passage, Resolution, Rule, Severity, Span
from resolint.grammar.needles import words_of
from resolint.regex import regex
from resolint_rules.structure.marks import is_french
from resolint_rules.structure.parts import where

# A hyphen on either side makes another word: "in in-depth consultations".
REPEATED = regex(
    r"(?<![\w’'‑-])(?P<first>[^\W\d_]+)(?P<more>(?:[ \u00a0\u202f]+(?P=first))+)"
    r"(?![\w’'‑-])",
    re.IGNORECASE,
)
TWICE = frozenset({"that", "had"})
"""Words that grammar may want twice."""


class RepeatedWord(Rule[Passage]):
    """A word that stands twice."""

    code = "STR019"
    name = "repeated-word"
    severity = Severity.WARNING

    def concerns(self, document: Resolution) -> bool:
        """Whether a document has anything of the kind."""
        return words_of(document.source.text).has_twins()

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want each word once."""
        text = within.source[node.content]
        if not REPEATED.search(text) or is_french(text):
            return
        for found in REPEATED.finditer(text):
            first = found["first"]
            second = found["more"].split()[0]
            if first.lower() in TWICE or _names(first, second, found.start()):
                continue
            span = Span(*found.span()).shift(node.content.start)
            more = Span(*found.span("more")).shift(node.content.start)
            message = f"“{second}” in {where(node)} should not be repeated"
            yield self.at(span, message, Fix.replace(more, ""))


def _names(first: str, second: str, at: int) -> bool:
    """Whether the two are, or begin with, a name: Bora Bora, Mai Mai, Meeting."""
    if first == second:
        return not first.islower()
    return at > 0 or not second.islower()
