r"""White space and the characters that stand in for others.

pyparsing's own white space is narrower than ``\s``; this module says once what
white space is here: the no-break spaces of Word files belong to it. All grammars are
given folded text.
"""

from functools import lru_cache

SPACE = " "
"""What stands between two words of one block, once it is `folded`."""

_FOLDS = (
    *((mark, "-") for mark in "\u2010\u2011"),
    *((mark, SPACE) for mark in "\t\u00a0\u2007\u2009\u202f"),
)
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u200e\u200f\ufeff"))


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
