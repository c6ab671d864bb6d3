"""Processes that do files for another one."""

import multiprocessing
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from resolint.cli.checking import Checker
from resolint.cli.ending import Ended, cause, heeded
from resolint.cli.outcome import Outcome

_PATIENCE = 5.0
"""Seconds that a process is given to put away what it writes."""
_HELD = [
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if (number := getattr(signal, name, None)) is not None
]


@dataclass(eq=False, slots=True)
class _Worker:
    """A process, and the file that it is at."""

    process: BaseProcess
    line: "Connection[object, object]"
    number: int = -1
    """Which of the files it is at; below nought if it is idle."""
    file: Path = Path()


class Crew:
    """Some processes that do files; each is started when there is something to do."""

    def __init__(self, checker: Checker, most: int) -> None:
        self.checker = checker
        self.most = most
        self.all: list[_Worker] = []
        self.ready: dict[int, Outcome] = {}

    def has_free(self) -> bool:
        """Whether somebody can do a file at once."""
        return len(self.all) < self.most or any(each.number < 0 for each in self.all)

    def give(self, number: int, file: Path) -> None:
        """Have a file done; here, if the system lets no process be started."""
        while True:
            free = next((each for each in self.all if each.number < 0), None)
            if free is None:
                try:
                    free = self._begun()
                except OSError:
                    self.ready[number] = self.checker.outcome(file)
                    return
            try:
                free.line.send(file)
            except OSError:
                self._lost(free)
                continue
            free.number, free.file = number, file
            return

    def hear(self, timeout: float | None) -> None:
        """Take down what is done; wait for something if no time is given."""
        busy = {each.line: each for each in self.all if each.number >= 0}
        for line in wait([*busy], timeout) if busy else ():
            each = busy[line]  # type: ignore[index]
            try:
                made = each.line.recv()
                assert isinstance(made, Outcome)
                self.ready[each.number] = made
                each.number = -1
            except (OSError, EOFError):
                status = self._lost(each)
                what = f"{each.file}: the process that checked it died ({status})"
                self.ready[each.number] = Outcome(said=(what,), failed=True)

    def end(self) -> None:
        """End all processes; what one of them has begun to write is taken away."""
        for each in self.all:
            each.line.close()
            if each.number >= 0:
                each.process.terminate()
        for each in self.all:
            each.process.join(_PATIENCE)
            if each.process.is_alive():
                each.process.kill()
                each.process.join()
        self.all.clear()

    def _begun(self) -> _Worker:
        context = _context()
        ours, theirs = context.Pipe()
        forked = context.get_start_method() == "fork"
        # A copy of our end, in any of them, would keep the others waiting for us.
        strange = [ours, *(each.line for each in self.all)] if forked else []
        if forked:
            self.checker.prepare()
        process = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, strange, self.checker), daemon=True
        )
        try:
            with _held():
                process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        self.all.append(worker := _Worker(process, ours))
        return worker

    def _lost(self, worker: _Worker) -> str:
        """Forget a process that has ended, and return what it died of."""
        self.all.remove(worker)
        worker.line.close()
        worker.process.join(_PATIENCE)
        if worker.process.exitcode is None:
            worker.process.kill()
            worker.process.join()
        return cause(worker.process.exitcode or 0)


def _context() -> BaseContext:
    """Return the way to start processes: by copies of this one where that is safe."""
    alone = threading.active_count() == 1
    method = "fork" if sys.platform == "linux" and alone else "spawn"
    return multiprocessing.get_context(method)


@contextmanager
def _held() -> Iterator[None]:
    """Hold signals back: one that begins its work cannot heed them yet."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    line: "Connection[object, object]",
    strange: "Sequence[Connection[object, object]]",
    checker: Checker,
) -> None:
    """Do the files that are handed over, until nobody hands over any more."""
    for each in strange:
        each.close()
    # Ctrl-C is for the one that hands them over.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(Ended, OSError, EOFError), heeded():
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
        while True:
            file = line.recv()
            assert isinstance(file, Path)
            try:
                line.send(checker.outcome(file))
            except Exception as error:
                what = f"{file}: internal error: {type(error).__name__}: {error}"
                line.send(Outcome(said=(" ".join(what.split()),), failed=True))
