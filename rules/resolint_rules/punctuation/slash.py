"""Pairs of words with a slash."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Footnote,
    Paragraph,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.punctuation.marks import in_address, is_set_apart
from resolint_rules.spelling.names import is_quoted

_PAIR = regex(
    r"(?<![\w/.@:-])(?P<one>[A-Za-z][a-z]*)/(?P<other>[a-z]{2,})(?![\w/@:]|\.\w)"
)
_PRONOUNS = {
    ("he", "she"): "he or she",
    ("she", "he"): "she or he",
    ("s", "he"): "he or she",
    ("his", "her"): "his or her",
    ("her", "his"): "her or his",
    ("him", "her"): "him or her",
    ("his", "hers"): "his or hers",
    ("himself", "herself"): "himself or herself",
}
_SHORTEST = 3


class SlashedPairs(Rule[Passage]):
    """Two words with a slash between them, other than “and/or”."""

    code = "PUN018"
    name = "slashed-pairs"
    severity = Severity.INFO
    profiles = EDITED
    needles = ("/",)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “or” or “and” between them."""
        if not isinstance(node, Paragraph | Footnote):
            return
        text = folded(within.source[node.content])
        if "/" not in text:
            return
        for found in _PAIR.finditer(text):
            one, other = found["one"].lower(), found["other"]
            pronouns = _PRONOUNS.get((one, other))
            if not pronouns:
                short = len(one) < _SHORTEST or len(other) < _SHORTEST
                if short or found["one"] != one or (one, other) == ("and", "or"):
                    continue
            span = Span(*found.span()).shift(node.content.start)
            if is_quoted(text, found.start(), draft=within.label == "draft"):
                continue
            if in_address(text, found.start()) or is_set_apart(within.source, span):
                continue
            right = pronouns or f"{one} or {other}"
            if found["one"][0].isupper():
                right = right[0].upper() + right[1:]
            either = "" if pronouns else f" or “{one} and {other}”"
            message = f"{node.locator} should have “{right}”{either}, not “{found[0]}”"
            fix = Fix.replace(span, right, Safety.UNSAFE) if pronouns else None
            yield self.at(span, message, fix)
