"""One spelling in one text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from resolint import (
    ALL,
    Diagnostic,
    Field,
    Passage,
    Related,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.profiles import profile_of
from resolint_rules.spelling.ageing import AgeingAndJudgment
from resolint_rules.spelling.british import BritishSpelling
from resolint_rules.spelling.closed import ClosedCompounds
from resolint_rules.spelling.forms import Hit, hits, needles
from resolint_rules.spelling.hyphened import BEFORE_A_NOUN, HyphenedCompounds, modifies
from resolint_rules.spelling.internet import InternetWords
from resolint_rules.spelling.ize import OxfordSpelling
from resolint_rules.spelling.names import is_own
from resolint_rules.spelling.never_ize import NeverIze
from resolint_rules.spelling.open import OpenCompounds
from resolint_rules.spelling.prefixes import Prefixes
from resolint_rules.spelling.programme import ProgrammeSpelling
from resolint_rules.spelling.respelling import Respelling
from resolint_rules.spelling.yse import AnalyseWithS

TABLES = ("spelling.tsv", "hyphenation.tsv")
RULES: tuple[type[Respelling], ...] = (
    AgeingAndJudgment,
    AnalyseWithS,
    BritishSpelling,
    ClosedCompounds,
    HyphenedCompounds,
    InternetWords,
    NeverIze,
    OpenCompounds,
    OxfordSpelling,
    Prefixes,
    ProgrammeSpelling,
)
"""The rules that say, where they are on, which spelling is right."""


class ConsistentSpelling(Rule[Passage]):
    """A word in a spelling that the text does not keep to."""

    code = "SPE015"
    name = "one-spelling"
    severity = Severity.INFO
    profiles = ALL

    def looks_for(self) -> frozenset[str]:
        """Return a needle for each form of the tables."""
        return frozenset[str]().union(*(needles(table, "") for table in TABLES))

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want one spelling where no rule says which it is to be."""
        if isinstance(node, Field):
            return
        text = folded(within.source[node.content])
        found = [
            (key, hit)
            for table in TABLES
            for key, each in hits(table, text).items()
            for hit in each
        ]
        if not found:
            return
        profile = profile_of(within)
        judged = {rule.code for rule in RULES if profile in rule.profiles}
        for key, hit in found:
            if key[: len(self.code)] in judged or not hit.form.holds(within.as_of):
                continue
            if key.endswith(BEFORE_A_NOUN) and not modifies(hit):
                continue
            if not is_own(hit, hit.right, node, within):
                yield from self.judged(hit, node, within)

    def judged(
        self, hit: Hit, node: Passage, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Yield a finding for a form that the text has in its other spelling too."""
        other = elsewhere(within.source.text, hit.form.right)
        said = hit.text[hit.start : hit.end]
        if other is None or said == hit.right:
            return
        yield self.at(
            Span(hit.start, hit.end).shift(node.content.start),
            f"“{said}” in {node.locator} is “{hit.right}” elsewhere in the text",
            notes=(Related(other, f"“{hit.form.right}”"),),
        )


@lru_cache(maxsize=64)
def elsewhere(text: str, word: str) -> Span | None:
    """Return where a text first has a word, or None."""
    found = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", folded(text))
    return Span(*found.span()) if found else None
