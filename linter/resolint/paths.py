"""What stands at a path, asked so that nothing is raised where we may not look."""

import errno
import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG

_HANDED = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""How the names of what a shell hands over begin: ``<(git show main:draft.md)``."""


def is_file(path: Path) -> bool:
    """Whether an ordinary file stands at a path, or a link leads to one."""
    return S_ISREG(_mode(path))


def is_folder(path: Path) -> bool:
    """Whether a folder stands at a path, or a link leads to one."""
    return S_ISDIR(_mode(path))


def is_there(path: Path) -> bool:
    """Whether anything stands at a path; no if we may not know."""
    return _mode(path) != 0


def contents(path: Path, most: int = -1) -> bytes:
    """Return the bytes of a file: all of them, or the first of them.

    Raises `OSError`, also of a pipe, a socket or a device: to wait for what somebody
    may write there could take for ever. What the shell hands over is read.
    """
    mode = _mode(path)
    if mode and not S_ISREG(mode) and not S_ISDIR(mode) and not is_handed(path):
        what = "it is a pipe or a device, not a file"
        raise OSError(errno.EINVAL, what, str(path))
    with path.open("rb") as file:
        return file.read(most)


def is_handed(path: Path) -> bool:
    """Whether a path is the name of a stream that the caller has opened."""
    return os.path.normpath(path.absolute()).startswith(_HANDED)


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0
