"""Marks and closing quotation marks."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Edit,
    Fix,
    Passage,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint_rules.punctuation.marks import is_worded, opening_of
from resolint_rules.structure.marks import NAMES

_INSIDE = regex(r"(?<=[\w)!?’])([,;.])([”\"])(?![\w”])")
_SENTENCES = regex(r"[.?!]\s+[“‘(]?[A-Z]")
_SPOKEN = regex(r"(?::|\b(?:reads?|states?|that|says?|said))[,:]?\s*\Z")
_ABBREVIATED = regex(r"(?:\b[A-Za-z]|\b(?:etc|Inc|Ltd|Co|Corp|al))\Z")
_REACH = 12


class MarksOutside(Rule[Passage]):
    """A comma, semicolon or full stop inside a quotation that is not its own."""

    code = "PUN003"
    name = "marks-outside-quotation"
    severity = Severity.WARNING
    severities = MappingProxyType({Profile.SC: Severity.INFO})
    profiles = UNITED_NATIONS
    needles = ("”", '"')

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the mark behind the quotation mark."""
        if not is_worded(node):
            return
        text = within.source[node.content]
        if "”" not in text and '"' not in text:
            return
        for found in _INSIDE.finditer(text):
            first = opening_of(text, found.start(2))
            if first is None or _is_own(text, first, found):
                continue
            mark = found[1]
            at = node.content.start + found.start(1)
            after = text[found.end() : found.end() + 1]
            # Where the same mark, or another, stands behind too, one goes.
            put = (
                () if after in (",", ";", ".") else (Edit(Span(at + 2, at + 2), mark),)
            )
            message = (
                f"{node.locator} should have the {NAMES[mark]} after the closing "
                "quotation mark, not before it"
            )
            title = f"Put the {NAMES[mark]} after the quotation mark"
            fix = Fix(title, (Edit(Span(at, at + 1), ""), *put))
            yield self.at(Span(at, at + 2), message, fix)


def _is_own(text: str, first: int, found: re.Match[str]) -> bool:
    """Whether the mark belongs to the words that are quoted."""
    words = text[first + 1 : found.start(1)]
    before = text[max(0, first - _REACH) : first]
    # A quotation that is the whole line, and one that a colon brings, is a sentence.
    whole = not text[:first].strip() or bool(_SPOKEN.search(before))
    if found[1] != ".":
        return whole and found.end() == len(text.rstrip())
    if _ABBREVIATED.search(words) or _SENTENCES.search(words):
        return True
    return whole and words[:1].isupper()
