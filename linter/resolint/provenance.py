"""What a document is judged by, as files: the engine, the rule packs, plug-ins."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from resolint.entries import entry_points
from resolint.packs import GROUP
from resolint.placed import Plugin

_READ = frozenset({".py", ".tsv", ".json", ".xcu", ".toml"})
"""Files of a package that change what is found; its pages do not."""
_LIBRARIES = ("lxml", "pyparsing", "rapidfuzz")
"""What the engine and our rules read documents with."""


def packs() -> Iterator[tuple[str, str, Path | None]]:
    """Yield the name, the version and the folder of each rule pack."""
    from importlib import metadata

    for entry in metadata.entry_points(group=GROUP):
        number = entry.dist.version if entry.dist else ""
        yield entry.value, number, _folder(entry.value)


@cache
def fingerprint(plugins: tuple[Plugin, ...] = ()) -> str:
    """Return what is another one when the engine, a pack or a plug-in is.

    It is the same on every machine.
    """
    digest = blake2b(digest_size=12)
    packages = [("resolint", _folder("resolint"))]
    packages += [(name, folder) for name, _, folder in sorted({*packs()})]
    packages += [(each.name, _plugged(each)) for each in plugins]
    for name, folder in packages:
        digest.update(f"{name}\0".encode())
        for file in _sources(folder):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


@cache
def stamp() -> str:
    """Return what is another one when Python, the engine, a pack or a library is.

    It is for this machine: files are known by their sizes and times, pages of rules
    too, and none is read.
    """
    digest = blake2b(sys.version.encode(), digest_size=16)
    names = {
        "resolint",
        *(re.split("[.:]", each.value)[0] for each in entry_points(GROUP)),
    }
    for name in sorted(names):
        for root in _roots(name):
            for told in _told(root):
                digest.update(told.encode("utf-8", "surrogateescape"))
    for name in _LIBRARIES:
        for root in _roots(name):
            # Of what is installed anew the folder is.
            told = f"{root}\0{root.stat().st_mtime_ns}\0"
            digest.update(told.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _roots(module: str) -> list[Path]:
    """Return the folders that a module is made of, or its file."""
    try:
        spec = find_spec(module)
    except (ImportError, ValueError):
        return []
    if spec is None:
        return []
    found = spec.submodule_search_locations or [spec.origin or ""]
    return [path for each in found if (path := Path(each)).exists()]


def _told(root: Path) -> Iterator[str]:
    """Yield the path, the size and the time of each file of a package."""
    if root.is_file():
        yield _stated(str(root), root.stat())
        return
    todo = [str(root)]
    while todo:
        with os.scandir(todo.pop()) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        for entry in found:
            if not entry.is_dir():
                yield _stated(entry.path, entry.stat())
            elif entry.name != "__pycache__":
                todo.append(entry.path)


def _stated(path: str, status: os.stat_result) -> str:
    return f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0"


def _folder(module: str) -> Path | None:
    """Return where a module is: a folder, or a file."""
    try:
        spec = find_spec(module)
    except (ImportError, ValueError):
        return None
    if spec is None or spec.origin is None:
        return None
    file = Path(spec.origin)
    return file.parent if file.name == "__init__.py" else file


def _plugged(plugin: Plugin) -> Path | None:
    file = Path(plugin.base, plugin.name)
    return file if file.exists() else _folder(plugin.name)


def _sources(where: Path | None) -> Iterable[Path]:
    if where is None or not where.exists():
        return ()
    if where.is_file():
        return (where,)
    return (
        file
        for file in sorted(where.rglob("*"))
        if file.suffix in _READ and file.is_file()
    )
