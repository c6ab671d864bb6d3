"""The numbers of footnotes."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from resolint import EDITED, Call, Diagnostic, Resolution, Rule, Shows, Span
from resolint_rules.footnotes.labels import is_letter, is_sign, number

WIDEST = 100
"""The widest gap: a number further on is none that a note has."""


class FootnoteSequence(Rule[Resolution]):
    """A footnote that is not numbered one more than the footnote before it."""

    code = "FNT001"
    name = "footnote-sequence"
    profiles = EDITED
    needs = frozenset({Shows.NOTES})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want 1, 2, 3 … in the order in which the notes are called."""
        if not node.whole:
            return
        calls = _first_calls(node)
        yield from self._letters(calls)
        yield from self._calls(node, calls)
        yield from self._notes(node, calls)

    def _letters(self, calls: Sequence[Call]) -> Iterator[Diagnostic]:
        """Yield a finding for the first note that has a letter."""
        for call in calls:
            if is_letter(call.label):
                message = f"note {call.label} should be numbered with a figure"
                yield self.at(Span(call.at, call.at), message)
                return

    def _calls(self, node: Resolution, calls: Sequence[Call]) -> Iterator[Diagnostic]:
        """Yield a finding where the text first calls a note out of turn."""
        labels = {note.label for note in node.notes}
        labels.update(call.label for call in node.source.calls)
        rising = _rising([number(call.label) for call in calls])
        last = strays = 0
        for index, call in enumerate(calls):
            this = number(call.label)
            if this is None:
                strays += 1
                continue
            message = ""
            if index in rising:
                missing = _missing(node, last, this, labels)
                if missing > strays:
                    message = f"note {this} should be note {this - missing + strays}"
                last, strays = this, 0
            elif str(right := last + strays + 1) not in labels:
                message = f"note {this} should be note {right}"
            elif this < last:
                message = f"note {this} is called after note {last}"
            else:
                message = f"note {this} is called before note {right}"
            strays += index not in rising
            if message:
                yield self.at(Span(call.at, call.at), message)

    def _notes(self, node: Resolution, calls: Sequence[Call]) -> Iterator[Diagnostic]:
        """Yield a finding for each note that stands out of turn below the text."""
        turn = {call.label: index for index, call in enumerate(calls)}
        seen: set[str] = set()
        last = None
        for note in node.notes:
            at = Span(note.span.start, note.span.start)
            if note.label in seen:
                yield self.at(at, f"there is a note {note.label} before this one")
            elif note.label in turn:
                if last is not None and turn[note.label] < turn[last]:
                    yield self.at(at, f"note {note.label} stands after note {last}")
                else:
                    last = note.label
            seen.add(note.label)


def _first_calls(node: Resolution) -> list[Call]:
    """Return where each note is called first; FNT002 speaks of what is no note."""
    labels = {note.label for note in node.notes}
    first: dict[str, Call] = {}
    for call in node.source.calls:
        if call.label in labels and not is_sign(call.label):
            first.setdefault(call.label, call)
    return list(first.values())


def _missing(node: Resolution, last: int, this: int, labels: set[str]) -> int:
    """Return how many numbers are left out that no note and no call has."""
    # The UN's own XML leaves notes out, together with where they are called.
    if node.source.format == "akn" or this - last > WIDEST:
        return 0
    return sum(str(between) not in labels for between in range(last + 1, this))


def _rising(numbers: Sequence[int | None]) -> set[int]:
    """Return the places of a longest row of rising numbers."""
    tails: list[int] = []
    places: list[int] = []
    before: dict[int, int | None] = {}
    for index, this in enumerate(numbers):
        if this is None:
            continue
        at = bisect_left(tails, this)
        before[index] = places[at - 1] if at else None
        tails[at : at + 1] = [this]
        places[at : at + 1] = [index]
    row: set[int] = set()
    place = places[-1] if places else None
    while place is not None:
        row.add(place)
        place = before[place]
    return row
