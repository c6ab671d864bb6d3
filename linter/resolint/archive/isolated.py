"""Documents examined in another process: whatever it dies of, the work goes on."""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock
from time import monotonic

from resolint.archive.child import READY
from resolint.archive.errors import ArchiveError
from resolint.archive.examining import Record, bad
from resolint.archive.order import Order
from resolint.cli.ending import cause

_POSIX = os.name == "posix"


class ChildError(ArchiveError):
    """No document can be examined: the message is one line for the user."""


class Isolated:
    """A process of our own that examines documents one by one."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.process = self._begun()

    def record(self, path: str, data: bytes) -> Record:
        """Return what is found in a document, or what the process died of.

        One that dies may have been killed for another reason: it is tried once more.
        """
        for last in (False, True):
            begun = monotonic()
            try:
                assert self.process.stdin and self.process.stdout
                pickle.dump((path, data), self.process.stdin)
                self.process.stdin.flush()
                record: Record = pickle.load(self.process.stdout)
                return record
            except (OSError, EOFError, pickle.UnpicklingError):
                spent, limit = monotonic() - begun, self.order.time_limit
                status = self.end()
                self.process = self._begun()
            if spent >= limit:
                what = f"takes longer than {limit:g} seconds"
                return bad(path, len(data), what)
            if last:
                return bad(path, len(data), f"its process died ({cause(status)})")
        raise AssertionError

    def end(self) -> int:
        """End the process and what it has started, and return its status."""
        if _POSIX:
            with suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
        else:
            self.process.kill()
        status = self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()
        return status

    def _begun(self) -> "subprocess.Popen[bytes]":
        if _here.ended:
            raise ChildError("the work is at its end")
        path = os.pathsep.join(each for each in sys.path if each)
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "resolint.archive.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            # It, and what it starts, can be ended together; and Ctrl-C is for us.
            start_new_session=_POSIX,
        )
        assert process.stdin and process.stdout
        try:
            pickle.dump(self.order, process.stdin)
            process.stdin.flush()
            said = pickle.load(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            said = f"a process to examine documents ends ({cause(process.wait())})"
        if said != READY:
            process.kill()
            process.wait()
            raise ChildError(said)
        return process


class _Idle:
    """The processes that wait for work, by the key of their order."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.waiting: dict[str, list[Isolated]] = {}
        self.working: set[Isolated] = set()
        self.ended = False


_here = _Idle()


@contextmanager
def isolated(order: Order) -> Iterator[Isolated]:
    """Lend a process to examine documents with; it is kept for the next batch."""
    with _here.lock:
        free = _here.waiting.get(order.key) or []
        one = free.pop() if free else None
    one = one or Isolated(order)
    with _here.lock:
        _here.working.add(one)
    try:
        yield one
    finally:
        with _here.lock:
            _here.working.discard(one)
            _here.waiting.setdefault(order.key, []).append(one)


def end_idle() -> None:
    """End the processes that wait for work; those at work may be of another run."""
    with _here.lock:
        every = [one for some in _here.waiting.values() for one in some]
        _here.waiting.clear()
    for one in every:
        one.end()


def start() -> None:
    """Let processes be started, after `stop`."""
    _here.ended = False


def stop() -> None:
    """End all the processes, whatever they are at, and let none be started."""
    _here.ended = True
    with _here.lock:
        working = [*_here.working]
    for one in working:
        one.end()
    end_idle()
