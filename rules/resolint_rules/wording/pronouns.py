"""He and his, of anybody."""

from collections.abc import Iterator

from resolint import EDITED, Diagnostic, Passage, Resolution, Rule, Severity, Span
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.names import is_quoted

_PRONOUN = Pattern(
    r"(?<!\bor )(?<!/)\b(?P<word>he|his|him|himself)\b"
    r"(?! (?:or|and) (?:she|her|hers|herself|their|they|them|theirs)\b)(?!/)",
    needles=(" he ", " his ", " him", " himself"),
)
_SAID = {
    "he": "he or she",
    "his": "his or her",
    "him": "him or her",
    "himself": "himself or herself",
}
# Whom the pronoun stands for, if it can be anybody.
_ANYBODY = Pattern(
    r"(?i)\b(?:everyone|everybody|anyone|anybody|someone|no one|nobody|whoever"
    r"|(?:every|each|any|no|an?|the) (?:\w+[ -]){0,2}?"
    r"(?:person|individual|human being|child|citizen|worker|employee|migrant|refugee"
    r"|prisoner|detainee|defendant|accused|suspect|victim|witness|patient|student"
    r"|pupil|teacher|journalist|voter|staff member|official|officer|judge|lawyer"
    r"|applicant|candidate|member|participant|parent|spouse|national|foreigner"
    r"|farmer|gardener|keeper|sailor|visitor|reader|owner|user|resident))\b"
)
# A woman, not the second of two pronouns: his or her.
_SHE = Pattern(r"(?<!\bor )\b(?:she|hers?|herself)\b")
# An office has a holder, who may well be a man.
_HOLDER = Pattern(
    r"\b(?:Mr|Sir|Secretary|Rapporteur|Envoy|Representative|Commissioner|President"
    r"|Coordinator|Expert|Director|Prosecutor|Registrar|Chair|Minister|Administrator"
    r"|Facilitator|King|Pope|Judge|Adviser|Controller|Ombudsman)"
)
_SENTENCE = ".;:"


class GenericPronoun(Rule[Passage]):
    """A masculine pronoun that stands for anybody."""

    code = "WRD010"
    name = "generic-pronoun"
    severity = Severity.INFO
    profiles = EDITED
    needles = ("he", "his", "him", "himself")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want both pronouns, or the plural, where anybody is meant."""
        text = folded(within.source[node.content])
        for found in _PRONOUN.finditer(text):
            start = found.start()
            before = text[1 + max(text.rfind(mark, 0, start) for mark in _SENTENCE) :]
            before = before[: start - (len(text) - len(before))]
            meant = [each.end() for each in _ANYBODY.finditer(before)]
            if not meant or _HOLDER.search(before) or _SHE.search(before):
                continue
            if is_quoted(text, start, draft=within.label == "draft"):
                continue
            word = found["word"]
            span = Span(start, found.end()).shift(node.content.start)
            yield self.at(
                span,
                f"“{word}” in {node.locator} should be “{_SAID[word]}”, or the plural",
            )
