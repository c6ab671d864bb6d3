"""How a subparagraph that has a list ends."""

from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    Diagnostic,
    Has,
    Operative,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint_rules.endings import MARKS, ending
from resolint_rules.subparagraphs.lists import all_items, series


class NestedIntroduction(Rule[Operative]):
    """A subparagraph with a list that does not end with a colon."""

    code = "SUB005"
    name = "nested-introduction"
    severity = Severity.WARNING
    severities = MappingProxyType({Profile.SC: Severity.INFO})
    when = frozenset({Has.BELOW})

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want a colon where a subparagraph goes on in a list."""
        source = within.source
        items = list(all_items(node))
        marked: dict[int, bool] = {}
        for item in items:
            is_marked = ending(source, item).mark in MARKS
            marked[item.level] = marked.get(item.level, False) or is_marked
        for item in items:
            below = series(item, within)
            if below is None or below.first > 1:
                continue
            end = ending(source, item)
            # Subparagraphs without any marks are titles.
            title = end.mark not in MARKS and not marked[item.level]
            opening = item.opening.span.end if item.opening else item.content.start
            if title or ":" in (end.mark, end.inside) or end.end <= opening:
                continue
            yield self.at(
                end.span if len(end.span) else Span(end.end, end.end),
                f"{item.locator} should end with a colon before its list{end.found}",
                end.fix(":", Safety.UNSAFE),
            )
