"""Symbols of the Human Rights Council."""

from resolint.symbol import Slip
from resolint_rules.symbols.slips import SymbolSlips


class RightsSymbol(SymbolSlips):
    """A symbol of the Human Rights Council whose parts are not in their places."""

    code = "SYM013"
    name = "rights-symbol"
    slip = Slip.RIGHTS
