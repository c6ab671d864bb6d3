"""One batch, done where a worker of Dask is: fetched, examined, written as tables."""

import zipfile
import zlib
from collections.abc import Iterator

from resolint.archive.batches import Batch
from resolint.archive.examining import Record, bad
from resolint.archive.isolated import Isolated, isolated
from resolint.archive.order import Order
from resolint.archive.parts import Part, part
from resolint.archive.sources import Entry, store, told
from resolint.readers import LIMIT

_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError),
    *(NotImplementedError, RuntimeError),
)
"""What an archive raises whose files are damaged, locked or packed some other way."""


def done(batch: Batch, order: Order) -> Part:
    """Return the tables of a batch.

    Raises `MismatchError` and `ChildError`: then no batch can be done here.
    """
    order.prove()
    with isolated(order) as examiner:
        return part(_records(batch, examiner, order.run))


def failed(batch: Batch, reason: str) -> Part:
    """Return the tables of a batch of which nothing is known but why."""
    return part(bad(each.path, each.size, reason, again=True) for each in batch.entries)


def _records(batch: Batch, examiner: Isolated, run: str) -> Iterator[Record]:
    for entry in batch.entries:
        fetched = _fetched(entry, run)
        if isinstance(fetched, Record):
            yield fetched
        else:
            yield examiner.record(entry.path, fetched)


def _fetched(entry: Entry, run: str) -> bytes | Record:
    """Return what a file holds, or the record of one that cannot be fetched."""
    if entry.size is not None and entry.size > LIMIT:
        return _too_large(entry)
    try:
        with store(entry.store, run).open(entry.address, "rb") as file:
            data: bytes = file.read(LIMIT + 1)
    except _DAMAGED as error:
        return bad(entry.path, entry.size, f"this cannot be unpacked: {told(error)}")
    except Exception as error:
        what = f"this cannot be read: {told(error)}"
        return bad(entry.path, entry.size, what, again=True)
    return data if len(data) <= LIMIT else _too_large(entry)


def _too_large(entry: Entry) -> Record:
    what = f"this is larger than {LIMIT // 1_000_000} MB"
    return bad(entry.path, entry.size, what)
