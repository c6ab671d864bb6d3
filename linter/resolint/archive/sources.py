"""Which files an archive has: fsspec addresses, and what they stand for."""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import merge
from operator import itemgetter
from pathlib import Path, PurePosixPath
from typing import Any

from fsspec import AbstractFileSystem
from fsspec.archive import AbstractArchiveFileSystem
from fsspec.core import url_to_fs
from fsspec.utils import glob_translate

from resolint.archive.errors import ArchiveError
from resolint.cli.files import excluded
from resolint.readers import ENDINGS, NAMED

Info = Mapping[str, Any]
Found = tuple[str, Info]
"""An address in its store, and what the store says of it."""

_MAGIC = re.compile(r"[*?\[{]")
_STAMPS = ("ETag", "etag", "md5Hash", "CRC", "mtime", "LastModified", "created")
"""What tells that a file has changed, the best first; stores have one or another."""


class SourceError(ArchiveError):
    """An address that cannot be read; the message is one line for the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file of an archive."""

    path: str
    """What it is called: from the root of its source, with slashes."""
    address: str
    store: str
    """The file system that it is in, as `store` takes it."""
    size: int | None
    stamp: str
    """What is another one when the file has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A folder, the files in one that a pattern fits, or one file."""

    store: str
    folder: str
    """What its files are called from."""
    pattern: str = ""
    """The whole address with ``*``, if it has any."""
    file: Found | None = None

    @property
    def title(self) -> str:
        """The folder, below the archive that it is in."""
        whole = getattr(store(self.store), "fo", None)
        name = getattr(whole, "path", None) or getattr(whole, "name", None) or ""
        return "/".join(filter(None, (str(name), self.folder.strip("/"))))


@lru_cache(maxsize=16)
def store(text: str, run: str = "") -> AbstractFileSystem:
    """Return the file system that its JSON names: the same in every process.

    What it knows of its files, such as the list of a .zip, it keeps for one run.
    """
    return AbstractFileSystem.from_json(text)


def opened(address: str) -> Source:
    """Return what an address stands for; raises `SourceError`."""
    try:
        files, path = url_to_fs(_whole(address))
        text = files.to_json()
        files = store(text)
        if _MAGIC.search(path) and not files.exists(path):
            parts = path.split("/")
            first = next(at for at, part in enumerate(parts) if _MAGIC.search(part))
            folder = "/".join(parts[:first]) or files.root_marker
            return Source(store=text, folder=folder, pattern=path)
        info = files.info(path)
    except FileNotFoundError:
        raise SourceError(f"{address}: there is no such file or folder") from None
    except ImportError as error:
        what = " ".join(str(error).split()).rstrip(".")
        raise SourceError(f"{address}: this cannot be opened here: {what}") from None
    except Exception as error:
        raise SourceError(f"{address}: this cannot be read: {told(error)}") from None
    if info["type"] == "directory":
        return Source(store=text, folder=path.rstrip("/") or files.root_marker)
    if info["type"] != "file":
        raise SourceError(f"{address}: this is no ordinary file")
    folder = path.rpartition("/")[0] or files.root_marker
    return Source(store=text, folder=folder, file=(path, info))


def _whole(address: str) -> str:
    """Return an address as fsspec takes it, whole: others read it elsewhere."""
    chain, _, last = address.rpartition("::")
    if "://" not in last:
        last = os.path.abspath(last)  # noqa: PTH100 - of an address, not of a path
    if chain:
        return f"{chain}::{last}"
    if last.lower().endswith(".zip") and not Path(last).is_dir():
        return f"zip://::{last}"
    return last


def entries(
    sources: Iterable[Source],
    exclude: Collection[str] = (),
    fail: Callable[[str], None] = lambda message: None,
) -> Iterator[Entry]:
    """Yield the files of some sources, each once, in the order of their paths.

    What cannot be looked into is told to ``fail``. Of several roots each has its name
    before the paths. Raises `SourceError` where two have the same.
    """
    roots: dict[tuple[str, str], list[Source]] = {}
    for source in sorted(sources, key=lambda each: len(each.folder)):
        around = (
            (text, root)
            for text, root in roots
            if text == source.store and _inside(source.folder, root)
        )
        roots.setdefault(next(around, (source.store, source.folder)), []).append(source)
    labels = _labels([group[0] for group in roots.values()])
    for label, (text, root), group in sorted(
        zip(labels, roots, roots.values(), strict=True), key=itemgetter(0)
    ):
        named = [each.file for each in group if each.file]
        walks = [
            _walk(each, root, exclude, fail) for each in group if each.file is None
        ]
        last = None
        for address, info in merge(sorted(named), *walks, key=itemgetter(0)):
            if address != last:
                last = address
                yield Entry(
                    path=f"{label}{_below(address, root)}",
                    address=address,
                    store=text,
                    size=info.get("size"),
                    stamp=_stamp(info),
                )


