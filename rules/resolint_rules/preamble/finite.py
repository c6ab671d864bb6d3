"""Verbs in the voice of the organ inside the preamble."""

import re
from collections.abc import Iterator
from functools import cache

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Preambular,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.verbs import adverbs, participle_of, verbs

# The verb belongs to a clause or to another subject: "in which the Council calls upon".
CLAUSE = regex(
    r"\b(?:that|which|who|whom|whose|where|whereby|when|as|it|while|what|how|if"
    r"|because|since|until|they|he|she)\b"
)
NOUN = regex(r" (?:and|or|of|to|for|in|at|on|by|from)\b|[,;)]")


class FiniteVerb(Rule[Preambular]):
    """“Recalling … and calls upon” in a paragraph of the preamble."""

    code = "PRE012"
    name = "preambular-verb"
    severity = Severity.INFO
    profiles = EDITED

    def check(self, node: Preambular, within: Resolution) -> Iterator[Diagnostic]:
        """Want a participle wherever the organ is the subject."""
        text = folded(within.source[node.content])
        if " and " not in text or node.opening is None:
            return
        for found in _joined().finditer(text):
            if CLAUSE.search(text, 0, found.start()):
                return
            verb = found["verb"]
            after = NOUN.match(text, found.end())
            # "and calls for", but "trends and calls of birds"
            if after and not (verb == "calls" and after[0] == " for"):
                continue
            span = Span(*found.span("verb")).shift(node.content.start)
            right = participle_of(verb)
            should = f"have “{right}”, not “{verb}”" if right else f"not have “{verb}”"
            fix = Fix.replace(span, right, Safety.UNSAFE) if right else None
            yield self.at(span, f"{node.locator} should {should}", fix)


@cache
def _joined() -> re.Pattern[str]:
    before = "|".join(sorted(adverbs()))
    known = "|".join(sorted(verbs()))
    return re.compile(rf"and (?<=\band )(?:(?:{before}) )?(?P<verb>{known})\b")
