"""Paragraphs with many decisions."""

import re
from collections.abc import Iterator
from functools import cache

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Operative,
    Resolution,
    Rule,
    Severity,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.verbs import adverbs, verbs

MOST = 4
"""So many decisions a paragraph may have: 99 in 100 have no more."""
# Verbs of another subject: "the Centre, which welcomes visitors, encourages keepers".
CLAUSE = regex(r"\b(?:which|who|where|when|that)\b[^,]*\Z")
LIST = regex(r"(?: and| or|,|;)")


class BundledDecisions(Rule[Operative]):
    """A paragraph with five decisions or more."""

    code = "OPN014"
    name = "bundled-decisions"
    severity = Severity.INFO
    profiles = UNITED_NATIONS

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want at most four decisions in a paragraph."""
        text = folded(within.source[node.content])
        if text.count(",") < MOST or node.opening is None:
            return
        found = [
            verb["verb"]
            for verb in _decisions().finditer(text)
            if not LIST.match(text, verb.end())
            and not CLAUSE.search(text, max(0, verb.start() - 200), verb.start())
        ]
        count = 1 + len(found)
        if count > MOST:
            named = ", ".join(f"“{verb}”" for verb in found)
            message = (
                f"{node.locator} has {count} decisions, with {named} behind the first, "
                "and could be divided"
            )
            yield self.at(node.opening.span, message)


@cache
def _decisions() -> re.Pattern[str]:
    before = "|".join(sorted(adverbs()))
    known = "|".join(sorted(verbs()))
    return re.compile(rf", (?:and )?(?:(?:{before}) )?(?P<verb>{known})\b")
