"""How the text of a PDF file is set: its size, how far apart lines are, their end."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from resolint.readers.pdf.lines import Line

ENDED = re.compile(r"(?:[.,;:?!…]|\b(?:and|or))[)\]”’\"'\d*\s]*$")
"""What ends a sentence, or a paragraph."""
NEAR = 3
"""How far, in points, what stands below each other may be moved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How the text of a file is set."""

    size: float
    """The size of its type."""
    pitch: float
    """How far apart its lines are."""
    right: float
    """Where a full line ends."""

    @classmethod
    def of(cls, pages: Sequence[Sequence[Line]], width: float) -> "Setting":
        """Measure the lines on pages of a width."""
        sizes: Counter[float] = Counter()
        for page in pages:
            for line in page:
                sizes[round(line.size * 2) / 2] += len(line.text)
        size = max(sizes, key=lambda each: sizes[each], default=10.0)
        text = [[each for each in page if abs(each.size - size) < 1] for page in pages]
        return cls(size=size, pitch=_pitch(text, size), right=_right(text, width))


def _pitch(pages: Iterable[Sequence[Line]], size: float) -> float:
    """Return how far apart the lines of a paragraph are."""
    inside: Counter[float] = Counter()
    every: Counter[float] = Counter()
    for page in pages:
        for upper, lower in pairwise(line for line in page if not line.cell):
            gap = round((upper.baseline - lower.baseline) * 2) / 2
            every[gap] += 1
            inside[gap] += _goes_on(upper, lower)
    if most := max(inside.values(), default=0):
        return max(gap for gap, count in inside.items() if count == most)
    # No sentence goes on over a line: the smallest of the frequent will do.
    most = max(every.values(), default=0)
    often = [gap for gap, count in every.items() if count * 3 >= most and gap > 0]
    return min(often, default=size * 1.2)


def _goes_on(upper: Line, lower: Line) -> bool:
    """Whether a sentence surely goes on from one line to the next."""
    return lower.text[:1].islower() and not ENDED.search(upper.text)


def _right(pages: Iterable[Sequence[Line]], width: float) -> float:
    """Return where a full line ends.

    Lines on which a sentence does not end tell it. Where they end at different places
    the page is taken to be as wide to the right of the text as it is to the left.
    """
    lines = [[line for line in page if not line.cell] for page in pages]
    going = [
        (upper.right, lower.left)
        for page in lines
        for upper, lower in pairwise(page)
        if _goes_on(upper, lower)
    ]
    if not going:
        left = min((line.left for page in lines for line in page), default=0)
        return width - left
    # A few long ones, such as those of tables, are not counted.
    full = sorted(right for right, _ in going)
    right = full[-1 - len(full) // 50]
    if sum(abs(right - each) <= NEAR for each in full) > len(full) // 2 > 0:
        return right
    left = Counter(round(left) for _, left in going).most_common(1)[0][0]
    return max(right, width - left) if right > width / 2 else right
