"""The characters of a PDF file as they look: hyphens, signs, and doubtful spaces."""

import re
from collections.abc import Collection, Iterable

from resolint.readers.word.symbols import symbol

_DOUBT = "\x1f"
"""What the program writes where there may be a space."""
_WORD, _END = re.compile(r"\w+"), re.compile(r"\w+$")
_KEPT = "\u00a0\u202f"
"""Spaces at which no line ends."""
_HYPHENS = str.maketrans({"\x02": "-", "\u00ad": "-", "\ufffe": "-"})
"""At the end of a line the library says no more than that a hyphen is there."""


def words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of a file, in lower case, that stand between sure spaces."""
    return frozenset(
        word
        for text in texts
        for part in text.lower().split()
        if _DOUBT not in part
        for word in _WORD.findall(part)
    )


def settled(text: str, known: Collection[str]) -> str:
    """Return text with a space at each doubtful place, or none.

    There is none where the file has the word that the parts make elsewhere, and
    before a sign.
    """
    if _DOUBT not in text:
        return text
    said, *parts = text.split(_DOUBT)
    for part in parts:
        before, after = _END.search(said), _WORD.match(part)
        if not before:
            said += part if said.endswith(("-", "\x02", "(", "“")) else f" {part}"
        elif not after or _one(before[0], after[0], known):
            said += part
        else:
            said += f" {part}"
    return said


def _one(before: str, after: str, known: Collection[str]) -> bool:
    """Whether two parts are one word: the file has it, or a part can be no word."""
    if (len(before) == 1 or len(after) == 1) and not {before, after} & {"a", "A", "I"}:
        return before.isalpha() and after.isalpha()
    return f"{before}{after}".lower() in known


def characters(text: str, font: str) -> str:
    """Return text with its hyphens and the signs of symbol fonts as they look."""
    text = text.translate(_HYPHENS)
    if any("\ue000" <= each <= "\uf8ff" for each in text):
        text = "".join(
            symbol(font, f"{ord(each):04X}") if "\ue000" <= each <= "\uf8ff" else each
            for each in text
        )
    return "".join(
        each if each.isprintable() or each in _KEPT else " " for each in text
    )
