"""How the Security Council says when it adopted a text."""

from collections.abc import Iterator
from datetime import date

from resolint import (
    Diagnostic,
    Field,
    Fix,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Stage,
)
from resolint.regex import regex
from resolint_rules.structure.ordinals import suffix
from resolint_rules.structure.parts import day_of

_GAP = "[ \u00a0\u202f]"
_DAY = rf"{_GAP}*\d{{1,2}}{_GAP}[A-Z][a-z]+{_GAP}\d{{4}}"
MEETING = regex(
    rf"Adopted by the Security Council at its{_GAP}\d+(?:st|nd|rd|th){_GAP}meeting"
    rf"(?:{_GAP}?\([^()]*\))?, on{_DAY}"
)
WRITTEN = regex(rf"Adopted by the Security Council on{_DAY}")
NUMBER = regex(r"\b(\d{1,5})(?:st|nd|rd|th)?\b(?=[^,]*\bmeeting)|meeting (\d+)")
PROCEDURE = (date(2020, 3, 1), date(2022, 12, 31))
"""The years in which the Council adopted texts by a written procedure."""


class CouncilAdoptionLine(Rule[Resolution]):
    """An adoption line of the Security Council in another form."""

    code = "STR009"
    name = "council-adoption-line"
    severity = Severity.WARNING
    profiles = (Profile.SC,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want meeting and date above the text, and no line of a meeting below it."""
        adoption = node.masthead.field("adoption")
        if node.whole and adoption is not None:
            yield from self._adoption(adoption, node)
        for line in node.closing.fields:
            if line.name == "meeting":
                message = (
                    "line of the meeting should not stand below a Security Council "
                    "text: the adoption line above it names the meeting"
                )
                yield self.at(line.content, message)

    def _adoption(self, line: Field, node: Resolution) -> Iterator[Diagnostic]:
        words = node.source[line.content].strip()
        day = day_of(line)
        if MEETING.fullmatch(words):
            return
        when = f"{day.value.day} {day.value:%B %Y}" if day and day.value else "date"
        first, last = PROCEDURE
        written = day is None or day.value is None or first <= day.value <= last
        found = NUMBER.search(words)
        if not found and written and WRITTEN.fullmatch(words):
            return
        meeting, fix = "Nth", None
        if found:
            number = int(found[1] or found[2])
            meeting = f"{number}{suffix(number)}"
        right = f"Adopted by the Security Council at its {meeting} meeting, on {when}"
        if found and day and day.value:
            fix = Fix.replace(line.content, right, Safety.UNSAFE)
        yield self.at(line.content, f"adoption line should be “{right}”", fix)
