"""Parts that come later than the resolution that they belong to."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Profile,
    Resolution,
    Rule,
    Severity,
    Shows,
    Stage,
)
from resolint.grammar.space import plain
from resolint.regex import regex

LATER = regex(r"[AE]/RES/(?P<number>(?:E?S-)?\d+/\d+) ?B")


class LaterPart(Rule[Resolution]):
    """A part B that does not say what becomes of the earlier text."""

    code = "ANX002"
    name = "later-part"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.ECOSOC)
    stages = (Stage.ADOPTED,)
    needs = frozenset({Shows.NOTES})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a note that the earlier text becomes part A."""
        symbol = node.masthead.field("symbol")
        if not node.whole or symbol is None or not node.operative:
            return
        found = LATER.fullmatch(plain(symbol.value))
        if found is None:
            return
        number = found["number"]
        notes = [plain(node.source[note.content]) for note in node.notes]
        if not any("becomes resolution" in note for note in notes):
            message = (
                "a note should say that the earlier text “becomes resolution "
                f"{number} A”"
            )
            yield self.at(symbol.content, message)
