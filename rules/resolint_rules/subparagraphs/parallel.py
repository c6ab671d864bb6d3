"""Lists whose items begin in different ways."""

from collections import Counter
from collections.abc import Iterator

from resolint import Diagnostic, Item, Paragraph, Resolution, Rule, Severity, Span
from resolint.grammar.space import folded
from resolint_rules.verbs import WORD, adverbs, third_persons, verbs

FEWEST = 3
"""Of two items neither is the odd one."""
NAMES = {
    "to": "“To” and a verb",
    "ing": "a verb in -ing",
    "third": "a verb in the third person",
    "base": "a bare verb",
}


class ParallelItems(Rule[Paragraph]):
    """A subparagraph that begins otherwise than all the others."""

    code = "SUB010"
    name = "parallel-subparagraphs"
    severity = Severity.INFO

    def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
        """Want all items of a list to begin alike, if all but one do."""
        if len(node.items) < FEWEST:
            return
        kinds = [_kind(item, within) for item in node.items]
        (usual, most), *rest = Counter(each[0] for each in kinds).most_common()
        if not usual or most != len(kinds) - 1:
            return
        (kind, _), *_ = rest
        at = next(i for i, each in enumerate(kinds) if each[0] == kind)
        # Of a noun, or of words before the verb, nothing can be said.
        if not kind or (usual == "base" and kind == "third"):
            return
        item, span = node.items[at], kinds[at][1]
        message = (
            f"{item.locator} should begin with {NAMES[usual]}, as the other "
            f"subparagraphs do, not with {NAMES[kind]}"
        )
        yield self.at(span, message)


def _kind(item: Item, within: Resolution) -> tuple[str, Span]:
    """Return what an item begins with, and where; nothing where that is no verb."""
    text = folded(within.source[item.content])
    start, end, kind = 0, 0, ""
    while found := WORD.match(text, start):
        word = found[0].lower()
        end = found.end()
        if word in adverbs() or word.endswith("ly"):
            start = end + 1
            continue
        # "notes", "uses" and "reports" are nouns as well.
        if word == "to":
            kind = "to"
        elif word.endswith("ing"):
            kind = "ing"
        elif word in verbs():
            kind = "third"
        elif word in third_persons():
            kind = "base"
        break
    return kind, Span(0, end).shift(item.content.start)
