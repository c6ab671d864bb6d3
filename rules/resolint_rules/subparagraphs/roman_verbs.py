"""The verbs of subparagraphs, in roman."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Item,
    Resolution,
    Rule,
    Severity,
    Shows,
)
from resolint.grammar.space import folded
from resolint_rules.italics.phrases import phrases
from resolint_rules.verbs import WORD, adverbs, third_persons, verbs

LONGEST = 3
"""Words of a verb with “to” before it, and an adverb."""


class RomanVerb(Rule[Item]):
    """A subparagraph that begins with a verb in italics."""

    code = "SUB011"
    name = "subparagraph-verb"
    severity = Severity.WARNING
    profiles = EDITED
    needs = frozenset({Shows.ITALICS})

    def check(self, node: Item, within: Resolution) -> Iterator[Diagnostic]:
        """Want the first verb of an item in roman; only a paragraph has italics."""
        source = within.source
        if not source.is_italic(node.content.start):
            return
        run = next(iter(source.emphasis_in(node.content)), None)
        if run is None or run.span.start > node.content.start:
            return
        if not _is_opening(folded(source[run.span])):
            return
        words = " ".join(source[run.span].split())
        message = f"{node.locator} should have “{words}” in roman"
        yield self.at(run.span, message, Fix.romanise(run.span))


def _is_opening(text: str) -> bool:
    """Whether all of a run is a phrase such as paragraphs open with, or its verb.

    *Notes for keepers* is a title; *To provide* and *Ensuring* are verbs of items only.
    """
    words = WORD.findall(text.lower())
    if words and (words[0] == "to" or (len(words) == 1 and words[0].endswith("ing"))):
        return len(words) <= LONGEST
    while len(words) > 1 and words[0] in adverbs():
        del words[0]
    phrase = " ".join(words)
    known = any(phrase in phrases(part) for part in ("operative", "preamble"))
    return known or phrase in verbs() or phrase in third_persons()
