"""Which numbers in the body call a note: the best that go up as the notes do."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from resolint.readers.plain.candidates import Candidate, candidates
from resolint.readers.plain.evidence import Evidence
from resolint.readers.plain.paragraphs import Indicator, Paragraph


class _Place(NamedTuple):
    paragraph: int
    rank: int
    candidate: Candidate


_FIRST = 8
"""What weighs more in the first of several places that are good."""

Near = Callable[[str, int], int]
"""How well a place of the file suits a note, in per cent; pages know it."""


def found(
    body: Sequence[Paragraph],
    notes: Sequence[Paragraph],
    *,
    spaced: bool = False,
    bracketed: bool = False,
    near: Near | None = None,
) -> tuple[Indicator, ...]:
    """Return where the body calls the notes, each once, in the order of the notes.

    A place where a number can be nothing but a note's outweighs others; a note
    without any place has no indicator.
    """
    ranks: dict[str, int] = {}
    for note in notes:
        if note.label.isdecimal():
            ranks.setdefault(note.label, len(ranks))
    if not ranks:
        return ()
    labels = frozenset(ranks)
    places = []
    seen: set[str] = set()
    for index, paragraph in enumerate(body):
        for candidate in candidates(
            paragraph.text, labels, spaced=spaced, bracketed=bracketed
        ):
            if near:
                share = near(candidate.label, paragraph.origin(candidate.end - 1))
                weight = candidate.evidence * share // 100
                candidate = candidate._replace(evidence=weight)
            if candidate.evidence >= Evidence.LIKELY and candidate.label not in seen:
                # Called again further on, a note is still the one called here.
                seen.add(candidate.label)
                weight = candidate.evidence + _FIRST
                candidate = candidate._replace(evidence=weight)
            if candidate.evidence:
                places.append(_Place(index, ranks[candidate.label], candidate))
    chosen = _sure(_heaviest(places, len(ranks)), places)
    return tuple(
        Indicator(
            at.paragraph, at.candidate.start, at.candidate.end, at.candidate.label
        )
        for at in chosen
    )


def _heaviest(places: list[_Place], count: int) -> list[_Place]:
    """Return the heaviest places whose notes go strictly up.

    A Fenwick tree holds the best end of a row for each note, so that the cost grows
    as the number of places, not as its square.
    """
    # The weight of a row, and the place it ends with: of equals, the first.
    best = [(0, 1)] * (count + 1)
    before: list[int] = []

    def ending(rank: int) -> tuple[int, int]:
        heaviest = (0, 1)
        while rank:
            heaviest = max(heaviest, best[rank])
            rank &= rank - 1
        return heaviest

    def enter(rank: int, row: tuple[int, int]) -> None:
        while rank <= count:
            best[rank] = max(best[rank], row)
            rank += rank & -rank

    # Numbers cut out of the same digits are rivals: all are weighed, then entered.
    for _, rivals in groupby(
        enumerate(places), key=lambda pair: (pair[1].paragraph, pair[1].candidate.end)
    ):
        rows = []
        for index, place in rivals:
            weight, last = ending(place.rank)
            before.append(last)
            rows.append((place.rank + 1, (weight + place.candidate.evidence, -index)))
        for rank, row in rows:
            enter(rank, row)
    chosen = []
    _, at = ending(count)
    while at <= 0:
        chosen.append(places[-at])
        at = before[-at]
    return chosen[::-1]


def _sure(chosen: list[_Place], places: list[_Place]) -> list[_Place]:
    """Leave out weak places that have an equal between their neighbours."""
    if all(place.candidate.evidence > Evidence.WEAK for place in chosen):
        return chosen
    order = {id(place): index for index, place in enumerate(places)}
    rank: dict[int, list[int]] = {}
    for index, place in enumerate(places):
        rank.setdefault(place.rank, []).append(index)
    kept = []
    for index, place in enumerate(chosen):
        if place.candidate.evidence <= Evidence.WEAK:
            low = order[id(chosen[index - 1])] if index else -1
            last = index + 1 == len(chosen)
            high = len(places) if last else order[id(chosen[index + 1])]
            same = rank[place.rank]
            rivals = same[bisect_right(same, low) : bisect_left(same, high)]
            weight = place.candidate.evidence
            if sum(places[rival].candidate.evidence >= weight for rival in rivals) > 1:
                continue
        kept.append(place)
    return kept


def starred(body: Sequence[Paragraph], notes: Iterable[Paragraph]) -> list[Indicator]:
    """Return where the body calls the notes whose indicators are asterisks."""
    calls = []
    labels = {note.label for note in notes if note.label.strip("*") == ""} - {""}
    for index, paragraph in enumerate(body):
        at = paragraph.text.find("*", 1) if labels else -1
        while at >= 0:
            end = at
            while paragraph.text[end : end + 1] == "*":
                end += 1
            label = paragraph.text[at:end]
            if label in labels and not paragraph.text[at - 1].isspace():
                labels.discard(label)
                calls.append(Indicator(index, at, end, label))
            at = paragraph.text.find("*", end)
    return calls
