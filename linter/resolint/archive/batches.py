"""How the files of an archive are divided: into batches that have a key each."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

from resolint.archive.sources import Entry

USUAL = 100
"""How many files a batch has, more or less."""
_MOST = 4
"""How many times the usual number it has at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Some files that are done together; what comes of them is one part."""

    number: int
    key: str
    """Made of the files as they are, and of what they are judged by."""
    entries: tuple[Entry, ...]


def batches(entries: Iterable[Entry], size: int, order: str) -> Iterator[Batch]:
    """Yield the files in batches; ``order`` is the key of what they are judged by.

    A batch ends where the name of a file says so, not at a number: a file that comes
    or goes changes its own batch, and no other.
    """
    number, some = 0, list[Entry]()
    for entry in entries:
        some.append(entry)
        if _ends(entry, size) or len(some) >= _MOST * size:
            yield _batch(number, some, order)
            number, some = number + 1, []
    if some:
        yield _batch(number, some, order)


def _ends(entry: Entry, size: int) -> bool:
    return crc32(entry.path.encode("utf-8", "surrogateescape")) % size == 0


def _batch(number: int, some: list[Entry], order: str) -> Batch:
    rows = [[each.path, each.size, each.stamp] for each in some]
    key = blake2b(json.dumps([order, rows]).encode(), digest_size=12).hexdigest()
    return Batch(number=number, key=key, entries=tuple(some))
