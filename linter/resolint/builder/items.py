"""How a row of marked lines nests: (a), then (i), then a., then i."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from resolint.document import Marker

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def roman(value: str) -> int | None:
    """Return what a roman numeral in small or capital letters counts, or None."""
    total = 0
    last = 0
    for char in reversed(value.lower()):
        figure = _ROMAN.get(char)
        if figure is None:
            return None
        total += figure if figure >= last else -figure
        last = max(last, figure)
    return total if numeral(total) == value.lower() else None


def numeral(number: int) -> str:
    """Return the roman numeral of a number below 400, in small letters."""
    parts = []
    pairs = zip(
        (100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
        strict=True,
    )
    for worth, letters in pairs:
        parts.append(letters * (number // worth))
        number %= worth
    return "".join(parts)


def letters(value: str) -> int | None:
    """Return which letter it is: a is 1, z 26, aa 27, bb 28; None for ``ab``."""
    if not value.isalpha() or len(set(value)) > 1:
        return None
    return ord(value[0].lower()) - 96 + 26 * (len(value) - 1)


def ordinals(marker: Marker) -> Iterator[tuple[str, int]]:
    """Yield the ways to read a marker: its kind, and which one it is."""
    if marker.value.isdigit():
        yield "figure", int(marker.value)
        return
    if (number := letters(marker.value)) is not None:
        yield "letter", number
    if (number := roman(marker.value)) is not None:
        yield "roman", number


def strays(markers: Sequence[Marker]) -> frozenset[int]:
    """Return where markers in another form stand for letters that are missing.

    The bullets of (a), •, •, (d) do, those of (a), •, •, (b) do not. Nor do 1. and 2.
    of (a), 1., 2., (d): they are a list of their own, which starts where lists start.
    """
    found: set[int] = set()
    at = 1
    while at < len(markers):
        before, form = markers[at - 1], markers[at].form
        end = at
        while end < len(markers) and markers[end].form == form:
            end += 1
        if end < len(markers) and form != before.form == markers[end].form:
            due = {(kind, number + end - at + 1) for kind, number in ordinals(before)}
            if due & set(ordinals(markers[end])) and not _starts(before, markers[at]):
                found.update(range(at, end))
        at = end
    return frozenset(found)


def _starts(before: Marker, marker: Marker) -> bool:
    """Say whether a marker is the first of a list, and not what comes after another.

    Roman i is a first one, but after (h) it is a letter.
    """
    found = set(ordinals(marker))
    after = {(kind, number + 1) for kind, number in ordinals(before)}
    return not found & after and any(number == 1 for _, number in found)


@dataclass
class Level:
    """One level of a list: how it is marked, and what came last."""

    form: str
    kind: str
    last: int


@dataclass
class Nesting:
    """Finds the level of each marker of a list from those before it."""

    levels: list[Level] = field(default_factory=list)

    def place(self, marker: Marker, *, stray: bool = False) -> int:
        """Return the level of the next marker, from 1.

        A stray one stands, in another form, where the list goes on around it.
        """
        if stray and self.levels:
            level = self.levels[-1]
            return self._at(
                len(self.levels), Level(level.form, level.kind, level.last + 1)
            )
        readings = list(ordinals(marker))
        for depth in range(len(self.levels), 0, -1):
            level = self.levels[depth - 1]
            if (marker.form, level.kind, level.last + 1) in {
                (level.form, kind, number) for kind, number in readings
            }:
                return self._at(depth, Level(level.form, level.kind, level.last + 1))
        if goes_on := self._other_form(readings):
            depth, kind, number = goes_on
            return self._at(depth, Level(marker.form, kind, number))
        starts = [(kind, number) for kind, number in readings if number == 1]
        same = self._same_form(marker, readings)
        if starts and (same is None or starts[-1][0] != self.levels[same - 1].kind):
            return self._at(len(self.levels) + 1, Level(marker.form, *starts[-1]))
        if same is not None:
            return self._at(same, self._continued(self.levels[same - 1], readings))
        kind, number = readings[0] if readings else ("mark", 1)
        return self._at(len(self.levels) + 1, Level(marker.form, kind, number))

    def _other_form(
        self, readings: list[tuple[str, int]]
    ) -> tuple[int, str, int] | None:
        """Return the deepest level that a marker in another form goes on: (a), b)."""
        if any(number == 1 for _, number in readings):
            return None
        for depth in range(len(self.levels), 0, -1):
            level = self.levels[depth - 1]
            kind = "letter" if level.kind == "mark" else level.kind
            if (kind, level.last + 1) in readings:
                return depth, kind, level.last + 1
        return None

    def _same_form(self, marker: Marker, readings: list[tuple[str, int]]) -> int | None:
        """Return the deepest level that such a marker could go on, with a gap."""
        kinds = {kind for kind, _ in readings} or {"mark"}
        for depth in range(len(self.levels), 0, -1):
            level = self.levels[depth - 1]
            if level.form == marker.form and level.kind in kinds:
                return depth
        for depth in range(len(self.levels), 0, -1):
            if self.levels[depth - 1].form == marker.form:
                return depth
        return None

    def _continued(self, level: Level, readings: list[tuple[str, int]]) -> Level:
        for kind, number in readings:
            if kind == level.kind:
                return Level(level.form, kind, number)
        return Level(level.form, level.kind, level.last + 1)

    def _at(self, depth: int, level: Level) -> int:
        self.levels[depth - 1 :] = [level]
        return depth
