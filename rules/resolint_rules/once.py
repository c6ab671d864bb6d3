"""What several rules ask about one thing, worked out once."""

from collections import deque
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
    kept: deque[tuple[tuple[object, ...], R]] = deque(maxlen=KEPT)

    @wraps(function)
    def remembered(*args: P.args, **kwargs: P.kwargs) -> R:
        asked = (*args, *kwargs.values())
        for known, answer in tuple(kept):
            if len(known) == len(asked) and all(map(_same, known, asked)):
                return answer
        answer = function(*args, **kwargs)
        kept.append((asked, answer))
        return answer

    return remembered


def _same(one: object, two: object) -> bool:
    return one is two or (isinstance(one, str | int) and one == two)
