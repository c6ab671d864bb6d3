"""Opening verbs in the present."""

from collections.abc import Iterator
from itertools import islice

from resolint import (
    Diagnostic,
    Fix,
    Operative,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint_rules.operative.tenses import may_begin, tense
from resolint_rules.verbs import WORD, adverbs, cased

_FIRST = 5


class OpeningTense(Rule[Operative]):
    """A paragraph that opens in the past, in the future or in the passive."""

    code = "OPN017"
    name = "opening-tense"
    severity = Severity.WARNING

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want a verb in the present that says what the organ does."""
        content = node.content
        text = within.source.text
        first = WORD.match(text, content.start, content.end)
        if first is None or not may_begin(first[0]):
            return
        words = list(islice(WORD.finditer(text, content.start, content.end), _FIRST))
        if not words or words[0].start() > content.start:
            return
        found = tense([word[0] for word in words])
        if found is None:
            return
        used = words[: found.words]
        first = next(
            (word for word in used if word[0].lower() not in adverbs()), used[0]
        )
        span = Span(first.start(), used[-1].end())
        wrong = " ".join(within.source[span].split())
        if found.right is None:
            yield self.at(
                span,
                f"{node.locator} should open with a verb in the present, not “{wrong}”",
            )
            return
        right = cased(found.right, wrong)
        yield self.at(
            span,
            f"{node.locator} should open with “{right}”, not “{wrong}”",
            Fix.replace(span, right, Safety.UNSAFE),
        )
