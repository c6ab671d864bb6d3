"""The figures of a recorded vote."""

from collections.abc import Iterator

from resolint import Diagnostic, Organ, Profile, Resolution, Rule, Stage
from resolint_rules.human_rights_council.votes import SAID, Vote, vote

MEMBERS = 47
"""The Council has had so many members from the beginning."""


class VoteCount(Rule[Resolution]):
    """A recorded vote that does not add up, or not to what its lists have."""

    code = "HRC004"
    name = "vote-count"
    profiles = (Profile.HRC,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want figures that the lists bear out, and no more than the members."""
        if not node.whole or node.organ is not Organ.HRC:
            return
        found = vote(node)
        if found is None:
            return
        wrong = list(self._lists(found))
        yield from wrong
        total = sum(found.counts.values())
        if total > MEMBERS and not wrong:
            figures = " + ".join(str(each) for each in found.counts.values())
            yield self.at(
                found.span,
                f"the vote should not add up to more than {MEMBERS}, the members of "
                f"the Council: {figures} is {total}",
            )
        yield from self._twice(found)

    def _lists(self, found: Vote) -> Iterator[Diagnostic]:
        for kind, said in found.counts.items():
            # That a list is not there is the business of HRC003.
            if kind not in found.lists or len(found.lists[kind]) == said:
                continue
            names = found.lists[kind]
            states = "State" if len(names) == 1 else "States"
            yield self.at(
                found.labels[kind],
                f"the list of those {SAID[kind]} should have as many States as the "
                f"vote says, {said}, but has {len(names)} {states}",
            )

    def _twice(self, found: Vote) -> Iterator[Diagnostic]:
        """Yield a finding for each State that stands in two places."""
        seen: dict[str, str] = {}
        for kind, names in found.lists.items():
            for each in names:
                name = each.state.right if each.state else each.name
                if name in seen:
                    where = "twice" if seen[name] == kind else "in two lists"
                    message = f"“{each.name}” should not stand {where} in the vote"
                    yield self.at(each.span, message)
                seen[name] = kind
