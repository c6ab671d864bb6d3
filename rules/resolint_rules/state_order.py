"""The alphabetical order of States in a list."""

from collections.abc import Iterable
from typing import NamedTuple

from resolint_rules.member_states import Listed, State, key


class Misplaced(NamedTuple):
    """A name that is not in its place, and where that is."""

    name: Listed
    side: str
    """``before`` or ``after``."""
    other: Listed


def misplaced(found: Iterable[Listed]) -> Misplaced | None:
    """Return the first name that is not in its place.

    The most names that are in order stay. Only members are put in order.
    """
    row = [(each, each.state) for each in found]
    ordered = [
        (each, state) for each, state in row if state and state.kind != "observer"
    ]
    best = _longest([state.keys for _, state in ordered])
    for at, (each, state) in enumerate(ordered):
        if at in best:
            continue
        own = state.keys[0]
        before = [ordered[i] for i in best if i < at and ordered[i][1].keys[0] > own]
        if before:
            return Misplaced(each, "before", before[0][0])
        after = [ordered[i] for i in best if i > at and ordered[i][1].keys[0] < own]
        return Misplaced(each, "after", after[-1][0]) if after else None
    return None


def _longest(keys: list[tuple[str, ...]]) -> list[int]:
    """Return which of a list stay where they are if as few as can be are moved.

    There are never more than two hundred States: each is held against those before.
    """
    chains: list[tuple[str, int, int, int]] = []
    for at, choices in enumerate(keys):
        made = []
        for choice in choices:
            length, before = max(
                (
                    (chain[2], number)
                    for number, chain in enumerate(chains)
                    if chain[0] <= choice
                ),
                default=(0, -1),
            )
            made.append((choice, at, length + 1, before))
        chains += made
    number = max(range(len(chains)), key=lambda each: chains[each][2], default=-1)
    kept: list[int] = []
    while number >= 0:
        kept.append(chains[number][1])
        number = chains[number][3]
    return kept[::-1]


def arranged(found: list[Listed]) -> list[Listed] | None:
    """Return a list in order, observers where they are; None if a name is unknown."""
    states = [each.state for each in found]
    if not all(states):
        return None
    members = [each for each, state in zip(found, states, strict=True) if _moves(state)]
    members.sort(key=_first_key)
    rest = iter(members)
    return [
        next(rest) if _moves(state) else each
        for each, state in zip(found, states, strict=True)
    ]


def _moves(state: State | None) -> bool:
    return state is not None and state.kind != "observer"


def _first_key(each: Listed) -> str:
    state = each.state
    return state.keys[0] if state else key(each.name)
