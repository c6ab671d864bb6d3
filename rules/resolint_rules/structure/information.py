"""Where a text of the General Assembly came from."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Field,
    Fix,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
    Stage,
)
from resolint.regex import regex
from resolint_rules.structure.parts import above, is_adopted

_GAP = "[ \u00a0\u202f]"
_SYMBOL = r"A/[^()]*(?:\([^()]*\)[^()]*)*"
REPORT = regex(
    rf"\[on{_GAP}the{_GAP}reports?{_GAP}of{_GAP}the{_GAP}[^()]*(?:\([^()]*Committee\))?"
    rf"{_GAP}?\({_SYMBOL}\)\]"
)
PLENARY = regex(
    rf"\[without{_GAP}reference{_GAP}to{_GAP}a{_GAP}Main{_GAP}Committee{_GAP}?"
    rf"\({_SYMBOL}\)\]"
)
FOURTH = regex(r"(?<!\()\bFourth[ \u00a0]Committee\b(?!\))")
SESSION = regex(r"\d+")
FIRST_JOINED = 48
"""The session from which the Fourth Committee has its long name."""


class InformationLine(Rule[Resolution]):
    """An information line that is missing, doubled or in another form."""

    code = "STR021"
    name = "information-line"
    severity = Severity.WARNING
    profiles = (Profile.GA,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want one line in brackets that names the report or the draft."""
        if not node.whole:
            return
        lines = [line for line in node.masthead.fields if line.name == "information"]
        if not lines:
            yield from self._missing(node)
        for line in lines[:1]:
            yield from self._form(line, node)
        for line in lines[1:]:
            message = "second information line: a resolution should have only one"
            yield self.at(line.content, message)

    def _missing(self, node: Resolution) -> Iterator[Diagnostic]:
        adoption = node.masthead.field("adoption")
        if adoption is None or not is_adopted(node):
            return
        other = next(
            (
                line
                for line in node.masthead.fields
                if line.name == "other" and node.source[line.content].startswith("[")
            ),
            None,
        )
        if other is not None:
            yield self.at(other.content, _wanted())
        # Where unknown lines are below it, the line may be one of them.
        elif (last := above(node)) is None or last.name != "other":
            message = (
                "an information line, “[on the report of the … Committee (A/…)]” or "
                "“[without reference to a Main Committee (A/…)]”, should stand below "
                "the adoption line"
            )
            yield self.at(adoption.content, message)

    def _form(self, line: Field, node: Resolution) -> Iterator[Diagnostic]:
        words = node.source[line.content].strip(" \t\u00a0\u200e\u200f*")
        session = SESSION.search(node.masthead.value("session"))
        if not REPORT.fullmatch(words) and not PLENARY.fullmatch(words):
            yield self.at(line.content, _wanted())
        elif (
            session
            and int(session[0]) >= FIRST_JOINED
            and node.masthead.value("session").isdigit()
            and (found := FOURTH.search(words))
        ):
            start = node.source.text.index(found[0], line.content.start)
            span = Span(start, start + len(found[0]))
            right = "Special Political and Decolonization Committee (Fourth Committee)"
            message = f"information line should name the {right}"
            yield self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))


def _wanted() -> str:
    return (
        "information line should be “[on the report of the … Committee (A/…, para. …)]”"
        " or “[without reference to a Main Committee (A/…/L.…)]”"
    )
