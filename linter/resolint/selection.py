"""Which rules are on: codes, prefixes of codes, and ``ALL``."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from resolint.rule import Rule


class SelectionError(Exception):
    """A code that no rule has; the message is one line for the user."""


def chosen(
    rules: Iterable[Rule[Any]], select: Collection[str], ignore: Collection[str]
) -> tuple[Rule[Any], ...]:
    """Return the rules that are selected; the longest prefix decides, then ``ignore``.

    ``OPN`` selected and ``OPN005`` ignored leaves the family without that rule.
    """
    rules = tuple(rules)
    codes = tuple([rule.code for rule in rules])
    on = _chosen(codes, tuple(select), tuple(ignore))
    return tuple([rule for rule in rules if rule.code in on])


# Of all files of a run it is the same, as a rule.
@lru_cache(maxsize=64)
def _chosen(
    codes: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...]
) -> frozenset[str]:
    return frozenset(
        code for code in codes if _closeness(code, select) > _closeness(code, ignore)
    )


def selectors(given: str | Iterable[str]) -> tuple[str, ...]:
    """Return the codes in a list with commas or spaces, in capitals."""
    text = given if isinstance(given, str) else ",".join(given)
    return tuple(part.upper() for part in text.replace(",", " ").split())


def known(selector: str, codes: Collection[str]) -> str:
    """Return a selector if it selects any rule.

    Raises `SelectionError`, with the nearest code if there is one like it.
    """
    if selector == "ALL" or any(code.startswith(selector) for code in codes):
        return selector
    near = nearest(selector, [*codes, *{code[:3] for code in codes}])
    raise SelectionError(f"there is no rule {selector}{near}")


def nearest(word: str, words: Iterable[str]) -> str:
    """Return ``: did you mean …?`` for a word that is not among some words."""
    from difflib import get_close_matches

    near = get_close_matches(word, sorted(words), n=1)
    return f": did you mean {near[0]}?" if near else ""


def closest(code: str, selected: Iterable[str]) -> str | None:
    """Return the selector that spells out most of a code; None if none fits."""
    fitting = [
        selector
        for selector in selected
        if selector == "ALL" or code.startswith(selector)
    ]
    return max(fitting, key=_length, default=None)


def _length(selector: str) -> int:
    return 0 if selector == "ALL" else len(selector)


def _closeness(code: str, selected: Collection[str]) -> int:
    """Return how much of a code the best selector spells out; -1 for none."""
    selector = closest(code, selected)
    return -1 if selector is None else _length(selector)
