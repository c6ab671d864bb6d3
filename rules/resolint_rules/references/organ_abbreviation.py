"""Organs that are called by their initials."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    Diagnostic,
    Fix,
    Organ,
    Passage,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint_rules.patterns import Pattern
from resolint_rules.references.words import quoted, text_of

_NAMES = {
    "GA": Organ.GA,
    "SC": Organ.SC,
    "HRC": Organ.HRC,
    "ECOSOC": Organ.ECOSOC,
}
_ACT = r"(?:[Rr]esolutions?|[Dd]ecisions?|[Rr]es|[Dd]ec)\b"
_FOUND = Pattern(
    r"(?<![\w/.@#-])(?:"
    r"(?P<joined>UN(?P<of>SC|GA|HRC))(?P<act>Rs?(?: [Rr]esolutions?)?)\b"
    rf"|(?P<organ>(?:UN[ -]?)?(?P<short>GA|SC|HRC|ECOSOC)|{'|'.join(Organ)})"
    rf"(?P<behind>(?P<space> )(?P<word>{_ACT}(?P<stop>\.)?)(?= (?:[Nn]os?\. ?)?[\dES]))"
    r")(?![\w/@-])",
    needles=("ga ", "sc ", "scr", "unga", "unsc", "hrc", "ecosoc ", " res.", " dec."),
)
_WORDS = {"r": "resolution", "d": "decision"}


class OrganAbbreviation(Rule[Passage]):
    """An organ, or the word *resolution*, that is abbreviated."""

    code = "REF021"
    name = "organ-abbreviation"
    severity = Severity.WARNING
    severities = MappingProxyType({Profile.SC: Severity.INFO})
    needles = (
        "ga",
        "sc",
        "hrc",
        "ecosoc",
        "unga",
        "ungar",
        "ungars",
        "unsc",
        "unscr",
        "unscrs",
        "unhrc",
        "unhrcr",
        "unhrcrs",
        "unecosoc",
        "res",
        "dec",
    )

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “General Assembly resolution”."""
        text = text_of(node, within)
        for found in _FOUND.finditer(text):
            right = _written(found)
            if right is None or quoted(text, found.start(), node, within):
                continue
            # Behind the name, in parentheses, it explains itself.
            if text[found.start() - 1 : found.start()] == "(":
                continue
            span = Span(*found.span()).shift(node.content.start)
            yield self.at(
                span,
                f"{node.locator} should have “{right}”, not “{found[0]}”",
                Fix.replace(span, right),
            )


def _written(found: re.Match[str]) -> str | None:
    """Return the name, and the word behind it, in full; None if both are."""
    if found["joined"]:
        several = "s" if found["act"].endswith("s") else ""
        return f"{_NAMES[found['of']]} resolution{several}"
    short = found["short"]
    word = found["word"].lower()
    if not short and len(word) > len("res."):
        return None
    name = _NAMES[short] if short else found["organ"]
    several = "s" if word.endswith("ns") else ""
    return f"{name} {_WORDS[word[0]]}{several}"
