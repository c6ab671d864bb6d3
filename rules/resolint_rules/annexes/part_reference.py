"""How the parts of a composite resolution are cited."""

import re
from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint_rules.patterns import Pattern, anywhere
from resolint_rules.references.words import quoted, text_of

_NUMBER = r"(?P<number>\d{2,3}/\d{1,3})"
_BEFORE = Pattern(
    r"\b[Pp]arts? (?P<letter>[A-Z]) of (?:its )?(?P<word>resolution|decision) "
    rf"{_NUMBER}(?! [A-Z]\b)",
    needles=("part",),
)
_BEHIND = Pattern(
    rf"\b(?P<word>resolution|decision) {_NUMBER}(?:, part |\()(?P<letter>[A-Z])"
    r"\)?(?!\w)",
    needles=("resolution", "decision"),
)
_SMALL = Pattern(
    rf"\b(?P<word>resolution|decision) {_NUMBER} (?P<letter>[b-hj-z])(?=[ ,;.])",
    needles=("resolution", "decision"),
)


# What any of them has, as far as a search quickly finds it.
_ANY = Pattern(
    r"(?:resolution|decision) \d{2,3}/\d{1,3}(?:, part |\(| [b-hj-z][ ,;.])"
    r"|[Pp]arts? [A-Z] of "
)


class CompositePart(Rule[Passage]):
    """A part of a resolution that is not cited by number and letter."""

    code = "ANX003"
    name = "composite-part"
    severity = Severity.INFO
    profiles = (Profile.GA,)
    needles = ("resolution", "decision")

    def concerns(self, document: Resolution) -> bool:
        """Whether a document cites anything so."""
        return anywhere(document, _ANY)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “resolution 78/254 B”, number, space and capital letter."""
        text = text_of(node, within)
        for pattern in (_BEFORE, _BEHIND, _SMALL):
            for found in pattern.finditer(text):
                if not quoted(text, found.start(), node, within):
                    yield self._told(found, node)

    def _told(self, found: re.Match[str], node: Passage) -> Diagnostic:
        right = f"{found['word']} {found['number']} {found['letter'].upper()}"
        span = Span(*found.span()).shift(node.content.start)
        return self.at(
            span,
            f"{node.locator} should cite the part as “{right}”, not “{found[0]}”",
            Fix.replace(span, right, Safety.UNSAFE),
        )
