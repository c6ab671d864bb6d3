"""Text with which a paragraph goes on behind its list."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Operative,
    Other,
    Passage,
    Resolution,
    Rule,
    Severity,
    Style,
)
from resolint_rules.endings import MARKS, ending
from resolint_rules.subparagraphs.lists import all_items

FEWEST = 5
"""A line of fewer words is a heading, or a line of a table."""


class WrapUp(Rule[Resolution]):
    """A paragraph that goes on behind its list."""

    code = "SUB013"
    name = "text-after-list"
    severity = Severity.INFO

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the list to be the end of the paragraph."""
        styles = {block.span.start: block.style for block in node.source.blocks}
        for paragraph in node.operative:
            if not paragraph.items or not paragraph.continuation:
                continue
            last = max(all_items(paragraph), key=lambda item: item.span.start)
            end = ending(node.source, last)
            # Below a title in the list the text is that of the item.
            if end.mark not in MARKS and end.conjunction is None:
                continue
            for line in paragraph.continuation:
                if line.span.start > last.span.start:
                    plain = styles.get(line.span.start) is Style.BODY
                    if plain and _goes_on(node, paragraph, line):
                        message = (
                            f"{paragraph.locator} should not go on behind its list"
                        )
                        yield self.at(line.content, message)
                    break


def _goes_on(node: Resolution, paragraph: Operative, line: Passage) -> bool:
    """Whether a line is text of the paragraph, not quoted and no item."""
    text = node.source[line.content].strip()
    # An item that has lost its mark begins, and ends, as the others do.
    likely = [node.source[item.content].split()[:1] for item in paragraph.items]
    return (
        isinstance(line, Other)
        and line.marker is None
        and len(text.split()) >= FEWEST
        and text[:1] not in '“"[*'
        and text.split()[:1] not in likely
        and ending(node.source, line).mark in (";", ".", ",")
    )
