"""The date of issue."""

from collections.abc import Iterator
from datetime import date

from resolint import UNITED_NATIONS, Diagnostic, Resolution, Rule, Span, Stage
from resolint_rules.structure.parts import day_of


class IssueDate(Rule[Resolution]):
    """A text that was issued before it was adopted."""

    code = "STR006"
    name = "issue-date"
    profiles = UNITED_NATIONS
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the date of issue on or after the day of adoption."""
        issued = node.masthead.field("issued")
        adoption = node.masthead.field("adoption")
        if not (node.whole and issued and adoption):
            return
        if not (issued.value and adoption.value):
            return
        if date.fromisoformat(issued.value) < date.fromisoformat(adoption.value):
            day, adopted = day_of(issued), day_of(adoption)
            span = day.span if day else issued.content
            when = node.source[adopted.span if adopted else Span(0, 0)]
            message = (
                f"date of issue {node.source[span]} should not be before the date of "
                f"adoption {when}"
            )
            yield self.at(span, message)
