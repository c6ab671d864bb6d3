"""How far an opening phrase goes, and where its adverb stands."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from resolint import Operative, Preambular, Source
from resolint.grammar.space import folded
from resolint_rules.also.openers import CYCLE, LINKS, Opener
from resolint_rules.italics.phrases import (
    COUNT,
    REACH,
    complements,
    part_of,
    phrases,
    placed,
)

FAR = 7
"""How many words an adverb may stand behind the first word."""
# “Further” may go with a noun behind these.
_NOUNS = frozenset({"Welcoming", "Encouraging", "Noting", "Supporting"})
_ARTICLES = frozenset({"the", "that", "of", "to", "all"})
_DRAWING = frozenset(
    {"draws", "drawing", "calls", "calling", "expresses", "expressing"}
)
_AFTER = frozenset(
    {"upon", "for", "their", "this", "these", "with", "on", "a", "an", "in"}
)


def opener(source: Source, paragraph: Preambular | Operative) -> Opener | None:
    """Return the opening phrase of a paragraph, or None."""
    opening = paragraph.opening
    if opening is None or opening.span.start != paragraph.content.start:
        return None
    start, end = opening.span.start, paragraph.content.end
    text = source.text[start : min(end, start + REACH)]
    return _opener(
        part_of(paragraph), text, start, opening.span.end, italic=opening.italic
    )


# Half a dozen rules ask for that of each paragraph.
@lru_cache(maxsize=512)
def _opener(
    part: str, text: str, start: int, end: int, *, italic: bool
) -> Opener | None:
    """Return the phrase that a text opens with; it begins and ends at offsets."""
    spans = placed(folded(text), start)
    length = sum(span.start < end for span in spans)
    # A mark between two words ends the phrase.
    joined = 1
    for left, right in pairwise(spans):
        beyond = not italic or right.start >= end
        if beyond and text[left.end - start : right.start - start].strip():
            break
        joined += 1
    length = length if italic else min(length, joined)
    if not length:
        return None
    printed = tuple(text[span.start - start : span.end - start] for span in spans)
    at, size, bases = _read(part, printed, length, joined, italic=italic)
    if at is not None and len(printed) == 1:
        return None
    return Opener(
        part=part,
        italic=italic,
        words=printed,
        spans=spans,
        at=at,
        size=size,
        bases=bases,
    )


@lru_cache(maxsize=512)
def _read(
    part: str, printed: tuple[str, ...], length: int, joined: int, *, italic: bool
) -> tuple[int | None, int, frozenset[tuple[str, ...]]]:
    """Return where the adverb is, how long the phrase is and what it may be."""
    lower = [word.lower().replace("\u2011", "-") for word in printed]
    at = _adverb(part, printed, length, joined, italic=italic)
    rest = [word for place, word in enumerate(lower) if place != at]
    inside = at is not None and at < length
    size = length - inside
    if at is not None and not italic:
        size = max(size, at)
    reach = joined - (at is not None and at < joined)
    longest = _longest(part, rest[:reach])
    known = phrases(part).get(" ".join(rest[:size]))
    if known is None or known.times < COUNT:
        size = max(size, longest) if not italic or size == 1 else size
    sizes = {max(1, size)} if italic else {max(1, size), max(1, size, longest)}
    return at, max(sizes), frozenset(tuple(rest[:count]) for count in sizes)


def _adverb(
    part: str, printed: Sequence[str], length: int, joined: int, *, italic: bool
) -> int | None:
    """Return which word is the adverb."""
    lower = [word.lower() for word in printed]
    for place, word in enumerate(lower[: min(FAR, joined)]):
        if place and word in LINKS:
            return None
        if word in CYCLE:
            adjoins = _adjoins(part, printed, place, joined)
            if place == 0 or (italic and place < length):
                return place
            if place < length - 1 or (word == "also" and place == length) or adjoins:
                return place
            return None if word == "further" or place > length else place
        if place >= length and (italic or word not in _vocabulary(part)):
            return None
    return None


def _adjoins(part: str, printed: Sequence[str], place: int, joined: int) -> bool:
    """Whether “further” belongs to the phrase, not to the noun behind it.

    “Recalling further the efforts”, not “Welcoming further efforts”.
    """
    if place + 1 >= min(len(printed), joined):
        return False
    follows = printed[place + 1]
    if follows in complements() or follows in _AFTER or follows[0].isupper():
        return True
    phrase = " ".join(printed[: place + 1]).lower()
    known = phrases(part).get(phrase, None)
    return known is not None and known.times >= COUNT and printed[0] not in _NOUNS


def _longest(part: str, rest: Sequence[str]) -> int:
    """Return how many of some words are the longest phrase that is known."""
    known = phrases(part)
    for count in range(min(len(rest), 9), 0, -1):
        phrase = known.get(" ".join(rest[:count]))
        if phrase is not None and phrase.times >= COUNT and not _runs_on(rest[:count]):
            return count
    return 0


def _runs_on(words: Sequence[str]) -> bool:
    """Whether a phrase goes on into what it speaks of: “stresses the importance”."""
    return len(words) > 1 and words[1] in _ARTICLES and words[0] not in _DRAWING


@cache
def _vocabulary(part: str) -> frozenset[str]:
    return frozenset(word for phrase in phrases(part) for word in phrase.split())
