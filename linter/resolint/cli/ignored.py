"""Which files git leaves out, by its own word: ``git check-ignore``."""

import os
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from shutil import which

from resolint import paths

_LONGEST = 60
"""Seconds that git may take."""


def ignored(files: Iterable[Path]) -> set[Path]:
    """Return the files among some that git ignores; none where there is no git."""
    by_root: dict[Path, dict[bytes, Path]] = defaultdict(dict)
    for path in files:
        folder = _resolved(path.parent)
        if root := _root(folder):
            below = (folder / path.name).relative_to(root)
            by_root[root][os.fsencode(below.as_posix())] = path
    return {
        known[name]
        for root, known in by_root.items()
        for name in _asked(root, [*known])
        if name in known
    }


def _asked(root: Path, names: list[bytes]) -> list[bytes]:
    git = which("git")
    if git is None:
        return []
    import subprocess

    # A repository's own settings may name a program to run: not for us.
    command = [git, "-c", "core.fsmonitor=false", "check-ignore", "-z", "--stdin"]
    try:
        done = subprocess.run(
            command,
            cwd=root,
            input=b"".join(name + b"\0" for name in names),
            capture_output=True,
            timeout=_LONGEST,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return done.stdout.split(b"\0") if done.returncode == 0 else []


@cache
def _resolved(folder: Path) -> Path:
    return folder.resolve()


@cache
def _root(folder: Path) -> Path | None:
    """Return the folder of the repository that a folder is in."""
    above = (folder, *folder.parents)
    return next((each for each in above if paths.is_there(each / ".git")), None)
