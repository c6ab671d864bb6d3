"""The form of symbols."""

from resolint import Profile, Resolution
from resolint.profiles import profile_of
from resolint.symbol import Slip
from resolint_rules.symbols.slips import SymbolSlips


class SymbolForm(SymbolSlips):
    """A symbol that is put together wrongly, in a way that no other rule names."""

    code = "SYM001"
    name = "symbol-form"
    slip = Slip.FORM

    def minds(self, slip: Slip, within: Resolution) -> bool:
        """Whether no other rule minds a slip: SYM005 is on only in the Assembly."""
        if slip is Slip.ASSEMBLY:
            return profile_of(within) is not Profile.GA
        return slip is self.slip
