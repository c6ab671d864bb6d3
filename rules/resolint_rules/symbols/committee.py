"""Symbols of the Main Committees."""

from resolint.symbol import Slip
from resolint_rules.symbols.slips import SymbolSlips


class CommitteeSymbol(SymbolSlips):
    """A symbol of a Main Committee that does not say which, or not in which session."""

    code = "SYM012"
    name = "committee-symbol"
    slip = Slip.COMMITTEE
