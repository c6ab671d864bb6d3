"""How the text before a list of sub-clauses ends."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Operative,
    Preambular,
    Profile,
    Resolution,
    Rule,
    Severity,
)
from resolint_rules.model_un.likeness import as_said
from resolint_rules.subparagraphs.introduction import ListIntroduction


class SubClauseColon(Rule[Operative | Preambular]):
    """A clause that does not lead to its sub-clauses with a colon."""

    code = "MUN007"
    name = "sub-clause-colon"
    severity = Severity.WARNING
    profiles = (Profile.MUN,)

    def check(
        self, node: Operative | Preambular, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Want what SUB002 wants of the United Nations."""
        yield from as_said(self, ListIntroduction(), node, within)
