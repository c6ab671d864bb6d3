"""Numbers before preambular clauses."""

from collections.abc import Iterator

from resolint import Diagnostic, Profile, Resolution, Rule
from resolint_rules.model_un.likeness import as_said
from resolint_rules.preamble.number import PreambularNumber


class PreambularClauseNumber(Rule[Resolution]):
    """A preambular clause with a number or a letter."""

    code = "MUN002"
    name = "preambular-clause-number"
    profiles = (Profile.MUN,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want what PRE002 wants of the United Nations."""
        yield from as_said(self, PreambularNumber(), node, within)
