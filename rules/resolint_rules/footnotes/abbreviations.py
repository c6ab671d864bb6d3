"""How the parts of a source are named in footnotes."""

from collections.abc import Iterator
from functools import cache

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Footnote,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Span,
)
from resolint.grammar.space import folded
from resolint.tables import rows
from resolint_rules.footnotes.places import explains
from resolint_rules.patterns import Pattern

TABLE = "locators.tsv"
# “, paragraph 5”, “and section II”: the place in a source that was named before.
_PLACE = Pattern(
    r"(?:[,;)]|, and| and) (?P<word>[A-Za-z]+)(?P<stop>\.?) ?(?=\(?(?:\d|[IVXLA-H]+\b))"
)


class NoteAbbreviations(Rule[Footnote]):
    """A place in a source that is spelled out, or is abbreviated otherwise."""

    code = "FNT011"
    name = "note-abbreviations"
    severity = Severity.INFO
    profiles = EDITED
    needs = frozenset({Shows.NOTES})

    def check(self, node: Footnote, within: Resolution) -> Iterator[Diagnostic]:
        """Want para., chap., sect., art., vol. and No. where a source is cited."""
        text = folded(within.source[node.content])
        if explains(text):
            return
        for found in _PLACE.finditer(text):
            word, stop = found["word"], found["stop"]
            right = _abbreviations().get(word.lower())
            if right is None or right == word + stop:
                continue
            span = Span(found.start("word"), found.end("stop"))
            if text[span.end : span.end + 1] != " ":
                right += " "
            message = (
                f"{node.locator} should have “{right.strip()}”, not “{word}{stop}”"
            )
            fix = Fix.replace(span.shift(node.content.start), right, Safety.SAFE)
            yield self.at(span.shift(node.content.start), message, fix)


@cache
def _abbreviations() -> dict[str, str]:
    """Return the abbreviation for each word in small letters, and for itself."""
    return {row["word"]: row["abbreviation"] for row in rows(TABLE, "resolint_rules")}
