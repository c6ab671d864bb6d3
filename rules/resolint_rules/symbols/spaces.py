"""Spaces in symbols."""

from resolint import Safety, Severity
from resolint.symbol import Slip
from resolint_rules.symbols.slips import SymbolSlips


class SymbolSpaces(SymbolSlips):
    """A symbol with a space that it should not have, or without one."""

    code = "SYM003"
    name = "symbol-spaces"
    severity = Severity.WARNING
    slip = Slip.SPACE
    safety = Safety.SAFE
