"""The order of States in the lists of a vote."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Edit,
    Fix,
    Organ,
    Profile,
    Resolution,
    Rule,
    Severity,
    Stage,
)
from resolint_rules.human_rights_council.votes import SAID, vote
from resolint_rules.state_order import arranged, misplaced


class VoteOrder(Rule[Resolution]):
    """States in the list of a vote that are not in alphabetical order."""

    code = "HRC005"
    name = "vote-order"
    severity = Severity.WARNING
    profiles = (Profile.HRC,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want each list in the English alphabetical order."""
        if not node.whole or node.organ is not Organ.HRC:
            return
        found = vote(node)
        for kind, names in found.lists.items() if found else ():
            wrong = misplaced(names)
            if wrong is None:
                continue
            right = arranged(names)
            edits = tuple(
                Edit(there.span, here.name)
                for there, here in zip(names, right or names, strict=True)
                if there.name != here.name
            )
            fix = Fix("Put the list in alphabetical order", edits) if edits else None
            yield self.at(
                wrong.name.span,
                f"“{wrong.name.name}” should stand {wrong.side} “{wrong.other.name}” "
                f"in the list of those {SAID[kind]}, in alphabetical order",
                fix,
            )
