"""Characters that are not seen."""

from collections.abc import Iterator

from resolint import Diagnostic, Fix, Passage, Resolution, Rule, Severity, Span
from resolint.regex import regex

_UNSEEN = regex(
    r"(?<=[\w/.,()–-])[\u00ad\u200b-\u200f\u2060\ufeff]+(?=[\w/.,()–-])"
    r"|(?<=\w)\u2010(?=\w)"
)
_NAMES = {
    "\u00ad": "a soft hyphen",
    "\u200b": "a space of no width",
    "\u2060": "a word joiner",
    "\ufeff": "a space of no width",
    "\u2010": "a hyphen that is not on the keyboard",
}
_WORD_BEFORE = regex(r"[^\s]*\Z")
_WORD_AFTER = regex(r"[^\s]*")
_REACH = 40


class UnseenCharacters(Rule[Passage]):
    """A character inside a word, number or symbol that nobody sees."""

    code = "PUN015"
    name = "unseen-characters"
    severity = Severity.INFO
    # A hyphen that is not on the keyboard is folded to one that is.
    needles = (*_NAMES.keys() - {"\u2010"}, "-", *"\u200c\u200d\u200e\u200f")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want none, for a search would not find the word."""
        text = within.source[node.content]
        if text.isascii():
            return
        for found in _UNSEEN.finditer(text):
            span = Span(*found.span()).shift(node.content.start)
            right = "-" if found[0] == "\u2010" else ""
            name = _NAMES.get(found[0][0], "an unseen mark")
            word = f"{_before(text, found.start())}{right}{_after(text, found.end())}"
            message = f"{name} stands in “{word}” in {node.locator}"
            yield self.at(span, message, Fix.replace(span, right))


def _before(text: str, at: int) -> str:
    found = _WORD_BEFORE.search(text[max(0, at - _REACH) : at])
    return found[0] if found else ""


def _after(text: str, at: int) -> str:
    found = _WORD_AFTER.match(text[at : at + _REACH])
    return found[0].rstrip(",;:.)") if found else ""
