"""Lists of one subparagraph."""

from collections.abc import Iterator

from resolint import Diagnostic, Has, Item, Paragraph, Resolution, Rule, Severity
from resolint_rules.endings import MARKS, ending
from resolint_rules.schemes import labelled
from resolint_rules.subparagraphs.lists import BULLETS, series


class LoneSubparagraph(Rule[Paragraph]):
    """A subparagraph that is the only one."""

    code = "SUB007"
    name = "lone-subparagraph"
    severity = Severity.WARNING
    when = frozenset({Has.BELOW})

    def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
        """Want two subparagraphs at least, or none."""
        found = series(node, within)
        if found is None or found.first > 1 or len(found.items) > 1:
            return
        (item,) = found.items
        # The label of a working draft is the business of STR016.
        if item.marker.text in BULLETS or labelled(within.source, item):
            return
        # Below a title the text is marked even where it is the only one.
        if isinstance(node, Item) and ending(within.source, node).mark not in MARKS:
            return
        yield self.at(
            item.marker.span,
            f"{item.locator} is the only subparagraph of {node.locator}; "
            "there should be two or none",
        )
