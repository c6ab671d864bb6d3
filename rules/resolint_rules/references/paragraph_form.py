"""How paragraphs of resolutions are referred to."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    UNITED_NATIONS,
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
from resolint.regex import regex
from resolint_rules.patterns import Pattern
from resolint_rules.references.words import quoted, text_of

_MARKERS = r"(?: ?\((?:[a-z]{1,4}|\d{1,2})\))*"
_ITEM = rf"\d{{1,3}}(?![\w/]|\.\d){_MARKERS}"
_JOIN = r"(?:, and |, | and | or | to |–|-)"
_REFERENCE = Pattern(
    r"(?<![\w/.-])(?P<word>(?:[Oo]perative |[Oo]perational )"
    r"(?P<noun>paragraphs?|paras?\.|clauses?|subparagraphs?) "
    r"|OPs? ?|O\.P\.s? ?|[Ss]ubparagraphs? |[Pp]aragraphs? |[Pp]aras?\. )"
    rf"(?P<numbers>{_ITEM}(?:{_JOIN}(?:{_ITEM}|\([a-z]{{1,4}}\){_MARKERS}))*)",
    needles=("paragraph", "para", "op", "o.p.", "clause"),
)
_TIGHT = regex(r"(?<=[\d)])\(")
_BEFORE = Pattern(r"\b(?:[Tt]he|[Aa]n|[Aa]rticles? \d+,|[Rr]ules? \d+,) \Z")


class ParagraphForm(Rule[Passage]):
    """A reference to a paragraph that is not “paragraph 5 (b)”."""

    code = "REF022"
    name = "paragraph-form"
    severity = Severity.WARNING
    severities = MappingProxyType({Profile.SC: Severity.INFO})
    profiles = UNITED_NATIONS
    needles = (
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "clause",
        "clauses",
        "subparagraph",
        "subparagraphs",
        "op",
        "ops",
        "o",
    )

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the word *paragraph* alone, and a space before each letter."""
        text = text_of(node, within)
        for found in _REFERENCE.finditer(text):
            there = found[0]
            numbers = _TIGHT.sub(" (", found["numbers"])
            word = _word(found)
            right = f"{word}{numbers}"
            if right == there or quoted(text, found.start(), node, within):
                continue
            safety = Safety.SAFE
            if found["word"][0] == "O" and found["noun"] is None:
                before = text[max(0, found.start() - 8) : found.start()]
                # The label of a draft before its paragraph is the matter of STR016.
                if not any(map(str.isalnum, before)):
                    continue
                # "the OP5" would become "the paragraph 5".
                safety = Safety.UNSAFE if _BEFORE.search(before) else Safety.SAFE
            span = Span(*found.span()).shift(node.content.start)
            yield self.at(
                span,
                f"{node.locator} should have “{right}”, not “{there}”",
                Fix.replace(span, right, safety),
            )


def _word(found: re.Match[str]) -> str:
    """Return the word that should stand before the numbers, with its space."""
    word, noun = found["word"], found["noun"]
    if noun is not None:
        right = noun.replace("clause", "paragraph")
        upper = found.start() == 0 and word[0] == "O"
        return f"{right[0].upper() if upper else right[0]}{right[1:]} "
    if word[0] == "O":
        several = len(re.findall(r"\d+", found["numbers"])) > 1 or "s" in word
        return "paragraphs " if several else "paragraph "
    return word
