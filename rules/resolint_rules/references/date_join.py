"""What stands between a resolution and its date."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Citation,
    Diagnostic,
    Fix,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.references.words import quoted, text_of

_JOIN = regex(r"(?:, of|,? dated|,? adopted on|,? adopted)(?: the)? ")
_ENTITLED = regex(r" entitled (?=[“\"])")


class DateJoin(Rule[Passage]):
    """A date of adoption that does not follow with *of*."""

    code = "REF020"
    name = "date-join"
    severity = Severity.INFO
    profiles = EDITED
    cites = (Citation,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “resolution 70/1 of 25 September 2015, entitled “…””."""
        if not node.citations:
            return
        text = text_of(node, within)
        for cited in node.citations if text else ():
            # Other bodies' acts were “adopted on” a day.
            if cited.organ is None or cited.day is None:
                continue
            at = cited.span.start - node.content.start
            if not quoted(text, at, node, within):
                yield from self._judged(cited, node, within)

    def _judged(
        self, cited: Citation, node: Passage, within: Resolution
    ) -> Iterator[Diagnostic]:
        source, day = within.source, cited.day
        assert day is not None
        span = Span(cited.span.end, day.span.start)
        words = folded(source.text[span.start : span.end])
        if len(span) > 0 and _JOIN.fullmatch(words):
            yield self.at(
                span,
                f"{node.locator} should have “of” between {cited.kind} {cited.number} "
                f"and its date, not “{words.strip()}”",
                Fix.replace(span, " of "),
            )
        behind = folded(source.text[day.span.end : day.span.end + 12])
        if _ENTITLED.match(behind) and not source.calls_in(
            Span(day.span.end, day.span.end)
        ):
            place = Span(day.span.end, day.span.end)
            yield self.at(
                place,
                f"{node.locator} should have a comma between the date of {cited.kind} "
                f"{cited.number} and “entitled”",
                Fix.replace(place, ",", Safety.UNSAFE),
            )
