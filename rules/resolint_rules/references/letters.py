"""The letters of resolutions that were adopted under one number."""

from collections.abc import Iterator
from itertools import pairwise

from resolint import (
    Citation,
    Diagnostic,
    Fix,
    Footnote,
    Organ,
    Paragraph,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint_rules.symbols.faults import place

_LETTERS = regex(r"\b([A-Z])((?:(?:, and |, | and |[-–‑])[A-Z])+)\b")
_JOIN = regex(r"(, and |, | and |[-–‑])([A-Z])")
_SINGULAR = regex(r"(?:[Rr]esolution|[Dd]ecision)\s\Z")
_RANGE = 3


class Letters(Rule[Passage]):
    """Several letters of one number that are not joined as they should be."""

    code = "REF013"
    name = "several-letters"
    severity = Severity.INFO
    profiles = (Profile.GA,)
    cites = (Citation,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “resolutions 31/6 A and B”, and “A to D” for three or more."""
        if not isinstance(node, Paragraph | Footnote):
            return
        for cited in node.citations:
            if cited.organ is not Organ.GA:
                continue
            text = " ".join(within.source[cited.span].split())
            found = _LETTERS.search(text)
            if found is None or len(text) != len(cited.span):
                continue
            joins = [each[1] for each in _JOIN.finditer(found[2])]
            letters = found[1] + "".join(each[2] for each in _JOIN.finditer(found[2]))
            span = Span(*found.span()).shift(cited.span.start)
            right = _joined(letters, joins)
            if right and right != found[0]:
                yield self.at(
                    span,
                    f"the letters of {cited.kind} {text} in {place(node)} should be "
                    f"“{right}”, not “{found[0]}”",
                    Fix.replace(span, right, Safety.SAFE),
                )
            yield from self._several(cited, text, node, within)

    def _several(
        self, cited: Citation, text: str, node: Passage, within: Resolution
    ) -> Iterator[Diagnostic]:
        before = within.source.text[max(0, cited.span.start - 12) : cited.span.start]
        if _SINGULAR.search(before):
            at = cited.span.start - 1
            yield self.at(
                Span(at - len(cited.kind), at),
                f"“{cited.kind}” before {text} in {place(node)} should be "
                f"“{cited.kind}s”, as there are several",
                Fix.replace(Span(at, at), "s", Safety.UNSAFE),
            )


def _joined(letters: str, joins: list[str]) -> str:
    """Return how letters should be joined; nothing where they are good as they are."""
    row = all(ord(b) - ord(a) == 1 for a, b in pairwise(letters))
    dashed = any(join in "-–‑" for join in joins)
    if dashed and len(letters) == 2:
        return f"{letters[0]} {'and' if row else 'to'} {letters[1]}"
    if not dashed and row and len(letters) >= _RANGE:
        return f"{letters[0]} to {letters[-1]}"
    return ""
