"""The order of resolutions in a list."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from resolint import (
    UNITED_NATIONS,
    Citation,
    Diagnostic,
    Edit,
    Fix,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint_rules.references.rows import Row, order, rows
from resolint_rules.references.words import quoted, text_of

_PLAIN = regex(r"(?:, and |, | and |; )")
_REVERSED = 3
"""So many, most of them older than the one before, are put so on purpose."""


class ListOrder(Rule[Passage]):
    """A list of resolutions that does not go from the oldest to the latest."""

    code = "REF018"
    name = "list-order"
    severity = Severity.INFO
    profiles = UNITED_NATIONS
    cites = (Citation,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the resolutions of an organ in the order of their adoption."""
        if len(node.citations) < 2:
            return
        text = text_of(node, within)
        for row in rows(node, within) if text else ():
            for organ, group in groupby(row.members, key=lambda each: each.organ):
                members = list(group)
                places = [order(each) for each in members]
                known = [place for place in places if place]
                if len(known) < len(members) or known == sorted(known):
                    continue
                if _is_reversed(known):
                    continue
                at = row.span.start - node.content.start
                if organ and not quoted(text, at, node, within):
                    yield from self._judged(node, within, row, members)

    def _judged(
        self, node: Passage, within: Resolution, row: Row, members: list[Citation]
    ) -> Iterator[Diagnostic]:
        for first, second in pairwise(members):
            if not _before(second, first):
                continue
            yield self.at(
                second.span,
                f"{node.locator} should have {_kind(second)} {second.number} before "
                f"{first.number}: the oldest comes first",
                _sorted(within, members),
            )
            return


def _before(second: Citation, first: Citation) -> bool:
    """Whether the second was adopted first, by its number and by its date."""
    one, two = order(first), order(second)
    if one is None or two is None or two >= one:
        return False
    days = [each.day.value for each in (first, second) if each.day]
    if len(days) == 2 and days[0] and days[1]:
        return days[1] < days[0]
    return True


def _kind(cited: Citation) -> str:
    return cited.kind


def _is_reversed(places: list[tuple[int, int]]) -> bool:
    falls = sum(second < first for first, second in pairwise(places))
    return len(places) >= _REVERSED and falls > len(places) / 2


def _sorted(within: Resolution, members: list[Citation]) -> Fix | None:
    """Return what puts the numbers, with their dates, in order."""
    spans = [Span(each.span.start, (each.text or each.span).end) for each in members]
    for first, second in pairwise(spans):
        between = within.source.text[first.end : second.start]
        if not _PLAIN.fullmatch(between):
            return None
    # The notes that are called in between would have to move too.
    if within.source.calls_in(Span(spans[0].start, spans[-1].end)):
        return None
    words = [within.source[span] for span in spans]
    if any("\n" in each for each in words):
        return None
    right = sorted(range(len(members)), key=lambda at: order(members[at]) or (0, 0))
    edits = tuple(
        Edit(span, words[at])
        for span, at in zip(spans, right, strict=True)
        if words[at] != within.source[span]
    )
    return Fix("Put the numbers in order", edits, Safety.UNSAFE) if edits else None
