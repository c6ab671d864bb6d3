"""Which files a call is about."""

import os
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from resolint.cli.ignored import ignored
from resolint.paths import is_file, is_folder, is_there
from resolint.readers import ENDINGS, NAMED, UnreadableError
from resolint.settings import Settings


def standard_input() -> bytes:
    """Return what standard input holds."""
    if sys.stdin is None:
        raise UnreadableError("standard input is closed")
    return sys.stdin.buffer.read()


class Trouble(NamedTuple):
    """A folder that could not be looked into, and why."""

    message: str


class LeftOut(NamedTuple):
    """A draft in a folder that is read only when it is named itself."""

    path: Path
    by_git: bool = False
    """Whether it is left out as git ignores it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What of the files that are found is left out."""

    exclude: Collection[str] = ()
    force: bool = False
    """Whether a file that is named itself is left out too."""
    git: bool = False
    """Whether what git ignores is."""

    @classmethod
    def of(cls, settings: Settings) -> "Bounds":
        """Return what the settings leave out."""
        return cls(
            exclude=settings.exclude,
            force=settings["force-exclude"],
            git=settings["respect-gitignore"],
        )


def files(
    paths: Iterable[str], bounds: Bounds | None = None
) -> Iterator[Path | Trouble | LeftOut]:
    """Yield the files that some paths name, each once, in the order of the paths.

    A folder stands for the drafts in it, sorted; hidden files and folders and the
    lock files of Word are left out, and so is what a pattern excludes. A file that is
    named itself is left out only if it is forced. What takes another program to read,
    or was printed of a draft, is only told of, and so is what git ignores.
    """
    bounds = bounds or Bounds()
    seen: set[str] = set()
    for path in map(Path, paths):
        if bounds.force and _above_excluded(path, bounds.exclude):
            continue
        found: Iterable[Path | Trouble | LeftOut] = (path,)
        if is_folder(path):
            found = _within(path, bounds.exclude)
            if bounds.git:
                found = _without_ignored([*found])
        for file in found:
            if isinstance(file, (Trouble, LeftOut)):
                yield file
            elif (key := os.path.normpath(file)) not in seen:
                seen.add(key)
                yield file


def left_out(found: Iterable[object]) -> str:
    """Return what to say of drafts that are left out, if there are any."""
    out = [each for each in found if isinstance(each, LeftOut)]
    told = (
        _told([each for each in out if each.by_git], "ignored by git"),
        _told([each for each in out if not each.by_git], "read only when named"),
    )
    return "; ".join(filter(None, told))


def _told(out: Collection[LeftOut], why: str) -> str:
    counts = Counter(each.path.suffix.lower() for each in out)
    if not counts:
        return ""
    told = " and ".join(f"{count} {ending}" for ending, count in sorted(counts.items()))
    one = counts.total() == 1
    return f"{told} {'file is' if one else 'files are'} {why}: left out"


def _without_ignored(
    found: Collection[Path | Trouble | LeftOut],
) -> Iterator[Path | Trouble | LeftOut]:
    """Yield what is found, and say what git ignores of it."""
    out = ignored(
        each.path if isinstance(each, LeftOut) else each
        for each in found
        if not isinstance(each, Trouble)
    )
    for each in found:
        if isinstance(each, Path) and each in out:
            yield LeftOut(each, by_git=True)
        elif not (isinstance(each, LeftOut) and each.path in out):
            yield each


def _above_excluded(path: Path, patterns: Collection[str]) -> bool:
    """Whether a pattern fits a path that is named, or a folder that it is in."""
    if not patterns:
        return False
    whole = Path(os.path.normpath(path))
    if whole.is_absolute() and whole.is_relative_to(Path.cwd()):
        whole = whole.relative_to(Path.cwd())
    return any(
        each.name and excluded(each, patterns) for each in (whole, *whole.parents)
    )


def _within(
    folder: Path, exclude: Collection[str]
) -> Iterator[Path | Trouble | LeftOut]:
    troubles: list[Trouble] = []

    def failed(error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        place = Path(error.filename)
        troubles.append(Trouble(f"{place}: this cannot be read: {reason}"))

    for here, folders, names in os.walk(folder, onerror=failed):
        yield from troubles
        troubles.clear()
        base = Path(here)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not excluded(base / name, exclude)
        )
        for name in sorted(names):
            path = base / name
            ending = path.suffix.lower()
            if name.startswith((".", "~$")):
                continue
            if ending not in ENDINGS and ending not in NAMED:
                continue
            # A pipe, a socket or a device is no draft: reading it may hang. What is
            # not there any more, or may not be read, is told when it is read.
            special = is_there(path) and not is_file(path)
            if not special and not excluded(path, exclude):
                yield path if ending in ENDINGS else LeftOut(path)
    yield from troubles


def excluded(path: Path, patterns: Collection[str]) -> bool:
    """Whether a pattern fits the path, or the name of the file or folder."""
    whole = path.as_posix()
    return any(
        fnmatch(whole, pattern.rstrip("/"))
        or fnmatch(path.name, pattern.rstrip("/"))
        or fnmatch(whole, f"*/{pattern.rstrip('/')}")
        for pattern in patterns
    )
