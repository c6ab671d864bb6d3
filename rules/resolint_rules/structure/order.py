"""The order of the elements."""

from bisect import bisect_left
from collections.abc import Iterator

from resolint import (
    Annex,
    Diagnostic,
    Operative,
    Paragraph,
    Preambular,
    Resolution,
    Rule,
    Span,
)


class ElementOrder(Rule[Resolution]):
    """An element that stands in the wrong place."""

    code = "STR001"
    name = "element-order"

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the preamble, the operative part, the closing and annexes in order."""
        for late, early in _misplaced(node):
            # Where more is below than above, what is above was misplaced.
            above = len(late) > len(early)
            first: Paragraph = early[0] if above else late[0]
            where = "after the preamble" if above else "before the operative part"
            message = f"{first.locator} should come {where}"
            opening = first.opening
            yield self.at(opening.span if opening else first.content, message)
        annex = _early_annex(node)
        if annex is not None:
            message = "the annex should come after the date of adoption"
            yield self.at(annex.heading.content, message)


def _misplaced(
    node: Resolution,
) -> Iterator[tuple[list[Preambular], list[Operative]]]:
    """Yield paragraphs of the preamble with the operative ones above them.

    A section of a long resolution has a heading, and may have a preamble of its own.
    """
    starts = [paragraph.span.start for paragraph in node.operative]
    heads = sorted(heading.span.start for heading in node.headings)
    found: dict[int, list[Preambular]] = {}
    for paragraph in node.preamble:
        count = bisect_left(starts, paragraph.span.start)
        if not count or paragraph.opening is None:
            continue
        between = Span(starts[count - 1], paragraph.span.start)
        at = bisect_left(heads, between.start)
        if at == len(heads) or heads[at] > between.end:
            found.setdefault(count, []).append(paragraph)
    begun = 0
    for count, late in found.items():
        section = node.operative[count - 1].section
        if not any(
            node.operative[i].section == section and node.operative[i].heading
            for i in range(begun, count)
        ):
            yield late, list(node.operative[begun:count])
        begun = count


def _early_annex(node: Resolution) -> Annex | None:
    """Return an annex above the line of the meeting, or None."""
    meetings = [line for line in node.closing.fields if line.name == "meeting"]
    if not meetings or not node.annexes or node.parts:
        return None
    first = node.annexes[0]
    below = all(line.span.start > first.span.start for line in meetings)
    return first if below else None
