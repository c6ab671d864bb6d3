"""Corrigenda and addenda without the symbol of their document."""

from collections.abc import Iterator
from datetime import date

from resolint import (
    EDITED,
    Diagnostic,
    Field,
    Fix,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
    Symbol,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern

SINCE = date(2018, 1, 1)
"""From when full symbols are the rule; before, the short form was."""
_SHORT = Pattern(r"(?:, | and |, and )(?P<part>(?:Corr|Add|Rev|Amend)\.\d+)(?![\w/])")


class FullSymbols(Rule[Passage]):
    """*A/75/324 and Corr.1*."""

    code = "FNT014"
    name = "full-symbols"
    severity = Severity.INFO
    profiles = EDITED
    cites = (Symbol,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the whole symbol for each document."""
        if isinstance(node, Field) or (within.as_of and within.as_of < SINCE):
            return
        symbols = [each for each in node.inline if isinstance(each, Symbol)]
        if not symbols:
            return
        start = node.content.start
        text = folded(within.source[node.content])
        for symbol in symbols:
            at = symbol.span.end - start
            while found := _SHORT.match(text, at):
                span = Span(*found.span("part")).shift(start)
                yield self._told(node, symbol, span, found["part"])
                at = found.end()

    def _told(self, node: Passage, symbol: Symbol, span: Span, part: str) -> Diagnostic:
        """Return a finding that names the full symbol, where it is sure which."""
        if "-" in symbol.text.partition("S-")[0] or not symbol.valid:
            message = f"{node.locator} should have the full symbol, not “{part}”"
            return self.at(span, message)
        right = f"{symbol.text.partition('/Add.')[0]}/{part}"
        if not part.startswith("Add."):
            right = f"{symbol.text}/{part}"
        message = f"{node.locator} should have “{right}”, not “{part}”"
        return self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))
