"""What several rules ask about one thing, worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

KEPT = 8
"""How many answers are kept: rules ask about the same thing one after the other."""


def once(function: Callable[P, R]) -> Callable[P, R]:
    """Return a function that remembers its last answers.

    Arguments are the same if they are the same objects, or equal words and numbers:
    trees are not compared, which would cost more than they do.
    """
    # The arguments are kept too, so that no other object can be taken for one of them.
    kept: dict[object, tuple[tuple[object, ...], R]] = {}

    @wraps(function)
    def remembered(*args: P.args, **kwargs: P.kwargs) -> R:
        asked = (*args, *kwargs.values())
        key = tuple([x if isinstance(x, str | int) else id(x) for x in asked])
        found = kept.get(key)
        if found is None:
            found = asked, function(*args, **kwargs)
            kept[key] = found
            # Other threads may let go of answers too, even of the same.
            for old in tuple(kept)[:-KEPT]:
                kept.pop(old, None)
        return found[1]

    return remembered