def _inside(folder: str, root: str) -> bool:
    return f"{folder}/".startswith(f"{root.rstrip('/')}/")


def _below(address: str, root: str) -> str:
    return address[len(root) :].lstrip("/")


def _labels(roots: Sequence[Source]) -> list[str]:
    """Return what stands before the paths of each root; nothing for a single one."""
    if len(roots) < 2:
        return [""] * len(roots)
    titles = [PurePosixPath(each.title).parts for each in roots]
    for count in range(1, max(map(len, titles)) + 1):
        labels = ["/".join(title[-count:]).strip("/") for title in titles]
        if len(set(labels)) == len(labels):
            return [f"{label}/" for label in labels]
    raise SourceError(f"two sources are called {'/'.join(titles[0])}: read one a time")


def _walk(
    source: Source, root: str, exclude: Collection[str], fail: Callable[[str], None]
) -> Iterator[Found]:
    """Yield the drafts in a folder, or those that the pattern fits, sorted."""
    files, pattern = store(source.store), source.pattern
    fits = re.compile(glob_translate(pattern)).fullmatch if pattern else None
    # Who writes *.pdf names them.
    ending = PurePosixPath(pattern).suffix.lower()
    known = {*ENDINGS, *({ending} & NAMED.keys())}
    depth = pattern.count("/") if pattern and "**" not in pattern else None

    def left_out(address: str) -> bool:
        name = address.rpartition("/")[2]
        below = Path(_below(address, root))
        return name.startswith((".", "~$")) or excluded(below, exclude)

    for address, info in _files(files, source.folder, depth, left_out, fail):
        if fits and not fits(address):
            continue
        if PurePosixPath(address).suffix.lower() in known:
            yield address, info


def _files(
    files: AbstractFileSystem,
    folder: str,
    depth: int | None,
    left_out: Callable[[str], bool],
    fail: Callable[[str], None],
) -> Iterator[Found]:
    """Yield the files below a folder, sorted, folder by folder."""
    if isinstance(files, AbstractArchiveFileSystem):
        # Its list is in memory, and each look into a folder goes through all of it.
        found = files.find(folder, detail=True)
        for address in sorted(found):
            parts = _below(address, folder).split("/")
            if not any(left_out("/".join(parts[: i + 1])) for i in range(len(parts))):
                yield address, found[address]
        return
    try:
        rows = [_followed(files, row) for row in files.ls(folder, detail=True)]
    except Exception as error:
        fail(f"{folder}: this cannot be read: {told(error)}")
        return
    # Stores keep what they have listed; of a large archive that is too much.
    files.invalidate_cache(folder)
    for name, info in sorted((_ordered(row), row) for row in rows if row):
        address = name.rstrip("/")
        if left_out(address):
            continue
        if info["type"] == "file":
            yield address, info
        elif (
            info["type"] == "directory"
            and not info.get("islink")
            and (depth is None or address.count("/") < depth)
        ):
            yield from _files(files, address, depth, left_out, fail)


def _ordered(info: Info) -> str:
    """Return what a file or folder is sorted by: as all paths below it would be."""
    name = str(info["name"]).rstrip("/")
    return f"{name}/" if info["type"] == "directory" else name


def _followed(files: AbstractFileSystem, info: Info) -> Info | None:
    """Return what a link leads to; None if that is not there."""
    if not info.get("islink"):
        return info
    try:
        there: Info = files.info(info["name"])
    except OSError:
        return None
    return there


def _stamp(info: Info) -> str:
    return next((f"{key} {info[key]}" for key in _STAMPS if info.get(key)), "")


def told(error: BaseException) -> str:
    """Return what to say of a failure, on one line."""
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(said).split())
