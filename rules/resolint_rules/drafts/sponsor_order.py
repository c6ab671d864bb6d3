"""The order of the sponsors, and what stands between them."""

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
from resolint_rules.member_states import Listed, known
from resolint_rules.state_order import arranged, misplaced


class SponsorOrder(Rule[Resolution]):
    """Sponsors that are not in order, or not joined as they should be."""

    code = "DRF003"
    name = "draft-sponsor-order"
    severity = Severity.WARNING
    profiles = UNITED_NATIONS
    stages = (Stage.DRAFT,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “X, Y and Z”, in the English alphabetical order."""
        found = sponsors(node)
        if found is None:
            return
        yield from self._order(node, found)
        yield from self._joints(node, found)
        for each in found.names:
            yield from self._run_on(node, each)

    def _order(self, node: Resolution, found: Sponsors) -> Iterator[Diagnostic]:
        # One that is named twice is the business of DRF005.
        once = {each.name: each for each in reversed(found.names)}
        names = [each for each in found.names if once[each.name] is each]
        wrong = misplaced(names)
        if wrong is None:
            return
        right = arranged(names)
        fix = None
        # An asterisk belongs to its State: then only the drafter can move it.
        inside = Span(names[0].span.start, names[-1].span.end)
        starred = any(call.at < inside.end for call in found.line.calls)
        if right and not starred and "*" not in node.source[inside]:
            edits = tuple(
                Edit(there.span, here.name)
                for there, here in zip(names, right, strict=True)
                if there.name != here.name
            )
            fix = Fix("Put the sponsors in alphabetical order", edits)
        yield self.at(
            wrong.name.span,
            f"“{wrong.name.name}” should stand {wrong.side} “{wrong.other.name}” among "
            "the sponsors, in alphabetical order",
            fix,
        )

    def _joints(self, node: Resolution, found: Sponsors) -> Iterator[Diagnostic]:
        last = found.names[-1]
        for before, after, text in found.between(node):
            span = Span(before.span.end, after.span.start)
            words = " ".join(text.replace("*", " ").split())
            right = " and " if after is last else ", "
            fix = Fix.replace(span, right) if "*" not in text else None
            where = f"between “{before.name}” and “{after.name}”"
            if after is last and words != "and":
                what = (
                    "no comma should stand before “and”"
                    if words.endswith("and")
                    else "“and” should stand"
                )
                yield self.at(span, f"{what} {where}, the last two sponsors", fix)
            elif after is not last and words != ",":
                what = "a comma" if "and" in words or not words else "one comma"
                yield self.at(span, f"{what} should stand {where}", fix)

    def _run_on(self, node: Resolution, each: Listed) -> Iterator[Diagnostic]:
        """Yield a finding if a name that nobody knows is two, without a comma."""
        if each.state:
            return
        for at, mark in enumerate(each.name):
            if mark == " " and known(each.name[:at]) and known(each.name[at + 1 :]):
                start = each.span.start + at
                message = (
                    f"a comma should stand between “{each.name[:at]}” and "
                    f"“{each.name[at + 1 :]}”"
                )
                gap = Span(start, start + 1)
                yield self.at(gap, message, Fix.replace(gap, ", "))
                return


def run_on(each: Listed) -> bool:
    """Whether a name is two names without a comma between them."""
    return any(
        mark == " " and known(each.name[:at]) and known(each.name[at + 1 :])
        for at, mark in enumerate(each.name)
    )
