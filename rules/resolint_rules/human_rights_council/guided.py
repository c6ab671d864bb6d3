"""The first paragraph of the preamble in the Council."""

from collections.abc import Iterator

from resolint import Diagnostic, Organ, Profile, Resolution, Rule, Severity
from resolint.grammar.space import folded
from resolint_rules.preamble.precedence import CharterFirst

_CHARTER = "Charter of the United Nations"
WANTED = f"Guided by the purposes and principles of the {_CHARTER}"


class GuidedByCharter(Rule[Resolution]):
    """A preamble that does not begin with the Charter."""

    code = "HRC008"
    name = "guided-by-charter"
    severity = Severity.INFO
    profiles = (Profile.HRC,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the Charter in the first paragraph."""
        if node.organ is not Organ.HRC or len(node.preamble) < 2:
            return
        first = node.preamble[0]
        if _CHARTER in folded(node.source[first.content]):
            return
        # Where it stands behind resolutions that are recalled, PRE010 speaks.
        if any(CharterFirst().check(node, within)):
            return
        span = first.opening.span if first.opening else first.content
        message = f"the preamble should begin, as is usual, with “{WANTED}”"
        yield self.at(span, message)
