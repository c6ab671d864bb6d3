"""References to paragraphs above and below."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from resolint import (
    Diagnostic,
    Operative,
    Other,
    Paragraph,
    ParagraphReference,
    Passage,
    Resolution,
    Rule,
    Severity,
)
from resolint.mentions import numbered
from resolint_rules.references.words import quoted, text_of


class _Place(NamedTuple):
    """Which operative paragraph a passage is in, from 0; -1 for the preamble."""

    at: int
    whole: bool
    """Whether it is the paragraph itself, and the paragraph has no subparagraphs."""


class AboveBelow(Rule[Resolution]):
    """A paragraph “above” that is not above, or one “below” that is not below."""

    code = "REF023"
    name = "above-below"
    needles = ("above", "below")

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want each paragraph where the words say that it is."""
        known = _numbered(node)
        if not known:
            return
        for passage, place in _passages(node):
            for reference in passage.inline:
                match reference:
                    case ParagraphReference(place="above" | "below"):
                        yield from self._judged(passage, place, reference, known, node)

    def _judged(
        self,
        passage: Passage,
        place: _Place,
        reference: ParagraphReference,
        known: Mapping[int, list[int]],
        node: Resolution,
    ) -> Iterator[Diagnostic]:
        if not all(map(str.isdecimal, reference.numbers)):
            return
        at = reference.span.start - passage.content.start
        if quoted(text_of(passage, node), at, passage, node):
            return
        numbers = [int(each) for each in reference.numbers]
        last = max(known)
        where = reference.place
        for number in numbers:
            if number > last or number < min(known):
                yield self.at(
                    reference.span,
                    f"{passage.locator} should refer to one of the {last} paragraphs "
                    f"of the resolution, not to paragraph {number} {where}",
                )
                return
            # A number that is left out in the sequence is the matter of OPN003.
            found = known.get(number, [place.at])
            first, final = min(found), max(found)
            if place.at < first if where == "above" else place.at > final:
                yield self._turned(passage, reference, number)
                return
        if len(numbers) > 1:
            return
        found = known.get(numbers[0], [])
        if reference.items:
            yield from self._lettered(
                passage, reference, [node.operative[x] for x in found]
            )
        elif place.whole and found == [place.at]:
            yield self.at(
                reference.span,
                f"{passage.locator} should refer to another paragraph {where}, not to "
                "itself",
                severity=Severity.INFO,
            )

    def _lettered(
        self, passage: Passage, reference: ParagraphReference, found: list[Operative]
    ) -> Iterator[Diagnostic]:
        """Want the subparagraph in the paragraph, if it has any."""
        markers = {item.marker.text for each in found for item in each.items}
        marker = reference.items[0]
        if markers and marker not in markers:
            yield self.at(
                reference.span,
                f"{passage.locator} should refer to a subparagraph that paragraph "
                f"{reference.numbers[0]} has, not to {reference.numbers[0]} {marker}",
            )

    def _turned(
        self, passage: Passage, reference: ParagraphReference, number: int
    ) -> Diagnostic:
        """Say that a paragraph is on the other side."""
        where = reference.place
        other = "below" if where == "above" else "above"
        comes = "after" if where == "above" else "before"
        return self.at(
            reference.span,
            f"{passage.locator} should not refer to paragraph {number} as “{where}”: "
            f"it comes {comes} it, {other}",
        )


def _numbered(node: Resolution) -> dict[int, list[int]]:
    """Return where the paragraphs of each number are: sections may begin anew."""
    return {
        int(number): [paragraph.index - 1 for paragraph in found]
        for number, found in numbered(node).items()
    }


def _passages(node: Resolution) -> Iterator[tuple[Passage, _Place]]:
    """Yield the paragraphs with all that belongs to them, each with its place."""
    for opening in node.preamble:
        for passage in _below(opening):
            yield passage, _Place(-1, whole=False)
    for index, paragraph in enumerate(node.operative):
        whole = not (paragraph.items or paragraph.continuation)
        for passage in _below(paragraph):
            yield passage, _Place(index, whole=whole)


def _below(paragraph: Paragraph) -> Iterator[Passage]:
    yield paragraph
    for item in paragraph.items:
        yield from _below(item)
    for passage in paragraph.continuation:
        # The numbered lines of a declaration or a quotation count for themselves.
        if not (isinstance(passage, Other) and passage.marker):
            yield passage
