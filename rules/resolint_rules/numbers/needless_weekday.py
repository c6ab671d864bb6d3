"""Days of the week that are given with a date."""

from calendar import day_name
from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Passage,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.tables import months
from resolint_rules.numbers.wording import foreign
from resolint_rules.patterns import Pattern

_DATED = Pattern(
    rf"\b(?P<weekday>(?P<name>{'|'.join(day_name)}),? )"
    rf"\d{{1,2}} (?:{'|'.join(months())})\b",
    needles=("day, ", "day "),
)
_CALENDAR = Pattern(
    r"\b(?:meetings?|sessions?|segments?|forums?|debates?|elections?|opens?|closes?"
    r"|working arrangements|calendar|programme of work|timetable|deadline)\b"
)
_MANY = 3
"""So many days of the week make a text a calendar."""


class NeedlessWeekday(Rule[Passage]):
    """A day of the week before a date."""

    code = "NUM015"
    name = "needless-weekday"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.ECOSOC)
    needles = tuple(name.lower() for name in day_name)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the date alone, but in a calendar of meetings."""
        text = folded(within.source[node.content])
        for found in _DATED.finditer(text):
            span = Span(*found.span("weekday"))
            if _CALENDAR.search(text) or foreign(text, span, node, within):
                continue
            if len(list(_DATED.finditer(folded(within.source.text)))) >= _MANY:
                return
            inside = span.shift(node.content.start)
            yield self.at(
                Span(inside.start, inside.start + len(found["name"])),
                f"{node.locator} should give the date without “{found['name']}”",
            )
