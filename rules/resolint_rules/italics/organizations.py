"""Names of foreign organizations."""

from collections.abc import Iterator
from functools import cache

from resolint import (
    Diagnostic,
    Fix,
    Footnote,
    Paragraph,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
)
from resolint.regex import regex
from resolint.tables import rows

_WORDS = regex(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LINKS = regex(r"\b(?:de|du|des|del|la|las|los|sans|sin|para|por|pour|für|der|et|y)\b")
_MOST = 12
_TITLE = regex(r"\b(?:entitled|publications?|reports?|newspapers?|periodicals?)\W+\Z")
_REACH = 30


class ForeignOrganizations(Rule[Passage]):
    """The foreign name of an organization in italics."""

    code = "ITA009"
    name = "foreign-organizations"
    severity = Severity.INFO
    needs = frozenset({Shows.ITALICS})

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want it in roman: it is a name, and no foreign word."""
        if not isinstance(node, Paragraph | Footnote):
            return
        source = within.source
        opening = node.opening if isinstance(node, Paragraph) else None
        for run in source.emphasis_in(node.content):
            if opening and run.span.meets(opening.span):
                continue
            name = " ".join(source[run.span].split()).strip(" ,;.")
            words = _WORDS.findall(name)
            if not 1 < len(words) <= _MOST or words[0] not in _bodies():
                continue
            start = run.span.start
            before = source.text[max(node.content.start, start - _REACH) : start]
            if not _LINKS.search(name) or _TITLE.search(before):
                continue
            message = f"{node.locator} should have “{name}” in roman"
            yield self.at(run.span, message, Fix.romanise(run.span, Safety.UNSAFE))


@cache
def _bodies() -> frozenset[str]:
    """Return the words that names of foreign organizations begin with."""
    return frozenset(
        row["word"] for row in rows("foreign_bodies.tsv", "resolint_rules")
    )
