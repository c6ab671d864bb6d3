"""Batches handed to Dask: to workers in this process, or to those of a cluster."""

import logging
import warnings
from collections.abc import Collection, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any

from distributed import Client, Future, Scheduler, SpecCluster, Worker, wait
from distributed.http.routing import RoutingApplication
from distributed.scheduler import KilledWorker
from tornado.httpserver import HTTPServer

from resolint.archive import isolated, work
from resolint.archive.batches import Batch
from resolint.archive.errors import ArchiveError
from resolint.archive.order import Order
from resolint.archive.parts import Part

PATIENCE = 60.0
"""Seconds to wait for a worker when there is none any more."""
_GONE = "the scheduler is gone: the same command goes on later"
_AHEAD = 2
"""How many batches there are at once for each thread of a worker."""


class ClusterError(ArchiveError):
    """The work cannot go on; the message is one line for the user."""


class _Portless:
    """What needs no page on a port: files of an archive are nobody else's business."""

    http_application: Any
    http_server: Any

    def start_http_server(self, *_: object, **__: object) -> None:
        """Make a server that listens to nobody."""
        self.http_application = RoutingApplication([])  # type: ignore[no-untyped-call]
        self.http_server = HTTPServer(self.http_application)


class _Scheduler(_Portless, Scheduler):
    pass


class _Worker(_Portless, Worker):
    pass


class _Client(Client):
    """A client that is closed where nobody answers it.

    Else Python closes it whenever it looks for garbage, and if that is while another
    one starts, each waits for the other.
    """

    def start(self, **options: Any) -> None:
        """Find the scheduler."""
        try:
            super().start(**options)  # type: ignore[no-untyped-call]
        except BaseException:
            with suppress(Exception):
                self.close(timeout=5)  # type: ignore[no-untyped-call]
            raise


@contextmanager
def here(jobs: int) -> Iterator[Client]:
    """Give a cluster within this process, with so many threads; no port is open."""
    common = {"protocol": "inproc://", "dashboard": False}
    scheduler = {"cls": _Scheduler, "options": common}
    options = {**common, "nthreads": jobs, "memory_limit": 0}
    isolated.start()
    with _quiet():
        cluster = SpecCluster(  # type: ignore[no-untyped-call]
            workers={0: {"cls": _Worker, "options": options}},
            scheduler=scheduler,
            silence_logs=logging.CRITICAL,
        )
        with cluster, Client(cluster) as client:  # type: ignore[no-untyped-call]
            try:
                yield client
            finally:
                # Workers wait for what they are at.
                isolated.stop()


@contextmanager
def elsewhere(address: str) -> Iterator[Client]:
    """Give a cluster that runs already; raises `ClusterError`."""
    with _quiet():
        try:
            client = _Client(address)  # type: ignore[no-untyped-call]
        except Exception as error:
            what = " ".join(str(error).split()) or type(error).__name__
            raise ClusterError(
                f"--scheduler {address}: there is no scheduler: {what}"
            ) from None
        try:
            yield client
        finally:
            if client.status == "running":
                with suppress(Exception):
                    client.run(isolated.end_idle)
            with suppress(Exception):
                client.close(timeout=5)  # type: ignore[no-untyped-call]


def results(
    client: Client,
    batches: Iterator[Batch],
    order: Order,
    patience: float = PATIENCE,
) -> Iterator[tuple[Batch, Part]]:
    """Yield what comes of each batch, once, as it is done; raises `ClusterError`.

    Only so many batches are under way as keep the workers busy. One whose worker is
    lost is done by another; one that has lost several is given up, and recorded.
    """
    pending: dict[Future[Part], Batch] = {}
    last = monotonic()
    more = True
    while more or pending:
        while more and len(pending) < _AHEAD * max(1, _threads(client)):
            batch = next(batches, None)
            more = batch is not None
            if batch is not None:
                future = client.submit(work.done, batch, order, pure=False)
                pending[future] = batch
        if not pending:
            return
        for future in _finished([*pending]):
            part = _result(future, pending[future])
            if part is not None:
                last = monotonic()
                yield pending.pop(future), part
        if client.status != "running":
            raise ClusterError(_GONE)
        if monotonic() - last > patience and not _threads(client):
            raise ClusterError("no worker is left: the same command goes on later")


def _finished(pending: "list[Future[Part]]") -> "Collection[Future[Part]]":
    """Return those that are done, after a second at the latest."""
    try:
        some = wait(pending, timeout=1, return_when="FIRST_COMPLETED")  # type: ignore[no-untyped-call]
    except TimeoutError:
        return ()
    except CancelledError:
        raise ClusterError(_GONE) from None
    done: Collection[Future[Part]] = some.done
    return done


def _result(future: "Future[Part]", batch: Batch) -> Part | None:
    """Return what came of a batch; None if it is lost, and on its way again."""
    try:
        return future.result(timeout=5)
    except TimeoutError:
        return None
    except KilledWorker:
        return work.failed(batch, "several workers were lost over this batch")
    except CancelledError:
        raise ClusterError(_GONE) from None
    except ModuleNotFoundError as error:
        raise ClusterError(f"a worker has no {error.name}: install the same") from None
    except Exception as error:
        what = " ".join(str(error).split()) or type(error).__name__
        raise ClusterError(what) from error


def _threads(client: Client) -> int:
    """Return how many threads all workers have together."""
    try:
        return sum(client.nthreads().values())  # type: ignore[no-untyped-call]
    except Exception:
        return 0


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Dask says of its workings from the terminal."""
    handlers = [
        (each, each.level) for each in logging.getLogger("distributed").handlers
    ]
    for each, _ in handlers:
        each.setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            for each, level in handlers:
                each.setLevel(level)
