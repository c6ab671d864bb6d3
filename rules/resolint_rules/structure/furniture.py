"""Distribution and language in the masthead."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Field,
    Fix,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import plain
from resolint.regex import regex

LIMITED = regex(r"(?:A|E)/(?:[\w.-]+/)*L\.\d+(?:/(?:Rev|Add|Corr)\.\d+)*")
ADOPTED = regex(r"(?:A|E)/(?:HRC/)?RES/[\w/() -]+")


class MastheadDistribution(Rule[Resolution]):
    """A distribution that does not go with the symbol, or a draft without language."""

    code = "STR025"
    name = "masthead-distribution"
    severity = Severity.WARNING
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want drafts limited, with their language, and adopted texts general."""
        symbol = plain(node.masthead.value("symbol")).rstrip("*")
        line = node.masthead.field("distribution")
        if not node.whole or line is None or not symbol:
            return
        if LIMITED.fullmatch(symbol):
            yield from self._judged(node, line, symbol, "Limited")
            if node.masthead.field("original") is None:
                message = "a draft should name its language, as “Original: English”"
                yield self.at(line.content, message, severity=Severity.INFO)
        elif ADOPTED.fullmatch(symbol):
            yield from self._judged(node, line, symbol, "General")

    def _judged(
        self, node: Resolution, line: Field, symbol: str, due: str
    ) -> Iterator[Diagnostic]:
        """Yield a finding if the distribution is another one."""
        if line.value == due or not line.value:
            return
        start = node.source.text.find(line.value, line.content.start, line.content.end)
        span = Span(start, start + len(line.value)) if start >= 0 else line.content
        fix = Fix.replace(span, due, Safety.UNSAFE) if start >= 0 else None
        message = f"the distribution of {symbol} should be {due}, not {line.value}"
        yield self.at(span, message, fix)
