"""The United Nations, in full."""

from collections.abc import Iterator

from resolint import Diagnostic, Passage, Profile, Resolution, Rule, Severity
from resolint_rules.instruments.united_nations import UnitedNationsInFull
from resolint_rules.model_un.likeness import as_said


class UnitedNationsShortened(Rule[Passage]):
    """The United Nations by two letters."""

    code = "MUN008"
    name = "united-nations-shortened"
    severity = Severity.WARNING
    profiles = (Profile.MUN,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want what TRE011 wants of the United Nations."""
        yield from as_said(self, UnitedNationsInFull(), node, within)
