"""Lists of the resolutions of several organs."""

from collections.abc import Iterator
from itertools import pairwise

from resolint import Citation, Diagnostic, Organ, Passage, Resolution, Rule, Severity
from resolint.adoption import number, possible
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.references.rows import Row, rows
from resolint_rules.references.words import quoted, text_of

_JOINED = regex(
    r",? (?:and |or |as well as )?(?:the |relevant |its |in |of )*"
    rf"(?:{'|'.join(Organ)}) ?"
)
_RANKS = {organ: rank for rank, organ in enumerate(Organ)}
_SURE = 100


class OrganOrder(Rule[Passage]):
    """A list in which the organs are not in order, or one is not named."""

    code = "REF019"
    name = "organ-order"
    severity = Severity.INFO
    cites = (Citation,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the own organ first, or the order of the Charter, and each named."""
        if len(node.citations) < 2:
            return
        text = text_of(node, within)
        lists = [
            row
            for row in (rows(node, within) if text else ())
            if not quoted(text, row.word.start - node.content.start, node, within)
        ]
        for row in lists:
            yield from self._unnamed(node, row)
        for first, second in pairwise(lists):
            yield from self._turned(node, within, first, second)

    def _unnamed(self, node: Passage, row: Row) -> Iterator[Diagnostic]:
        """Want the name before a number that cannot be of the organ that is named."""
        organ = row.members[0].organ
        for cited in row.members[1:]:
            other = _adopter(cited)
            if organ and other and other is not organ and row.members[0].body:
                yield self.at(
                    cited.span,
                    f"{node.locator} should name the {other} before {cited.kind} "
                    f"{cited.number}: the list is of the {organ}",
                )
                return

    def _turned(
        self, node: Passage, within: Resolution, first: Row, second: Row
    ) -> Iterator[Diagnostic]:
        """Want the second list of two first, if that is its place."""
        one, two = first.members[-1].organ, second.members[0].organ
        if one is None or two is None or one is two or not second.members[0].body:
            return
        between = within.source.text[first.span.end : second.word.start]
        if not _JOINED.fullmatch(folded(between)):
            return
        if one is within.organ or _RANKS[one] < _RANKS[two] or _older(first, second):
            return
        yield self.at(
            second.word,
            f"{node.locator} should have the {second.members[0].kind}s of the {two} "
            f"before those of the {one}",
        )


def _older(first: Row, second: Row) -> bool:
    """Whether all of a list were adopted before the next: that is an order too."""
    days = [[each.day for each in row.members] for row in (first, second)]
    one, two = ([day.value for day in row if day and day.value] for row in days)
    return bool(one and two) and max(one) <= min(two)


def _adopter(cited: Citation) -> Organ | None:
    """Return whose a number is by its shape alone."""
    found = number(" ".join(folded(cited.number).split()))
    if cited.kind != "resolution":
        return None
    if found.shape == "council" and found.number >= _SURE:
        return Organ.SC
    sure = found.shape == "session" and found.number >= _SURE
    return Organ.GA if sure and possible(Organ.GA, found) else None
