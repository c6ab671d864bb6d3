"""How operative paragraphs end."""

from collections.abc import Iterator
from dataclasses import dataclass

from resolint import (
    Block,
    Diagnostic,
    Fix,
    Operative,
    Organ,
    Resolution,
    Rule,
    Safety,
    Severity,
    Style,
)
from resolint_rules.endings import MARKS, Ending, below, ending


@dataclass(frozen=True, kw_only=True)
class OperativeEnding(Rule[Resolution]):
    """A paragraph that ends with the wrong mark."""

    code = "OPN005"
    name = "operative-ending"

    open_end: bool = False
    """Whether the last may end with a semicolon, as some Model UN conferences like."""

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a semicolon after each paragraph, and a full stop after the last."""
        last = len(node.operative)
        for index, paragraph in enumerate(node.operative, 1):
            # The marks inside and after a list are the business of SUB003.
            if paragraph.items or paragraph.continuation:
                continue
            mark = "." if index == last else ";"
            end = ending(node.source, paragraph)
            if not end.words or mark in (end.mark, end.inside):
                continue
            until = None if index == last else node.operative[index].span.start
            under = below(node, paragraph, until)
            if not (under and under.style is Style.TABLE):
                yield from self._judged(node, paragraph, end, mark, under)

    def _judged(
        self,
        node: Resolution,
        paragraph: Operative,
        end: Ending,
        mark: str,
        under: Block | None,
    ) -> Iterator[Diagnostic]:
        """Yield a finding on a paragraph that ends with another mark."""
        # “Decides that:” may stand, without a number, above numbered paragraphs.
        brings = under is not None or (paragraph.number is None and mark == ";")
        # Without the enacting line the text may be an extract.
        if node.enacting is None and end.mark == ";":
            return
        if end.mark == "?" or (end.mark == ":" and brings):
            return
        if self.open_end and mark == "." and end.mark == ";":
            return
        message = f"{paragraph.locator} should end with {MARKS[mark]}"
        if joined := end.conjunction:
            words = node.source[joined].strip()
            fix = Fix.replace(joined, mark, Safety.UNSAFE)
            # The Council ends one paragraph in a hundred so.
            severity = Severity.INFO if node.organ is Organ.SC else None
            yield self.at(joined, f"{message}, not “{words}”", fix, severity=severity)
            return
        # What an extract is that does not open as a paragraph may turn on its mark.
        sure = paragraph.opening is not None or node.enacting is not None
        made = end.fix(mark, Safety.SAFE if sure else Safety.UNSAFE)
        yield self.at(end.span, f"{message}{end.found}", made)
