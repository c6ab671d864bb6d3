"""The ordinals of meetings."""

from collections.abc import Iterator

from resolint import Diagnostic, Fix, Passage, Resolution, Rule, Span
from resolint.regex import regex
from resolint_rules.structure.ordinals import suffix
from resolint_rules.structure.parts import where

ORDINAL = regex(r"\b(\d{1,5})(st|nd|rd|th)\b")
# "82nd, 83rd and 84th (resumed) plenary meetings"
MEETING = regex(
    r"(?:[,\s\u00a0–-]|and\b|to\b|\d+(?:st|nd|rd|th)\b){0,40}"
    r"(?:\(?resumed\)?\s+)?(?:(?:plenary|closed|open|formal|informal)\s+)?meetings?\b"
)


class MeetingOrdinal(Rule[Passage]):
    """A meeting whose number has the wrong ending."""

    code = "STR010"
    name = "meeting-ordinal"
    needles = ("st", "nd", "rd", "th")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want 1st, 2nd, 3rd, 11th, 21st, 112th meeting."""
        text = within.source[node.content]
        for found in ORDINAL.finditer(text):
            right = suffix(int(found[1]))
            if found[2] == right or not MEETING.match(text, found.end()):
                continue
            span = Span(*found.span()).shift(node.content.start)
            ending = Span(*found.span(2)).shift(node.content.start)
            message = f"{found[0]} in {where(node)} should be {found[1]}{right}"
            yield self.at(span, message, Fix.replace(ending, right))
