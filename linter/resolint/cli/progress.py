"""A progress bar on standard error, for long runs at a terminal."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

MANY = 20
"""From how many files on it is shown at once."""
PATIENCE = 2.0
"""After how many seconds it is shown whatever the number."""
_BAR = 24


class Progress:
    """How far a run has come."""

    def __init__(self, total: int = 0, wanted: bool = False) -> None:
        self.total = total
        self.wanted = wanted and total > 1 and sys.stderr.isatty()
        self.began = monotonic()
        self.drawn = False

    def over(self, things: Iterable[T]) -> Iterator[T]:
        """Yield some things, and show before each how many are done."""
        try:
            self.draw(0)
            for done, thing in enumerate(things, 1):
                yield thing
                self.draw(done)
        finally:
            self.clear()

    def clear(self) -> None:
        """Take the bar away, so that other lines can be written."""
        if self.drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self.drawn = False

    def draw(self, done: int) -> None:
        """Show how many of all are done, if it is wanted and takes long."""
        waited = monotonic() - self.began > PATIENCE
        if not self.wanted or not (waited or self.total > MANY):
            return
        full = _BAR * done // self.total
        bar = "█" * full + "░" * (_BAR - full)
        sys.stderr.write(f"\r\x1b[K{bar} {done}/{self.total}")
        sys.stderr.flush()
        self.drawn = True
