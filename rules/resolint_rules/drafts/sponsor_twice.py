"""Sponsors that are named twice."""

from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Edit,
    Fix,
    Resolution,
    Rule,
    Severity,
    Span,
    Stage,
)
from resolint_rules.drafts.sponsors import Sponsors, sponsors


class SponsorTwice(Rule[Resolution]):
    """A State that sponsors a draft twice."""

    code = "DRF005"
    name = "draft-sponsor-twice"
    severity = Severity.WARNING
    profiles = UNITED_NATIONS
    stages = (Stage.DRAFT,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want each State once."""
        found = sponsors(node)
        seen: set[str] = set()
        for at, each in enumerate(found.names if found else ()):
            name = each.state.right if each.state else each.name
            if name in seen and found:
                message = f"“{each.name}” should stand only once among the sponsors"
                yield self.at(each.span, message, _without(node, found, at))
            seen.add(name)


def _without(node: Resolution, found: Sponsors, at: int) -> Fix | None:
    """Return a fix that takes a name out, with what joins it to the one before."""
    names = found.names
    before = Span(names[at - 1].span.end, names[at].span.start)
    span = Span(before.start, names[at].span.end)
    if "*" in node.source[span] or any(call.at < span.end for call in found.line.calls):
        return None
    edits = [Edit(span, "")]
    if at == len(names) - 1 and at > 1:
        joint = Span(names[at - 2].span.end, names[at - 1].span.start)
        edits.insert(0, Edit(joint, " and "))
    return Fix("Take it out", tuple(edits))
