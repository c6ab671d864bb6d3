"""One run over an archive: what is not done yet is done, and all is put into place."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from dask.system import CPU_COUNT

from resolint.archive import cluster
from resolint.archive.batches import USUAL, Batch, batches
from resolint.archive.dataset import Dataset
from resolint.archive.errors import ArchiveError
from resolint.archive.order import Order
from resolint.archive.sources import Entry, Source, entries


class NothingError(ArchiveError):
    """There is nothing in the sources; the message is one line for the user."""


@dataclass(kw_only=True)
class Run:
    """What a call was asked for, and how far it has come."""

    sources: Collection[Source]
    order: Order
    dataset: Dataset
    exclude: Collection[str] = ()
    size: int = USUAL
    """How many files a batch has, more or less."""
    jobs: int | None = None
    """How many files are examined at once in this process; None for all cores."""
    scheduler: str | None = None
    """The address of the cluster that is to do the work instead."""
    fresh: bool = False
    fail: Callable[[str], None] = field(default=lambda message: None)
    tell: Callable[[int], None] = field(default=lambda done: None)
    """Is told how many files are done."""
    keys: list[str] = field(default_factory=list)
    """Of all batches, in their order."""
    seen: Counter[str] = field(default_factory=Counter)
    """How many files were ``done`` in this run, and ``kept`` from others."""

    def listed(self) -> Iterator[Entry]:
        """Yield the files that there are."""
        return entries(self.sources, self.exclude, self.fail)

    def work(self) -> dict[str, int]:
        """Do what is to be done, and return how many documents of each kind there are.

        Raises `NothingError`, `DatasetError`, `SourceError`, `ClusterError` and
        `UnwritableError`. What was done till then is kept for the next run.
        """
        first = next(iter(self.listed()), None)
        if first is None:
            raise NothingError("there are no drafts to examine")
        with self.dataset.opened(self.fresh):
            todo = self._todo(batches(self.listed(), self.size, self.order.key))
            self._do(todo)
            return self.dataset.finish(self.keys, self.order.told())

    def _todo(self, every: Iterable[Batch]) -> Iterator[Batch]:
        """Yield the batches that are not done."""
        for batch in every:
            self.keys.append(batch.key)
            if self.dataset.has(batch):
                self._count("kept", batch)
            else:
                yield batch

    def _do(self, todo: Iterator[Batch]) -> None:
        first = next(todo, None)
        if first is None:
            return
        self.tell(self.seen.total())

        def rest() -> Iterator[Batch]:
            yield first
            yield from todo

        if self.scheduler is None:
            place = cluster.here(self.jobs or CPU_COUNT)
        else:
            place = cluster.elsewhere(self.scheduler)
        with place as client:
            for batch, part in cluster.results(client, rest(), self.order):
                self.dataset.add(batch, part)
                self._count("done", batch)

    def _count(self, what: str, batch: Batch) -> None:
        self.seen[what] += len(batch.entries)
        self.tell(self.seen.total())
