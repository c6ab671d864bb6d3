"""The order of the letters of subparagraphs."""

from bisect import bisect_right
from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Edit,
    Fix,
    Has,
    Item,
    Paragraph,
    Resolution,
    Rule,
    Safety,
)
from resolint_rules.named import item_named
from resolint_rules.subparagraphs.lists import Series, counted, series, value_of


class LetterSequence(Rule[Paragraph]):
    """Letters of subparagraphs with a gap or a repeat."""

    code = "SUB009"
    name = "letter-sequence"
    when = frozenset({Has.BELOW})

    def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
        """Want each letter one further than the letter before it."""
        found = series(node, within)
        # Of a list of one SUB007 speaks, of mixed markers SUB001.
        if found is None or len(found.items) < 2 or not found.proper:
            return
        counts = [found.count(item) for item in found.items]
        if None in counts:
            return
        starts = _starts(node, found.items)
        wrong = list(_wrong([count or 0 for count in counts], found.first, starts))
        if not wrong:
            return
        fix = self._fix(found, starts, within)
        for at, due in wrong:
            item = found.items[at]
            right = item.marker.text.replace(
                item.marker.value, counted(found.kind, due), 1
            )
            yield self.at(
                item.marker.span, f"{item.locator} should be marked “{right}”", fix
            )

    def _fix(self, found: Series, starts: frozenset[int], within: Resolution) -> Fix:
        """Return what letters the whole list anew."""
        edits = []
        place = found.first - 1
        for at, item in enumerate(found.items):
            place = 1 if at in starts and found.count(item) == 1 else place + 1
            if found.count(item) != place:
                edits.append(Edit(value_of(item), counted(found.kind, place)))
        safety = Safety.UNSAFE if item_named(within.source) else Safety.SAFE
        return Fix("Letter the items anew", tuple(edits), safety)


def _starts(node: Paragraph, items: tuple[Item, ...]) -> frozenset[int]:
    """Return where a list may begin anew: behind a line at the paragraph's level."""
    found = set()
    lines = [line.span.start for line in node.continuation]
    for at in range(1, len(items)):
        above, this = items[at - 1].span.start, items[at].span.start
        below = bisect_right(lines, above)
        if below < len(lines) and lines[below] < this:
            found.add(at)
    return frozenset(found)


def _wrong(
    counts: list[int], first: int, starts: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield which counts do not follow, and what each should be."""
    last = first - 1
    for at, count in enumerate(counts):
        due = last + 1
        if count == due or (at in starts and count == 1):
            last = count
            continue
        yield at, due
        # A single misprint does not make those behind it wrong.
        after = counts[at + 1 : at + 3]
        alone = any(after[i] == due + i + 1 for i in range(len(after)))
        last = due if alone else count
