"""The folder that the tables are written to: whole at all times, and never twice."""

import json
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import rmtree
from typing import Any

from locket import LockError, lock_file
from pyarrow import ArrowException, parquet

from resolint.archive.batches import Batch
from resolint.archive.errors import ArchiveError
from resolint.archive.parts import AGAIN, STATES, TABLES, Part
from resolint.cli.writing import write

MANIFEST = "manifest.json"
UNFINISHED = "unfinished"
LOCK = ".lock"


class DatasetError(ArchiveError):
    """A folder that cannot be written to; the message is one line for the user."""


class Dataset:
    """The tables of an archive, in parts: one of each table for each batch.

    Parts gather in ``unfinished`` and are moved into place together at the end of a
    run, when the parts that are not wanted any more go: a reader of the tables finds
    those of one whole run. The key of its batch is in the name of a part: what has a
    part needs not be done again, after a run or in the middle of one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: dict[str, Path] = {}
        """The documents of the batches that are done, by key."""

    @contextmanager
    def opened(self, fresh: bool = False) -> Iterator[None]:
        """Make the folder ready, for nobody else; raises `DatasetError`."""
        folder, unfinished = self.folder, self._unfinished
        with ExitStack() as stack:
            with self._told():
                self._prove()
                for table in TABLES:
                    (unfinished / table).mkdir(parents=True, exist_ok=True)
                stack.enter_context(lock_file(os.fspath(folder / LOCK), timeout=0))
                self._clear()
                if fresh:
                    for file in unfinished.glob("*/*.parquet"):
                        file.unlink()
                else:
                    self.known = {**self._done(folder), **self._done(unfinished)}
            yield

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in one line why the folder cannot be written to."""
        try:
            yield
        except LockError:
            what = "another run is writing to it"
        except OSError as error:
            what = f"cannot be written: {error.strerror or type(error).__name__}"
        else:
            return
        raise DatasetError(f"{self.folder}: {what}")

    @property
    def _unfinished(self) -> Path:
        return self.folder / UNFINISHED

    def _prove(self) -> None:
        folder = self.folder
        if folder.exists() and not folder.is_dir():
            raise DatasetError(f"{folder}: this is a file: the tables make a folder")
        if not folder.absolute().parent.is_dir():
            raise DatasetError(f"{folder}: there is no folder {folder.parent}")
        if folder.exists():
            names = {each.name for each in folder.iterdir()}
            if names and not names & {MANIFEST, UNFINISHED}:
                raise DatasetError(f"{folder}: there is something else in this folder")

    def _clear(self) -> None:
        """Take away what a run has begun to write when it was killed."""
        for base in (self.folder, self._unfinished):
            for folder in (base, *(base / table for table in TABLES)):
                if folder.is_dir():
                    for file in folder.glob(".resolint-*"):
                        file.unlink()

    def _done(self, base: Path) -> dict[str, Path]:
        """Return the parts in a folder that are whole, by key."""
        documents, findings = (base / table for table in TABLES)
        if not (documents.is_dir() and findings.is_dir()):
            return {}
        both = {each.name for each in findings.glob("*.parquet")}
        return {
            _key(file): file
            for file in documents.glob("*.parquet")
            if file.name in both and _is_final(file)
        }

    def has(self, batch: Batch) -> bool:
        """Whether a batch is done."""
        return batch.key in self.known

    def add(self, batch: Batch, part: Part) -> None:
        """Write the tables of a batch; that of the documents says that it is done."""
        for table in reversed(TABLES):
            file = self._unfinished / table / f"{batch.key}.parquet"
            write(file, part.tables[table])
        self.known[batch.key] = file

    def finish(self, keys: Sequence[str], order: Mapping[str, Any]) -> dict[str, int]:
        """Put the parts of a run into place, in their order, and take others away.

        A run that is killed here is finished by the next one.
        """
        with self._told():
            return self._finish(keys, order)

    def _finish(self, keys: Sequence[str], order: Mapping[str, Any]) -> dict[str, int]:
        (self.folder / MANIFEST).unlink(missing_ok=True)
        names = {key: f"{at:06}-{key}.parquet" for at, key in enumerate(keys)}
        for table in TABLES:
            (self.folder / table).mkdir(exist_ok=True)
        self._drop(keys)
        for key, name in names.items():
            was = self.known[key]
            # The documents last: while they are not there, the batch is not done.
            for table in reversed(TABLES):
                base = was.parent.parent
                target = self.folder / table / name
                if base / table / was.name != target:
                    (base / table / was.name).replace(target)
        counts = self._counts(names.values())
        text = json.dumps(
            {**order, "parts": len(keys), **counts}, ensure_ascii=False, indent=1
        )
        write(self.folder / MANIFEST, f"{text}\n".encode("utf-8", "backslashreplace"))
        rmtree(self._unfinished, ignore_errors=True)
        return counts

    def _drop(self, keys: Collection[str]) -> None:
        """Take away the parts that are not of this run, and those made anew."""
        wanted = {self.known[key] for key in keys}
        for table in reversed(TABLES):
            for file in (self.folder / table).glob("*.parquet"):
                if self.folder / TABLES[0] / file.name not in wanted:
                    file.unlink()

    def _counts(self, names: Collection[str]) -> dict[str, int]:
        """Return how many documents and findings there are, by the state of each."""
        counts = dict.fromkeys(("documents", *STATES, "findings"), 0)
        for name in names:
            documents, findings = (self.folder / table / name for table in TABLES)
            states = parquet.read_table(documents, columns=["status"])["status"]
            counts["documents"] += len(states)
            for each in states.to_pylist():
                counts[each] += 1
            counts["findings"] += parquet.read_metadata(findings).num_rows
        return counts


def _key(file: Path) -> str:
    return file.stem.rpartition("-")[2]


def _is_final(file: Path) -> bool:
    """Whether nothing in a part is to be tried again; one that is damaged is."""
    try:
        return AGAIN not in (parquet.read_schema(file).metadata or {})
    except (ArrowException, OSError):
        return False
