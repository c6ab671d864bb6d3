"""A process that examines documents, and may die of one.

It is given an order, then path and bytes of each document, as pickles on standard
input, and answers with a record each. It ends when nobody is there any more, when it
is idle for long, or when a document takes longer than the order allows.
"""

import faulthandler
import os
import pickle
import signal
import sys
from typing import IO

IDLE = 60.0
"""Seconds after which it ends if it is given nothing."""
READY = "ready"


def main() -> None:
    """Examine what comes until nothing comes any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    # What a rule prints must not get among the answers.
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    with os.fdopen(null, "w") as nowhere:
        _serve(sys.stdin.buffer, answers, nowhere)


def _serve(requests: IO[bytes], answers: IO[bytes], nowhere: IO[str]) -> None:
    def answer(what: object) -> None:
        pickle.dump(what, answers)
        answers.flush()

    def within(seconds: float) -> None:
        # It ends the process whatever this does then, even deep in a C library.
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)

    order = pickle.load(requests)
    try:
        from resolint.archive.examining import Examiner

        examiner = Examiner(order)
    except Exception as error:
        answer(str(getattr(error, "message", "") or error))
        return
    answer(READY)
    while True:
        within(IDLE)
        try:
            path, data = pickle.load(requests)
        except EOFError:
            return
        within(order.time_limit)
        answer(examiner.record(path, data))


if __name__ == "__main__":
    main()
