"""The masthead of a text of the Human Rights Council."""

from collections.abc import Iterator
from itertools import pairwise

from resolint import (
    Diagnostic,
    Field,
    Organ,
    Profile,
    Resolution,
    Rule,
    Severity,
)
from resolint_rules.metadata.identity import own_identity

_ORDER = ("Assembly", "Council", "session", "session_dates", "agenda_item")
_WORDS = {
    "Assembly": "“General Assembly”",
    "Council": "“Human Rights Council”",
    "session": "the session",
    "session_dates": "the dates of the session",
    "agenda_item": "the agenda item",
}
_FEW = 3
"""Of so many lines a masthead is more than a heading that somebody typed."""


class CouncilMasthead(Rule[Resolution]):
    """A masthead that lacks a line, or has its lines in another order."""

    code = "HRC001"
    name = "council-masthead"
    severity = Severity.WARNING
    profiles = (Profile.HRC,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the Assembly, the Council, the session, its dates and the item."""
        if not node.whole or node.organ is not Organ.HRC or node.enacting is None:
            return
        named, line = own_identity(node), node.masthead.field("symbol")
        if named is None or named.organ is not Organ.HRC or line is None:
            return
        lines = _lines(node)
        printed = node.masthead.field("publisher") or node.masthead.field(
            "distribution"
        )
        if len(lines) < _FEW or printed is None:
            return
        # A special session has no agenda but what it was called for.
        wanted = [
            each
            for each in _ORDER
            if named.session.isdecimal() or each in ("Assembly", "Council", "session")
        ]
        missing = [_WORDS[each] for each in wanted if each not in lines]
        if missing:
            *most, last = missing
            what = f"{', '.join(most)} and {last}" if most else last
            yield self.at(line.content, f"the masthead should have {what}")
        present = [each for each in _ORDER if each in lines]
        for before, after in pairwise(present):
            if lines[after].span.start < lines[before].span.start:
                message = (
                    f"{_WORDS[before]} should stand before {_WORDS[after]} in the "
                    "masthead"
                )
                yield self.at(lines[before].content, message)
                return


def _lines(node: Resolution) -> dict[str, Field]:
    """Return the first line of each kind that the masthead should have."""
    found: dict[str, Field] = {}
    for line in node.masthead.fields:
        name = line.name
        if name == "organ":
            name = {Organ.GA.value: "Assembly", Organ.HRC.value: "Council"}.get(
                line.value, ""
            )
        if name in _WORDS:
            found.setdefault(name, line)
    return found
