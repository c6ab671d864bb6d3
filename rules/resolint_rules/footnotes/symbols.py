"""Document symbols in running text."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Paragraph,
    Profile,
    Resolution,
    Rule,
    Severity,
    Symbol,
)
from resolint.grammar.space import folded
from resolint_rules.spelling.names import is_quoted


class SymbolInText(Rule[Paragraph]):
    """*(A/79/123)* in a paragraph."""

    code = "FNT019"
    name = "symbol-in-text"
    severity = Severity.WARNING
    profiles = (Profile.GA, Profile.ECOSOC)
    cites = (Symbol,)

    def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
        """Want symbols of documents in footnotes."""
        text = within.source.text
        for symbol in node.inline:
            if not isinstance(symbol, Symbol) or not symbol.valid:
                continue
            span = symbol.span
            if text[span.start - 1 : span.start] not in ("(", "["):
                continue
            words = folded(within.source[node.content])
            at = span.start - node.content.start
            if is_quoted(words, at, draft=within.label == "draft"):
                continue
            message = (
                f"{node.locator} should have the symbol {symbol.text} in a footnote, "
                "not in the text"
            )
            yield self.at(span, message)
