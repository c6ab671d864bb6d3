"""How an amendment names what it amends."""

import re
from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Passage,
    Resolution,
    Rule,
    Severity,
    Span,
    Stage,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.drafts.sponsors import heads
from resolint_rules.metadata.identity import identity, own_identity

_SYMBOL = regex(r"\b[AES]/[\w.()/-]*\d")
_WORDED = regex(
    r":[\s*,\d]*(?:sub-?)?(?:revised )?(?:sub-?)?amendments? to (?:the )?"
    r"(?:revised )?draft (?:resolution|decision)\b|"
    r":[\s*,\d]*sub-?amendments? to the (?:proposed )?amendments?\b",
    re.IGNORECASE,
)


class AmendmentHeading(Rule[Resolution]):
    """An amendment that does not say, by its symbol, which draft it amends."""

    code = "DRF010"
    name = "amendment-heading"
    severity = Severity.INFO
    profiles = EDITED
    stages = (Stage.DRAFT,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “X: amendment to draft resolution A/C.3/79/L.60”."""
        if not node.whole:
            return
        for line, found in heads(node):
            if found["amendment"]:
                yield from self._judged(node, line, found)
                return

    def _judged(
        self, node: Resolution, line: Passage, found: re.Match[str]
    ) -> Iterator[Diagnostic]:
        text = folded(node.source[line.content])
        named = _SYMBOL.search(text, found.end())
        span = Span(found.start("amendment"), len(text)).shift(line.content.start)
        if named is None:
            message = (
                "an amendment should name the draft by its symbol: “amendment to draft "
                "resolution A/…/L.…”"
            )
            yield self.at(span, message)
            return
        if not _WORDED.search(text):
            message = (
                f"the amendment should be headed “amendment to draft resolution "
                f"{named[0]}”"
            )
            yield self.at(span, message)
            return
        own, other = own_identity(node), identity(named[0])
        if own and other and own.session != other.session:
            place = Span(*named.span()).shift(line.content.start)
            message = (
                "the amended draft should be of the session of the amendment, "
                f"{own.session}, which {named[0]} is not"
            )
            yield self.at(place, message)
