"""How far an opening phrase goes, and where its adverb stands."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice, pairwise

from resolint import Operative, Preambular, Source
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.also.openers import CYCLE, LINKS, Opener
from resolint_rules.italics.phrases import (
    COUNT,
    MOST_WORDS,
    REACH,
    WORD,
    complements,
    part_of,
    phrases,
)

WORDS = 11
"""How many words of a paragraph are looked at, if not more are in italics."""
FAR = 7
"""How many words an adverb may stand behind the first word."""
# “Further” may go with a noun behind these.
_NOUNS = frozenset({"Welcoming", "Encouraging", "Noting", "Supporting"})
_FIRST = regex(r"(?:(?i:also|further)[^\w\n]+)?([^\W\d_]+(?:[-’'][^\W\d_]+)*)")
# Of words as they are counted here, each may be two.
_ADVERB = regex(rf"[^\w\n]*(?:\w+[^\w\n]+){{0,{3 * FAR}}}?(?:also|further)\b")
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


def head(source: Source, paragraph: Preambular | Operative) -> str:
    """Return the first word of a paragraph, in small letters, but for an adverb.

    Openers of paragraphs with different ones are different.
    """
    text, content = folded(source.text), paragraph.content
    first = _FIRST.match(text, content.start, content.end)
    return first[1].lower() if first else ""


def has_adverb(source: Source, paragraph: Preambular | Operative) -> bool:
    """Whether the opening of a paragraph may have an adverb."""
    start = paragraph.content.start
    words = folded(source.text)[start : start + REACH].lower()
    there = "also" in words or "further" in words
    return there and _ADVERB.match(words) is not None


# Half a dozen rules ask for that of each paragraph.
@lru_cache(maxsize=512)
def _opener(
    part: str, text: str, start: int, end: int, *, italic: bool
) -> Opener | None:
    """Return the phrase that a text opens with; it begins and ends at offsets."""
    end -= start
    words = WORD.finditer(folded(text))
    places = [match.span() for match in islice(words, WORDS)]
    if places and places[-1][0] < end:
        places += [match.span() for match in islice(words, MOST_WORDS - WORDS)]
    length = sum([begin < end for begin, _ in places])
    # A mark between two words ends the phrase.
    joined = 1
    for (_, left), (right, _) in pairwise(places):
        if (not italic or right >= end) and text[left:right].strip():
            break
        joined += 1
    length = length if italic else min(length, joined)
    if not length:
        return None
    printed = tuple([text[begin:end] for begin, end in places])
    at, size, bases = _read(part, printed, length, joined, italic=italic)
    if at is not None and len(printed) == 1:
        return None
    return Opener(
        part=part,
        italic=italic,
        words=printed,
        start=start,
        places=tuple(places),
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
    at = _adverb(part, printed, lower, length, joined, italic=italic)
    rest = [word for place, word in enumerate(lower) if place != at]
    inside = at is not None and at < length
    size = length - inside
    if at is not None and not italic:
        size = max(size, at)
    known = phrases(part).get(" ".join(rest[:size]))
    rare = known is None or known.times < COUNT
    sizes = {max(1, size)}
    if not italic or (rare and size == 1):
        reach = joined - (at is not None and at < joined)
        longest = max(size, _longest(part, rest[:reach]))
        # Without italics nobody can say which of two it is.
        sizes = {max(1, longest)} | (set() if rare else sizes)
    return at, max(sizes), frozenset(tuple(rest[:count]) for count in sizes)


def _adverb(
    part: str,
    printed: Sequence[str],
    lower: Sequence[str],
    length: int,
    joined: int,
    *,
    italic: bool,
) -> int | None:
    """Return which word is the adverb."""
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
    most = _lengths(part).get(rest[0], 0) if rest else 0
    for count in range(min(len(rest), most, 9), 0, -1):
        phrase = known.get(" ".join(rest[:count]))
        if phrase is not None and phrase.times >= COUNT and not _runs_on(rest[:count]):
            return count
    return 0


def _runs_on(words: Sequence[str]) -> bool:
    """Whether a phrase goes on into what it speaks of: “stresses the importance”."""
    return len(words) > 1 and words[1] in _ARTICLES and words[0] not in _DRAWING


@cache
def _lengths(part: str) -> dict[str, int]:
    """Return how many words the longest phrase has that begins with a word."""
    lengths: dict[str, int] = {}
    for phrase in phrases(part):
        first, *more = phrase.split()
        lengths[first] = max(lengths.get(first, 0), 1 + len(more))
    return lengths


@cache
def _vocabulary(part: str) -> frozenset[str]:
    return frozenset(word for phrase in phrases(part) for word in phrase.split())
