"""Also and further where somebody is addressed."""

from typing import ClassVar

from resolint import Severity
from resolint_rules.also.adverb import AdverbRule
from resolint_rules.also.slips import Fault, Slip


class OperativeAddressee(AdverbRule):
    """An adverb that does not go by whom the paragraph addresses."""

    code = "OPN008"
    name = "same-addressee"
    severity = Severity.INFO
    part = "operative"
    faults: ClassVar[frozenset[Fault]] = frozenset({Fault.ADDRESSEE})

    def said(self, slip: Slip) -> str:
        """Name the phrase that is due, and those who are addressed."""
        said = f"should open with “{slip.phrase}”, not “{slip.opener.phrase}”"
        here, there = slip.addressees
        if here is None or there is None:
            return said
        if slip.right:
            return f"{said}, as it too addresses “{here.words}”"
        return (
            f"{said}, as it addresses “{here.words}”, "
            f"the paragraph before “{there.words}”"
        )
