"""Symbols of the Economic and Social Council."""

from resolint.symbol import Slip
from resolint_rules.symbols.slips import SymbolSlips


class EconomicSymbol(SymbolSlips):
    """A symbol of the Economic and Social Council that does not carry the year."""

    code = "SYM007"
    name = "economic-symbol"
    slip = Slip.ECONOMIC
