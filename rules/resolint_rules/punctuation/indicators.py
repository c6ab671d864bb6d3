"""Two footnote indicators at one place."""

from collections.abc import Iterator
from itertools import pairwise

from resolint import (
    EDITED,
    Diagnostic,
    Field,
    Fix,
    Passage,
    Resolution,
    Rule,
    Severity,
    Shows,
    Span,
)


class IndicatorsParted(Rule[Passage]):
    """Two indicators that follow each other without a comma."""

    code = "PUN014"
    name = "indicators-parted"
    severity = Severity.INFO
    profiles = EDITED
    needs = frozenset({Shows.NOTES})

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want a comma between them, and no space."""
        if isinstance(node, Field):
            return
        for first, second in pairwise(node.calls):
            between = Span(first.at, second.at)
            gap = within.source[between]
            if gap.strip() or len(gap) > 2 or first.label == second.label:
                continue
            message = (
                f"{node.locator} should have a comma between the indicators of notes "
                f"{first.label} and {second.label}"
            )
            # Where nothing stands between the two there is no place to write in.
            fix = Fix.replace(between, ",") if gap else None
            at = min(first.at, node.content.end - 1)
            span = between if gap else Span(max(node.content.start, at - 1), at)
            yield self.at(span, message, fix)
