"""The forms of the markers of subparagraphs, by their degree."""

from collections.abc import Iterator
from itertools import groupby

from resolint import (
    EDITED,
    Diagnostic,
    Edit,
    Fix,
    Has,
    Paragraph,
    Resolution,
    Rule,
    Safety,
    Severity,
)
from resolint_rules.named import item_named
from resolint_rules.schemes import labelled
from resolint_rules.subparagraphs.lists import (
    BULLETS,
    Series,
    series,
    well_formed,
)


class Degrees(Rule[Paragraph]):
    """Subparagraphs that are marked otherwise than their degree asks."""

    code = "SUB001"
    name = "subparagraph-degrees"
    severity = Severity.WARNING
    profiles = EDITED
    when = frozenset({Has.BELOW})

    def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
        """Want (a), then (i), then a., then i., as the list goes down."""
        found = series(node, within)
        # The labels of a working draft are the business of STR016.
        if found is None or any(labelled(within.source, it) for it in found.items):
            return
        places = list(enumerate(found.items, found.first))
        for misshapen, run in groupby(
            places, key=lambda place: None if well_formed(place[1]) else place[1].level
        ):
            if misshapen is not None:
                wrong = list(run)
                _, first = wrong[0]
                due = [found.marker(place) for place, _ in wrong]
                edits = tuple(
                    Edit(item.marker.span, marker)
                    for (_, item), marker in zip(wrong, due, strict=True)
                )
                fix = Fix(
                    f"Write “{due[0]}”" if len(due) == 1 else "Mark the items anew",
                    edits,
                    self._safety(found, within),
                )
                if len(wrong) == 1:
                    message = (
                        f"{first.locator} should be marked “{due[0]}”, "
                        f"not “{first.marker.text}”"
                    )
                else:
                    message = (
                        f"the items of {node.locator} should be marked “{due[0]}”, "
                        f"“{due[1]}” and so on, not “{first.marker.text}”"
                    )
                yield self.at(first.marker.span, message, fix)

    def _safety(self, found: Series, within: Resolution) -> Safety:
        """Return how far the markers may be changed: what they count must stay."""
        kept = [found.count(item) for item in found.items]
        counts = kept == list(range(found.first, found.first + len(kept)))
        # In Markdown a bullet is what makes the lines of a list lines of their own.
        bullet = any(item.marker.text in BULLETS for item in found.items)
        kind = "letter" if found.level % 2 else "roman"
        one = len({item.marker.form for item in found.items}) == 1
        if not counts or bullet or not one or found.kind != kind:
            return Safety.UNSAFE
        return Safety.UNSAFE if item_named(within.source) else Safety.SAFE
