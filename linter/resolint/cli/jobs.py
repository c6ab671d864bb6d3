"""``-j``: how many processes do the files of a run, whose order stays."""

import os
import sys
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from resolint.cli.outcome import Outcome

if TYPE_CHECKING:
    from resolint.cli.checking import Checker

T = TypeVar("T")

EACH = 16
"""How many files there must be for each process that is not asked for."""
_MOST = 60
"""More processes than this Windows cannot wait for."""
_AHEAD = 32
"""How many files each may be ahead of the one that is told next."""


def workers(asked: int | None, files: int) -> int:
    """Return how many processes to use; None is as many as is sensible."""
    if asked is None:
        return max(1, min(cores(), files // EACH, _MOST))
    return max(1, min(asked, files, _MOST))


def cores() -> int:
    """Return how many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    todo: Sequence[T],
    checker: "Checker",
    answered: Callable[[T], Outcome | Path],
    number: int,
) -> Generator[Outcome]:
    """Yield what comes of each of some things, in their order.

    ``answered`` says what comes of one, or which file is to be done. Whoever stops
    asking is to close the iterator: that ends the processes.
    """
    if number == 1:
        for each in todo:
            made = answered(each)
            yield checker.outcome(made) if isinstance(made, Path) else made
        return
    from resolint.cli.crew import Crew

    crew = Crew(checker, number)
    ready = crew.ready
    turn = at = 0
    try:
        while turn < len(todo):
            while at < min(len(todo), turn + number * _AHEAD) and crew.has_free():
                made = answered(todo[at])
                if isinstance(made, Path):
                    crew.give(at, made)
                else:
                    ready[at] = made
                at += 1
            crew.hear(0 if turn in ready else None)
            while turn in ready:
                yield ready.pop(turn)
                turn += 1
    finally:
        crew.end()
