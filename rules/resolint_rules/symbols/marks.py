"""Capitals and full stops in symbols."""

from resolint import Safety, Severity
from resolint.symbol import Slip
from resolint_rules.symbols.slips import SymbolSlips


class SymbolMarks(SymbolSlips):
    """A symbol with the wrong capitals, or without a full stop."""

    code = "SYM002"
    name = "symbol-marks"
    severity = Severity.WARNING
    slip = Slip.MARK
    safety = Safety.SAFE
