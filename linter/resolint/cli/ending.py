"""Runs that are ended from outside, and leave nothing behind by half."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

_USUAL = (signal.SIG_DFL, signal.default_int_handler)
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class Ended(BaseException):
    """A run was told to end: what it had begun to write is to be taken away."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.status = 128 + number
        """The exit status by which a shell knows the signal."""


@contextmanager
def heeded() -> Iterator[None]:
    """Raise `Ended` where a signal would end the process on the spot.

    A signal that the caller has switched off, as ``nohup`` does, stays so.
    """
    before = {}
    try:
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) in _USUAL:
                before[number] = signal.signal(number, _end)
    except ValueError:
        pass  # Only the main thread may.
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def cause(status: int) -> str:
    """Return what a process ended with, in words: its status is below nought, or not.

    Below nought it is the number of the signal that ended it.
    """
    if status < 0:
        with suppress(ValueError):
            return f"signal {signal.Signals(-status).name}"
    return f"status {status}"


def unheed() -> None:
    """Let signals end the process on the spot: it writes nothing that could be half."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is _end:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> None:
    raise Ended(number)
