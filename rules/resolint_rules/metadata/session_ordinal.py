"""How sessions are named in running text."""

from collections.abc import Iterator
from difflib import get_close_matches

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Organ,
    Paragraph,
    Passage,
    Resolution,
    Rule,
    Safety,
    SessionWords,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint.tables import ordinals
from resolint_rules.metadata import calendar
from resolint_rules.metadata.holders import Mention, holder, mentions

_TENS = regex(
    r"\b(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)"
    r"( )\Z"
)
_ENDS = regex(
    r"(?:teenth|ieth|first|second|third|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|nineth|fith|ninthe|fouth|fourt?h|eigth|eighth)\Z"
)
_WORD = regex(r"[A-Za-z0-9]+(?:-[A-Za-z]+)?")


class SessionOrdinal(Rule[Passage]):
    """A session in figures, with capitals, or misspelled."""

    code = "MET009"
    name = "session-ordinal"
    severity = Severity.WARNING
    profiles = EDITED
    cites = (SessionWords,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the sessions of the Assembly and the Council in words, in lower case."""
        if not isinstance(node, Paragraph) and type(node) is not Passage:
            return
        for mention in mentions(node, within):
            if mention.quoted:
                continue
            text = within.source[node.content]
            found = _WORD.match(text, mention.node.span.start - node.content.start)
            if found:
                span = Span(*found.span()).shift(node.content.start)
                yield from self._judged(node, mention, found[0], span, within)

    def _judged(
        self,
        node: Passage,
        mention: Mention,
        word: str,
        span: Span,
        within: Resolution,
    ) -> Iterator[Diagnostic]:
        number = mention.node.number
        if not mention.node.spelled:
            if number and holder(mention, within.organ) in (Organ.GA, Organ.HRC):
                right = calendar.ordinal(number)
                yield self._written(node, span, right, word)
        elif number is None:
            plain = word.lower()
            close = get_close_matches(plain, ordinals(), 1, 0.84)
            if close and _ENDS.search(plain):
                yield self._written(node, span, close[0], word)
        elif tens := _TENS.search(mention.before):
            if number < 10 and not word[0].isupper():
                at = span.start - 1
                yield self._written(
                    node,
                    Span(span.start - len(tens[0]), span.end),
                    f"{tens[0].strip().lower()}-{word}",
                    f"{tens[0]}{word}",
                    Fix.replace(Span(at, at + 1), "-"),
                )
        elif mention.before.endswith("its ") and word != word.lower():
            yield self._written(node, span, word.lower(), word)

    def _written(
        self, node: Passage, span: Span, right: str, there: str, fix: Fix | None = None
    ) -> Diagnostic:
        return self.at(
            span,
            f"the session in {node.locator} should be written “{right}”, not “{there}”",
            fix or Fix.replace(span, right, Safety.SAFE),
        )
