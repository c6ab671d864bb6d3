"""What the rules on bad symbols share: each kind of slip is the matter of one."""

from collections.abc import Iterator
from typing import ClassVar

from resolint import Diagnostic, Node, Passage, Resolution, Rule, Safety, Symbol
from resolint.symbol import Slip
from resolint_rules.symbols.faults import Fault, fault_of, place, written


class SymbolSlips(Rule[Passage]):
    """Bad symbols of which the gravest slip is the matter of a rule."""

    cites: ClassVar[tuple[type[Node], ...]] = (Symbol,)
    slip: ClassVar[Slip]
    safety: ClassVar[Safety] = Safety.UNSAFE
    """How far its fixes may be trusted."""

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want symbols without such slips."""
        for symbol in node.inline:
            if isinstance(symbol, Symbol):
                fault = fault_of(symbol, within)
                if fault and self.minds(fault.slip, within):
                    yield self.told(symbol, fault, node)

    def minds(self, slip: Slip, within: Resolution) -> bool:
        """Whether a slip is the matter of this rule."""
        return slip is self.slip

    def told(self, symbol: Symbol, fault: Fault, node: Passage) -> Diagnostic:
        """Say what is wrong with a symbol, and what it should be if that is known."""
        name = f"the symbol {symbol.text} in {place(node)}"
        if not fault.meant:
            return self.at(symbol.span, f"{name} cannot be right: {fault.problem}")
        fix = written(symbol.span, symbol.text, fault.meant, self.safety)
        said = f"{name} should be {fault.meant}: {fault.problem}"
        return self.at(symbol.span, said, fix)
