r"""White space and the characters that stand in for others.

pyparsing's own white space is narrower than ``\s``; this module says once what
white space is here: the no-break spaces of Word files belong to it. All grammars are
given folded text.
"""

from functools import lru_cache
from itertools import chain

from resolint.regex import regex

SPACE = " "
"""What stands between two words of one block, once it is `folded`."""

_FOLDS = (
    *((mark, "-") for mark in "\u2010\u2011"),
    *((mark, SPACE) for mark in "\t\u00a0\u2007\u2009\u202f"),
)
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u200e\u200f\ufeff"))

_TOKEN = regex(r"[^\W\d_]+|\d+|[^\w\s]")
_WORDS_KEPT = 20_000


@lru_cache(maxsize=32)
def folded(text: str) -> str:
    """Return text as it is matched: plain hyphens and spaces.

    The length does not change, so that offsets stay what they are.
    """
    if text.isascii():
        return text.replace("\t", " ")
    # Far quicker than a translation where, as a rule, none of them is there.
    for mark, fold in _FOLDS:
        text = text.replace(mark, fold)
    return text


def plain(text: str) -> str:
    """Return text as it is compared: folded, each run of white space one space.

    Invisible characters are taken out: offsets do not survive.
    """
    return " ".join(folded(text).translate(_INVISIBLE).split())


@lru_cache(maxsize=2)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text, in small letters, its numbers in figures, its marks.

    They are what rules may look for in it. Hyphens are folded.
    """
    return tuple(_TOKEN.findall(folded(text).lower()))


@lru_cache(maxsize=32)
def needled(text: str) -> frozenset[str]:
    """Return the same without order, each once."""
    if len(_IN_WORDS) > _WORDS_KEPT:
        _IN_WORDS.clear()
    words = folded(text).lower().split()
    return frozenset(chain.from_iterable(map(_IN_WORDS.__getitem__, words)))


class _InWords(dict[str, tuple[str, ...]]):
    """What is in words, as they stand between white space: texts repeat them."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        self[word] = found = tuple(_TOKEN.findall(word))
        return found


_IN_WORDS = _InWords()
