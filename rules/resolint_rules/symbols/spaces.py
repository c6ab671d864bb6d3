"""Spaces in symbols."""

from collections.abc import Iterator
from dataclasses import replace

from resolint import Diagnostic, Field, Organ, Passage, Resolution, Safety, Severity
from resolint.symbol import Slip
from resolint_rules.symbols.slips import SymbolSlips


class SymbolSpaces(SymbolSlips):
    """A symbol with a space that it should not have, or without one."""

    code = "SYM003"
    name = "symbol-spaces"
    severity = Severity.WARNING
    slip = Slip.SPACE
    safety = Safety.SAFE

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the space before the year; in the Council's own mastheads, note it."""
        often = isinstance(node, Field) and within.organ is Organ.SC
        for found in super().check(node, within):
            yield replace(found, severity=Severity.INFO) if often else found
