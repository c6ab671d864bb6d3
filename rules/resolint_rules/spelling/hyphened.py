"""Compounds with a hyphen: capacity-building, non-governmental, long-term plans."""

from collections.abc import Iterator
from functools import cache

from resolint import EDITED, Diagnostic, Fix, Passage, Resolution, Safety, Severity
from resolint.regex import regex
from resolint.tables import rows
from resolint_rules.spelling.forms import PACK, Hit
from resolint_rules.spelling.respelling import Respelling

_NEXT = regex(r" (?P<word>[^\W\d_]+)(?:-[^\W\d_]+)*")
# Another adjective of the kind: “rules based, long-term”, “youth led and other”.
_PARALLEL = regex(r"(?:,| and| or|, and) (?:[^\W\d_]+-[^\W\d_]|other )")
# The second word of those that may stand for themselves, as nouns.
_NOUNS = ("term", "level", "scale", "income", "cost", "time", "carbon", "depth")
BEFORE_A_NOUN = "before a noun"
"""What the table says of forms that are wrong there only."""
_ADVERBIAL = regex(r"(?i)\b(?:in|over|for|at|on|by) (?:the|an?) \Z")


class HyphenedCompounds(Respelling):
    """A compound without its hyphen."""

    code = "SPE008"
    name = "hyphened-compounds"
    severity = Severity.WARNING
    profiles = EDITED
    table = "hyphenation.tsv"

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want hyphens, in adjectives only where a noun follows."""
        yield from super().check(node, within)
        for hit in self.sought(f"{self.code} {BEFORE_A_NOUN}", node, within):
            if modifies(hit):
                for found in self.judged(hit, node):
                    fix = found.fix
                    # Whether the next word is a noun is more than a table can tell.
                    if fix:
                        fix = Fix(fix.title, fix.edits, Safety.UNSAFE)
                    yield self.at(found.span, found.message, fix)
        for hit in self.sought(f"{self.code} weak", node, within):
            for found in self.judged(hit, node):
                yield self.at(
                    found.span, found.message, found.fix, severity=Severity.INFO
                )


def modifies(hit: Hit) -> bool:
    """Whether a noun seems to follow: *long term plans*, not *in the long term by*."""
    nominal = hit.form.wrong.endswith(_NOUNS)
    before = hit.text[max(0, hit.start - 12) : hit.start]
    adverbial = nominal and _ADVERBIAL.search(before) is not None
    follows = _NEXT.match(hit.text, hit.end)
    if follows is None:
        return not adverbial and _PARALLEL.match(hit.text, hit.end) is not None
    word = follows["word"].lower()
    if word in ("and", "or") and _PARALLEL.match(hit.text, hit.end):
        return not adverbial
    if word in _no_nouns() or word.endswith("ly"):
        return False
    # In “in the long term requires” and “in the long term affected” it is a verb.
    return not (nominal and word.endswith("ed")) and not (
        adverbial and word.endswith("s")
    )


@cache
def _no_nouns() -> frozenset[str]:
    """Return words that are neither nouns nor adjectives before one."""
    return frozenset(row["word"] for row in rows("function_words.tsv", PACK))
