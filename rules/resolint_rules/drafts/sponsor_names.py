"""The names of the sponsors."""

from collections.abc import Iterator
from difflib import get_close_matches

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Fix,
    Resolution,
    Rule,
    Safety,
    Severity,
    Stage,
)
from resolint_rules.drafts.sponsor_order import run_on
from resolint_rules.drafts.sponsors import sponsors
from resolint_rules.member_states import Listed, key, names

_LIKE = 0.84


class SponsorNames(Rule[Resolution]):
    """A sponsor by another name than the United Nations has in its lists."""

    code = "DRF004"
    name = "draft-sponsor-names"
    severity = Severity.WARNING
    profiles = UNITED_NATIONS
    stages = (Stage.DRAFT,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the short names of the United Nations."""
        found = sponsors(node)
        for each in found.names if found else ():
            state = each.state
            right = ""
            if state is None:
                right = "" if run_on(each) else _nearest(each)
            elif state.stale(node.as_of):
                right = state.right
            if right and right != each.name:
                yield self.at(
                    each.span,
                    f"“{each.name}” should be “{right}” among the sponsors",
                    Fix.replace(each.span, right, Safety.UNSAFE),
                )


def _nearest(each: Listed) -> str:
    """Return the name that one nobody knows is a slip of; nothing where it is far."""
    by_key = {key(name): name for name in names()}
    own = key(each.name.removeprefix("the "))
    if own in by_key:
        return by_key[own]
    close = get_close_matches(own, by_key, n=1, cutoff=_LIKE)
    return by_key[close[0]] if close else ""
