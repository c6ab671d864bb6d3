"""Emphasis as CommonMark defines it: which asterisks and underscores are marks."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_PUNCTUATION = ".,;:!?)]”’…–"


class Mark(NamedTuple):
    """Asterisks or underscores, one or two, that begin or end emphasis."""

    start: int
    end: int
    opens: bool


@dataclass(slots=True)
class Run:
    """A run of asterisks or of underscores, and the marks it turns out to hold.

    A run is used up from both ends: as a closer from the left, as an opener from the
    right. What is left between ``start`` and ``end`` is text.
    """

    char: str
    start: int
    end: int
    opens: bool
    closes: bool
    size: int = 0
    """How long the run was before any of it was used."""
    marks: list[Mark] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.size = self.end - self.start

    def __len__(self) -> int:
        return self.end - self.start


@lru_cache(maxsize=512)
def kind(char: str) -> str:
    """Return ``" "`` for white space, ``"."`` for punctuation, ``"x"`` for the rest."""
    if char.isspace():
        return " "
    # The veil of a comment is no character (Cn); its brackets are punctuation.
    if unicodedata.category(char)[0] in "PS" or char == "\ufdd0":
        return "."
    return "x"


def run(text: str, start: int, end: int, before: str, after: str) -> Run:
    """Return a run of delimiters; what stands beside it says what it can be."""
    char = text[start]
    left, right = kind(before), kind(after)
    # CommonMark calls these left-flanking and right-flanking.
    leads = right == "x" or (right == "." and left != "x")
    trails = left == "x" or (left == "." and right != "x")
    if char == "*":
        return Run(char, start, end, leads, trails)
    return Run(
        char,
        start,
        end,
        leads and (not trails or left == "."),
        trails and (not leads or right == "."),
    )


def resolve(runs: Iterable[Run]) -> None:
    """Find the marks in some runs, which are in the order of the text.

    The cost is linear: where a closer found no opener, later closers of its kind do
    not look again (CommonMark's "openers bottom").
    """
    openers: list[Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in runs:
        key = (closer.char, closer.opens, closer.size % 3)
        while closer.closes and len(closer):
            at = _opener(openers, closer, bottoms.get(key, 0))
            if at < 0:
                bottoms[key] = len(openers)
                break
            opener = openers[at]
            width = 2 if len(opener) > 1 and len(closer) > 1 else 1
            opener.end -= width
            opener.marks.append(Mark(opener.end, opener.end + width, True))
            closer.marks.append(Mark(closer.start, closer.start + width, False))
            closer.start += width
            del openers[at + 1 if len(opener) else at :]
            for other, bottom in bottoms.items():
                bottoms[other] = min(bottom, len(openers))
        if closer.opens and len(closer):
            openers.append(closer)


def relax(text: str, runs: Iterable[Run], *, lenient: bool) -> None:
    """Find marks among asterisks that CommonMark leaves as they are.

    Converters put marks of emphasis where Word has italics, with no regard to what
    stands beside them: ``crime*,* while``. An italic punctuation mark behind a word
    is found everywhere; ``Nations*, Treaty Series*`` only by the lenient, since
    ``Albania*, Norway*`` are two sponsors that a note is said of.
    """
    left = [run for run in runs if run.char == "*" and len(run) == run.size]
    for one, two in pairwise(left):
        between = text[one.end : two.start]
        if one.marks or len(one) != len(two) or not 1 <= len(between) <= 3:
            continue
        if len(one) < 3 and not between.strip(_PUNCTUATION):
            one.marks.append(Mark(one.start, one.end, True))
            two.marks.append(Mark(two.start, two.end, False))
            one.start, two.start = one.end, two.end
    if lenient:
        left = [run for run in left if len(run) == run.size]
        for run in left:
            run.opens = not text[run.end : run.end + 1].isspace()
            run.closes = not text[max(0, run.start - 1) : run.start].isspace()
        resolve(left)


def _opener(openers: list[Run], closer: Run, bottom: int) -> int:
    for at in range(len(openers) - 1, bottom - 1, -1):
        opener = openers[at]
        if opener.char != closer.char:
            continue
        both = opener.closes or closer.opens
        if both and (opener.size + closer.size) % 3 == 0 and opener.size % 3:
            continue
        return at
    return -1
