"""The lines that close a resolution."""

from collections.abc import Iterator
from datetime import date

from resolint import (
    EDITED,
    Diagnostic,
    Field,
    Fix,
    Organ,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
    Stage,
)
from resolint.regex import regex
from resolint_rules.human_rights_council.votes import told_otherwise
from resolint_rules.structure.ordinals import suffix
from resolint_rules.structure.parts import day_of, is_adopted

_GAP = "[ \u00a0\u202f]"
PLENARY = regex(
    rf"\d+(?:st|nd|rd|th){_GAP}(?:\(?resumed\)?{_GAP})?plenary{_GAP}meeting"
)
COUNCIL = regex(rf"\d+(?:st|nd|rd|th){_GAP}(?:\(?resumed\)?{_GAP})?meeting")
DATE = regex(rf"\d{{1,2}}{_GAP}[A-Z][a-z]+{_GAP}\d{{4}}")
FIGURES = regex(r"\d+")
VOTE = regex(
    rf"\[(?:Resolution{_GAP})?Adopted{_GAP}(?:without{_GAP}a{_GAP}vote|by{_GAP})"
)
WITHOUT_MEETINGS = (date(2020, 3, 27), date(2021, 6, 30))
"""When the organs adopted texts in writing, by General Assembly decision 74/544."""


class ClosingLines(Rule[Resolution]):
    """Closing lines that are missing or in another form."""

    code = "STR008"
    name = "closing-lines"
    severity = Severity.WARNING
    profiles = EDITED
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the meeting, the date and, in the Council, the vote, each on a line."""
        council = node.organ is Organ.HRC
        lines = node.closing.fields
        for line in lines:
            match line.name:
                case "meeting":
                    yield from self._meeting(line, node, council)
                case "date":
                    yield from self._date(line, node)
                case "vote" if council:
                    yield from self._vote(line, node)
        if is_adopted(node):
            yield from self._missing(node, council)

    def _meeting(
        self, line: Field, node: Resolution, council: bool
    ) -> Iterator[Diagnostic]:
        words = node.source[line.content].strip()
        form = COUNCIL if council else PLENARY
        if form.fullmatch(words):
            return
        figures, day = FIGURES.search(words), day_of(line)
        number = figures[0] if figures else "N"
        right = f"{number}{suffix(int(number))}" if figures else "Nth"
        right += " meeting" if council else " plenary meeting"
        message = f"line of the meeting should be “{right}”"
        if day is not None and day.value is not None:
            message += f", with the date, “{_words(day.value)}”, on the next line"
            yield self.at(line.content, message)
        else:
            fix = Fix.replace(line.content, right, Safety.UNSAFE) if figures else None
            yield self.at(line.content, message, fix)

    def _date(self, line: Passage, node: Resolution) -> Iterator[Diagnostic]:
        words, day = node.source[line.content].strip(), day_of(line)
        if day is None or day.value is None or DATE.fullmatch(words):
            return
        right = _words(day.value)
        message = f"date of the closing should be written “{right}”, not “{words}”"
        yield self.at(
            line.content, message, Fix.replace(line.content, right, Safety.UNSAFE)
        )

    def _vote(self, line: Field, node: Resolution) -> Iterator[Diagnostic]:
        if not VOTE.match(node.source[line.content].lstrip()):
            message = (
                "vote should be told in square brackets: “[Adopted without a vote.]” "
                "or “[Adopted by a recorded vote of …]”"
            )
            yield self.at(line.content, message)

    def _missing(self, node: Resolution, council: bool) -> Iterator[Diagnostic]:
        """Speak of a whole text that has only some of the lines, or none."""
        names = {line.name for line in node.closing.fields}
        meetings = [line for line in node.closing.fields if line.name == "meeting"]
        dated = "date" in names or any(day_of(line) for line in meetings)
        adopted = node.masthead.value("adoption")
        first, last = WITHOUT_MEETINGS
        written = adopted and first <= date.fromisoformat(adopted) <= last
        lacks = []
        if not meetings and not written:
            lacks.append("the meeting")
        if not dated:
            lacks.append("the date")
        # A vote that is told in a form of its own is the business of HRC003.
        told = council and any(told_otherwise(node))
        if council and "vote" not in names and not written and not told:
            lacks.append("the vote in square brackets")
        if lacks:
            *most, end = lacks
            what = f"{', '.join(most)} and {end}" if most else end
            span = _end(node)
            yield self.at(span, f"{what} should stand below the last paragraph")


def _end(node: Resolution) -> Span:
    """Return the last line of the closing, or of the last paragraph the last mark."""
    if node.closing.fields:
        return node.closing.fields[-1].content
    return node.operative[-1].ending


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
