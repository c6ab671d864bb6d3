"""The order of revisions, addenda and corrigenda in symbols."""

from collections.abc import Iterator

from resolint import Diagnostic, Passage, Resolution, Rule, Severity, Span, Symbol
from resolint.regex import regex
from resolint_rules.symbols.faults import place

_CORRECTED = regex(r"/Corr\.\d+(/Add\.\d+)")
_TWICE = regex(r"/(Rev|Corr)\.\d+(/\1\.\d+)")
_NAMES = {"Rev": "revision", "Corr": "corrigendum"}


class ModifierOrder(Rule[Passage]):
    """A symbol whose revision, addendum and corrigendum stand in the wrong order."""

    code = "SYM009"
    name = "modifier-order"
    severity = Severity.INFO
    cites = (Symbol,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the corrigendum behind the addendum, and one of each kind."""
        for symbol in node.inline:
            if not isinstance(symbol, Symbol) or len(symbol.span) != len(symbol.text):
                continue
            name = f"the symbol {symbol.text} in {place(node)}"
            if found := _CORRECTED.search(symbol.text):
                said = "the corrigendum should stand behind the addendum"
            elif found := _TWICE.search(symbol.text):
                kind = _NAMES[found[1]]
                said = f"one {kind} takes the place of the other, one number is enough"
            else:
                continue
            start = symbol.span.start
            span = Span(start + found.start(), start + found.end())
            yield self.at(span, f"{name} is in the wrong order: {said}")
