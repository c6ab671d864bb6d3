"""Numbers before operative clauses, and the mark behind their sub-clauses."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from resolint import Diagnostic, Operative, Paragraph, Profile, Resolution, Rule
from resolint_rules.endings import MARKS, ending
from resolint_rules.model_un.likeness import as_said
from resolint_rules.operative.number import OperativeNumber


@dataclass(frozen=True, kw_only=True)
class OperativeClauseForm(Rule[Resolution]):
    """An operative clause without a number, or whose list ends with another mark."""

    code = "MUN003"
    name = "operative-clause-form"
    profiles: ClassVar[tuple[Profile, ...]] = (Profile.MUN,)

    open_end: bool = False
    """Whether the last may end with a semicolon, as some conferences like."""

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the numbers that OPN002 wants, and a mark at the end of each list."""
        yield from as_said(self, OperativeNumber(), node, within)
        # Without the enacting line the text may be an extract.
        if node.enacting is None:
            return
        for paragraph in node.operative:
            yield from self._ended(node, paragraph)

    def _ended(self, node: Resolution, paragraph: Operative) -> Iterator[Diagnostic]:
        """Want the mark of a clause behind its last sub-clause.

        Of clauses without sub-clauses OPN005 speaks.
        """
        line: Paragraph = paragraph
        while line.items and not line.continuation:
            line = line.items[-1]
        # A list in figures is quoted, an agenda say.
        if line is paragraph or line.continuation:
            return
        if any(item.marker.value.isdigit() for item in paragraph.items):
            return
        last = paragraph is node.operative[-1]
        mark = "." if last else ";"
        end = ending(node.source, line)
        allowed = ".;" if last and self.open_end else mark
        if end.words and end.mark not in (*allowed, ":") and end.inside != mark:
            message = f"{line.locator} should end with {MARKS[mark]}{end.found}"
            closing = "the resolution" if last else f"paragraph {paragraph.number}"
            known = last or paragraph.number is not None
            ends = f", as it ends {closing}" if known else ""
            yield self.at(end.span, f"{message}{ends}", end.fix(mark))
