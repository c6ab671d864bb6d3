"""Opening verbs in other tenses: *Has endorsed*, *Will endorse*, *Endorsed*."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from resolint_rules.verbs import adverbs, participles, third_persons, verbs

_DONE = frozenset({"has", "have", "had"})
_TO_COME = frozenset({"will", "shall", "would"})
_BEHIND = frozenset({"by", "to", "that", "of", "at", "about", "in", "with", "over"})
AUXILIARIES = _DONE | _TO_COME | {"is", "are", "was", "were"}
# What “-ed” is not added to.
_IRREGULAR = {
    "took": "takes",
    "taken": "takes",
    "drew": "draws",
    "drawn": "draws",
    "paid": "pays",
}


class Tense(NamedTuple):
    """A verb in another tense, and the one that should stand there."""

    words: int
    """How many of the first words it is."""
    right: str | None
    """In the third person: ``endorses``; None where that is not known."""


def may_begin(word: str) -> bool:
    """Whether another tense may begin with a word."""
    word = word.lower().replace("\u2011", "-")
    return word in AUXILIARIES or word in _past() or word in adverbs()


def tense(words: Sequence[str]) -> Tense | None:
    """Return in which other tense a paragraph opens, by its first words."""
    lower = [word.lower().replace("\u2011", "-") for word in words]
    begin = 0
    while begin < len(lower) - 1 and lower[begin] in adverbs():
        begin += 1
    rest = lower[begin:]
    if not rest:
        return None
    if rest[0] not in AUXILIARIES:
        # “Encouraged by” is a participle, and belongs into the preamble.
        participle = rest[0] in participles() and (not rest[1:] or rest[1] in _BEHIND)
        right = None if participle else _past().get(rest[0])
        return Tense(begin + 1, right) if right else None
    # “Is deeply concerned” is let pass.
    if len(rest) < 2 or rest[1].endswith("ly"):
        return None
    if rest[0] in _DONE and rest[1] in _past():
        return Tense(begin + 2, _past()[rest[1]])
    if rest[0] in _TO_COME and (right := third_persons().get(rest[1])):
        return Tense(begin + 2, right)
    passive = rest[0] not in _TO_COME and rest[1].endswith("ed")
    return Tense(begin + 2, None) if passive else None


@cache
def _past() -> dict[str, str]:
    """Return the verb for each past form: ``endorsed``."""
    found = dict(_IRREGULAR)
    for verb in sorted(verbs()):
        for base in [form for form, one in third_persons().items() if one == verb]:
            if base.endswith("ing"):
                stem = base[:-3]
                found.setdefault(
                    f"{stem[:-1]}ied" if stem[-1] == "y" else f"{stem}ed", verb
                )
    return found
