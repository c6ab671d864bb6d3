"""What rules may look for in a text, and where the text has it: needles.

A needle is a word, a number or a mark; words with spaces between them; two words that a
mark joins; a word with the mark behind it; or a seam. A seam is where a mark meets what
stands beside it: in it ``A`` stands for letters, ``I`` for letters that may be a roman
numeral, ``0`` for figures, a space for the end of what stands between white space; in
one of three signs, for another mark too. Of “to re-elect, 1990-1995” the needles are

- the words ``to``, ``re``, ``elect``, the numbers ``1990``, ``1995``, the marks ``-``,
  ``,``;
- ``to re``, ``re-elect``, and with the mark behind it ``re-``, ``elect,``;
- the seams ``A-``, ``-A``, ``A-A``, ``A,``, ``, ``, ``A, ``, ``0-``, ``-0``, ``0-0``;
- ``0000``, four figures in a row, and `` 0000``, four with which something begins;
  ``00000`` is five or more.

``..`` is two marks, ``__`` two underscores or more, ``xxxx`` the same letter at least
four times; ``  `` is white space of two code points or more.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import accumulate, chain, compress
from operator import eq
from typing import Self

from resolint.grammar.space import folded
from resolint.regex import regex

GAP = "  "
"""The needle of white space that is too wide."""

_RUN = regex(r"[^\W\d_]+|\d+|[^\w\s]")
_NO_LETTERS = regex(r"[\W\d_]+")
_ROMAN = frozenset("ivxlc")
_KEPT = 20_000
"""How much is known of words at the most: texts repeat them."""


class Words:
    """What stands between white space in a text, folded and in small letters."""

    def __init__(self, text: str) -> None:
        self.small = folded(text).lower()
        """The text. It may be longer: some capitals have small letters that are two."""
        self.aligned = len(self.small) == len(text)
        """Whether it is not."""
        self.lines = self.small.split("\n")
        self.rows = [line.split() for line in self.lines]
        """The words of each line."""
        self.all = [*chain.from_iterable(self.rows)]
        self.distinct = {*self.all}

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        lengths = (len(line) + 1 for line in self.lines)
        return [*accumulate(lengths, initial=0)][:-1]

    @cached_property
    def _firsts(self) -> list[str]:
        """The letters that each begins with; nothing where it has none there."""
        return [*map(_FIRST.__getitem__, self.all)]

    @cached_property
    def _lasts(self) -> list[str]:
        """The letters that each ends with; a space where it has none there."""
        return [*map(_LAST.__getitem__, self.all)]

    def has_twins(self) -> bool:
        """Whether a word stands twice, one behind the other."""
        return any(map(eq, self._lasts, self._firsts[1:]))

    def pairs(self, firsts: Collection[str] | None = None) -> set[str]:
        """Return each two words with nothing but white space between them.

        If ``firsts`` are given, only those that begin with one of them.
        """
        lasts = self._lasts
        every: Iterable[tuple[str, str]] = zip(lasts, self._firsts[1:], strict=False)
        if firsts is not None:
            every = compress(every, map(firsts.__contains__, lasts))
        return {f"{last} {first}" for last, first in every if first and last != " "}


@lru_cache(maxsize=4)
def words_of(text: str) -> Words:
    """Return what stands between white space in a text."""
    return Words(text)


class Lookout:
    """Some needles, and where a text has them."""

    def __init__(
        self,
        words: Collection[str],
        phrases: Mapping[str, Collection[str]],
        loose: Collection[str] = (),
    ) -> None:
        """Take needles as `sort` sorts them."""
        self.words, self.phrases, self.loose = words, phrases, loose
        self._firsts = {pair.partition(" ")[0] for pair in phrases}
        self._in_word = _Within(words)

    @classmethod
    def sort(cls, needles: Iterable[str]) -> Self:
        """Return a lookout for some needles.

        Those of several words are found by two of them that stand side by side and
        have letters; loose are those that have no such two.
        """
        words: list[str] = []
        phrases: dict[str, list[str]] = {}
        loose: list[str] = []
        for needle in needles:
            if " " not in needle.strip():
                words.append(needle)
            elif pairs := Words(needle).pairs():
                phrases.setdefault(max(pairs, key=_rarity), []).append(needle)
            else:
                loose.append(needle)
        return cls(frozenset(words), phrases, loose)

    def in_words(self, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the needles in each of some words that has any."""
        known = self._in_word
        if len(known) > _KEPT:
            known.clear()
        return {word: found for word in words if (found := known[word])}

    def between(self, words: Words) -> list[str]:
        """Return the needles in a text that are no part of one of its words."""
        small = words.small
        found = [each for each in self.loose if each in small]
        if self.phrases:
            for pair in self.phrases.keys() & words.pairs(self._firsts):
                for each in self.phrases[pair]:
                    if each == pair or each in small:
                        found.append(each)
        if GAP in small and GAP in self.words:
            found.append(GAP)
        return found

    def seen(self, words: Words) -> set[str]:
        """Return the needles that a text has."""
        found = self.in_words(words.distinct).values()
        return {*chain.from_iterable(found), *self.between(words)}


