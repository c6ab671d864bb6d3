"""Distribution and language at the head of a draft."""

from collections.abc import Iterator

from resolint import EDITED, Diagnostic, Resolution, Rule, Severity, Stage
from resolint.grammar.space import plain
from resolint_rules.drafts.draft_symbol import LIMITED


class DraftDistribution(Rule[Resolution]):
    """A draft without its distribution."""

    code = "DRF002"
    name = "draft-distribution"
    severity = Severity.WARNING
    profiles = EDITED
    stages = (Stage.DRAFT,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “Distr.: Limited” and “Original: …” in the masthead."""
        masthead = node.masthead
        line = masthead.field("symbol")
        if not node.whole or line is None or not masthead.field("organ"):
            return
        if not LIMITED.fullmatch(plain(line.value).rstrip("*")):
            return
        # Of a distribution that is there, and of its language, STR025 speaks.
        if masthead.field("distribution"):
            return
        lacks = ["“Distr.: Limited”"]
        if masthead.field("original") is None:
            lacks.append("the language, as “Original: English”")
        message = f"the masthead of a draft should have {' and '.join(lacks)}"
        yield self.at(line.content, message)
