"""See, where an annex has several instruments."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Edit,
    Fix,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.instruments.mentions import named

COVENANTS = "resolution 2200 A (XXI), annex."
"""The annex that has three instruments, each of which is cited by itself."""
SEE = "See "


class SeeAnnex(Rule[Resolution]):
    """*See* missing before an annex of which one instrument is meant, or too much."""

    code = "FNT008"
    name = "see-annex"
    severity = Severity.INFO
    profiles = (Profile.GA,)
    needs = frozenset({Shows.NOTES})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want *See* for one of the Covenants, and none for the two together."""
        if not node.whole or not node.notes:
            return
        done: set[str] = set()
        for place in named(node):
            note, right = place.note, place.instrument.note
            if note is None or note.label in done or not place.alone:
                continue
            if right.removeprefix(SEE).lower() != COVENANTS.lower():
                continue
            done.add(note.label)
            text = folded(within.source[note.content])
            if text.strip().removeprefix(SEE).lower() != COVENANTS.lower():
                continue
            if text.startswith(SEE) == right.startswith(SEE):
                continue
            start = note.content.start
            old = Span(start, start + len(text.partition("esolution")[0]))
            new = right[: right.index("esolution")]
            why = (
                "one of several instruments in the annex is meant"
                if right.startswith(SEE)
                else "the Covenants are the annex as a whole"
            )
            message = f"{note.locator} should be “{right}”: {why}"
            fix = Fix(f"Write “{right}”", (Edit(old, new),), Safety.SAFE)
            yield self.at(old, message, fix)