class _Within(dict[str, tuple[str, ...]]):
    """Which of some needles are in a word."""

    def __init__(self, needles: Collection[str]) -> None:
        self.needles = needles

    def __missing__(self, word: str) -> tuple[str, ...]:
        found: tuple[str, ...]
        if word.isalpha() and not _is_filler(word):
            found = (word,) if word in self.needles else ()
        else:
            found = tuple(filter(self.needles.__contains__, {*in_word(word)}))
        self[word] = found
        return found


def _rarity(pair: str) -> tuple[bool, int, str]:
    """Return by what to tell how rare two words are: short words begin many pairs."""
    return pair.find(" ") > 3, len(pair), pair


def needled(text: str) -> frozenset[str]:
    """Return all needles of a text, but for those of more than two words."""
    words = Words(text)
    found = chain.from_iterable(map(in_word, words.distinct))
    gap = [GAP] if GAP in words.small else []
    return frozenset((*found, *words.pairs(), *gap))


@lru_cache(maxsize=_KEPT)
def in_word(word: str) -> tuple[str, ...]:
    """Return the needles within what stands between white space."""
    if word.isalpha():
        return (word, word[:4]) if _is_filler(word) else (word,)
    runs = _RUN.findall(word)
    shapes = [*map(_shape, runs)]
    joined: list[str] = []
    for at, shape in enumerate(shapes):
        # A mark behind letters.
        if at and shape not in "A0" and shapes[at - 1] == "A":
            before, mark, after = runs[at - 1], runs[at], runs[at + 1 : at + 2]
            joined.append(before + mark)
            if shapes[at + 1 : at + 2] == ["A"]:
                joined.append(before + mark + after[0])
                if _ROMAN.issuperset(before + after[0]):
                    joined.append(f"I{mark}I")
        elif shape == "A" and _is_filler(runs[at]):
            joined.append(runs[at][:4])
    if "__" in word:
        joined.append("__")
    return (*runs, *_seams(" ".join(shapes)), *joined)


@lru_cache(maxsize=_KEPT)
def _seams(shape: str) -> tuple[str, ...]:
    """Return the needles of a word that its shape tells: ``A / 00 / 000``."""
    parts = shape.split()
    found: dict[str, None] = {}
    kinds = ["0" if part[0] == "0" else part for part in parts]
    for at, part in enumerate(parts):
        before = kinds[at - 1] if at else " "
        after = kinds[at + 1] if at + 1 < len(kinds) else " "
        if kinds[at] == "0":
            found[part] = None
            if not at:
                found[f" {part}"] = None
        elif part != "A":
            sides = [each if each in "A0" else " " for each in (before, after)]
            for seam in (before + part, part + after, part.join(sides)):
                found[seam] = None
    return tuple(found)


def _shape(run: str) -> str:
    if not run[0].isalnum():
        return run
    return "0" * min(len(run), 5) if run[0].isdecimal() else "A"


def _is_filler(word: str) -> bool:
    """Whether a word is one letter many times: what is to be filled in."""
    return len(word) > 4 and word == word[0] * len(word)


class _Ends(dict[str, str]):
    """The letters at one end of words."""

    def __init__(self, at: int, none: str) -> None:
        self.at, self.none = at, none

    def __missing__(self, word: str) -> str:
        if len(self) > _KEPT:
            self.clear()
        found = word if word.isalpha() else _NO_LETTERS.split(word)[self.at]
        self[word] = found = found or self.none
        return found


# None begins as another ends that has no letters there.
_FIRST, _LAST = _Ends(0, ""), _Ends(-1, " ")
