"""Symbols of the Security Council."""

from resolint.symbol import Slip
from resolint_rules.symbols.slips import SymbolSlips


class SecuritySymbol(SymbolSlips):
    """A symbol of the Security Council that does not carry the year."""

    code = "SYM006"
    name = "security-symbol"
    slip = Slip.SECURITY
