"""Symbols of the General Assembly."""

from resolint import Profile
from resolint.symbol import Slip
from resolint_rules.symbols.slips import SymbolSlips


class AssemblySymbol(SymbolSlips):
    """A symbol of the Assembly that does not carry the session."""

    code = "SYM005"
    name = "assembly-symbol"
    profiles = (Profile.GA,)
    slip = Slip.ASSEMBLY
