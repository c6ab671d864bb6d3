"""The title that is not there, or should not be."""

from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Field,
    Organ,
    Passage,
    Profile,
    Resolution,
    Rule,
    Severity,
    Stage,
)
from resolint_rules.structure.parts import LEADING, above

LONGEST = 220
"""In code points: a longer line is no title."""


class TitlePresent(Rule[Resolution]):
    """A resolution without a title, or one of the Security Council with one."""

    code = "TIT001"
    name = "title-present"
    severities = MappingProxyType({Profile.SC: Severity.WARNING})
    profiles = UNITED_NATIONS

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a title above the enacting line, but none on a Council resolution."""
        if not node.whole or node.enacting is None:
            return
        last = above(node)
        if node.organ is Organ.SC:
            found = _title_of_council(node, last)
            if found is not None:
                message = "a Security Council resolution should have no title"
                yield self.at(found.content, message)
        elif node.title is None and last is not None and last.name in LEADING:
            message = "a title should stand above the enacting line"
            yield self.at(node.enacting.name, message)


def _title_of_council(node: Resolution, last: Field | None) -> Passage | None:
    """Return what stands as a title between the number and the enacting line."""
    if node.stage is not Stage.ADOPTED:
        return None
    names = [line.name for line in node.masthead.fields]
    numbered = "resolution_number" in names or "adoption" in names
    if node.title is not None:
        return node.title if numbered else None
    if last is None or last.name != "other" or not numbered:
        return None
    words = node.source[last.content].strip()
    single = len(words) <= LONGEST and words[-1:].isalnum() and words[:1].isupper()
    return last if single and len(words.split()) > 1 else None
