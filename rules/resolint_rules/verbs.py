"""The words that paragraphs open with, and their forms.

What the engine's table of openings knows: *Requests* opens an operative paragraph,
*Recalling* and *Mindful* one of the preamble.
"""

from functools import cache

from resolint.regex import regex
from resolint.tables import rows

WORD = regex(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")


@cache
def verbs() -> frozenset[str]:
    """Return the verbs of operative paragraphs: ``requests``, ``takes``."""
    return frozenset(
        word
        for words in _phrases("operative")
        for word in words[: 1 + (words[0] in adverbs())]
        if word.endswith("s") and not word.endswith("ss")
    )


@cache
def adverbs() -> frozenset[str]:
    """Return the words before the verb: ``also``, ``further``, ``once``, ``again``."""
    first = {words[0] for words in _phrases("operative")}
    found = {word for word in first if word.endswith("ly")}
    return frozenset(found | {"also", "further", "once", "again"})


@cache
def participles() -> frozenset[str]:
    """Return the first words of preambular paragraphs: ``recalling``, ``mindful``."""
    first = {words[0] for words in _phrases("preamble")}
    return frozenset(first - adverbs())


def known(phrase: str) -> bool:
    """Whether a phrase has opened paragraphs of the preamble."""
    return phrase.lower() in _preambular()


@cache
def third_persons() -> dict[str, str]:
    """Return the verb for each of its other forms: ``requesting``, ``request``."""
    found: dict[str, str] = {}
    for verb in sorted(verbs()):
        for form in (*_bases(verb), *_participles(verb)):
            found.setdefault(form, verb)
    return found


def base(verb: str) -> bool:
    """Whether a word is a verb without its ending: ``request``."""
    return verb in third_persons() and not verb.endswith("ing")


def participle_of(verb: str) -> str | None:
    """Return the participle of a verb that opens preambular paragraphs, or None."""
    return next((form for form in _participles(verb) if form in participles()), None)


def with_z(word: str) -> str | None:
    """Return ``recognizes`` for ``recognises``, if that is a verb that is known."""
    if not word.endswith("ises"):
        return None
    right = f"{word[:-4]}izes"
    return right if right in verbs() else None


def cased(word: str, like: str) -> str:
    """Return a word with a capital where another has one."""
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


@cache
def _preambular() -> frozenset[str]:
    return frozenset(" ".join(words) for words in _phrases("preamble"))


def _phrases(part: str) -> list[list[str]]:
    return [
        [word.strip(",") for word in row["phrase"].lower().split()]
        for row in rows("openings.tsv")
        if row["part"] == part
    ]


def _bases(verb: str) -> tuple[str, ...]:
    if verb.endswith("ies"):
        return (f"{verb[:-3]}y",)
    if verb.endswith(("sses", "shes", "ches", "xes")):
        return (verb[:-2],)
    return (verb[:-1],)


def _participles(verb: str) -> tuple[str, ...]:
    stem = _bases(verb)[0]
    short = stem[:-1] if stem.endswith("e") else stem
    double = f"{stem}{stem[-1]}ing"
    return f"{short}ing", double
