"""Which files a call is about."""

import os
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from stat import S_ISREG

from resolint.readers import ENDINGS, NAMED, UnreadableError


def standard_input() -> bytes:
    """Return what standard input holds."""
    if sys.stdin is None:
        raise UnreadableError("standard input is closed")
    return sys.stdin.buffer.read()


@dataclass(frozen=True, slots=True)
class Trouble:
    """A folder that could not be looked into, and why."""

    message: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A draft in a folder that is read only when it is named itself."""

    path: Path


def files(
    paths: Iterable[str], exclude: Collection[str] = ()
) -> Iterator[Path | Trouble | LeftOut]:
    """Yield the files that some paths name, each once, in the order of the paths.

    A folder stands for the drafts in it, sorted; hidden files and folders and the
    lock files of Word are left out, and so is what a pattern excludes. A file that is
    named itself is never left out. What takes another program to read, or was printed
    of a draft, is only told of.
    """
    seen: set[str] = set()
    for path in map(Path, paths):
        found = _within(path, exclude) if path.is_dir() else (path,)
        for file in found:
            if isinstance(file, (Trouble, LeftOut)):
                yield file
            elif (key := os.path.normpath(file)) not in seen:
                seen.add(key)
                yield file


def left_out(found: Iterable[object]) -> str:
    """Return what to say of drafts that are left out, if there are any."""
    counts = Counter(
        each.path.suffix.lower() for each in found if isinstance(each, LeftOut)
    )
    if not counts:
        return ""
    told = " and ".join(f"{count} {ending}" for ending, count in sorted(counts.items()))
    one = counts.total() == 1
    return f"{told} {'file is' if one else 'files are'} read only when named: left out"


def _within(
    folder: Path, exclude: Collection[str]
) -> Iterator[Path | Trouble | LeftOut]:
    troubles: list[Trouble] = []

    def failed(error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        troubles.append(Trouble(f"{error.filename}: this cannot be read: {reason}"))

    for here, folders, names in os.walk(folder, onerror=failed):
        yield from troubles
        troubles.clear()
        base = Path(here)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not _excluded(base / name, exclude)
        )
        for name in sorted(names):
            path = base / name
            ending = path.suffix.lower()
            if name.startswith((".", "~$")):
                continue
            if ending not in ENDINGS and ending not in NAMED:
                continue
            if not _excluded(path, exclude) and not _special(path):
                yield path if ending in ENDINGS else LeftOut(path)
    yield from troubles


def _special(path: Path) -> bool:
    """Whether a path in a folder is a pipe, a socket or a device: reading may hang."""
    try:
        return not S_ISREG(path.stat().st_mode)
    except OSError:
        # A file that is not there, or may not be read, is told when it is read.
        return False


def _excluded(path: Path, patterns: Collection[str]) -> bool:
    """Whether a pattern fits the path, or the name of the file or folder."""
    whole = path.as_posix()
    return any(
        fnmatch(whole, pattern.rstrip("/"))
        or fnmatch(path.name, pattern.rstrip("/"))
        or fnmatch(whole, f"*/{pattern.rstrip('/')}")
        for pattern in patterns
    )
