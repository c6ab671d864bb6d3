"""Files written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG


class UnwritableError(Exception):
    """A file that cannot be written; the message is one line for the user."""


def refuse(path: Path, option: str, drafts: tuple[Path, ...] = ()) -> None:
    """Raise `UnwritableError` if no copy of a draft can be written to a path."""
    if path.is_dir():
        raise UnwritableError(f"{option} {path}: this is a folder")
    if not path.parent.is_dir():
        raise UnwritableError(f"{option} {path}: there is no folder {path.parent}")
    if any(same(path, draft) for draft in drafts):
        raise UnwritableError(f"{option} {path}: this is the draft itself")
    if path.exists():
        _require_writable(path)


def write(path: Path, data: bytes, was: bytes | None = None) -> None:
    """Write a file under a new name beside its own, and move it into place.

    ``was`` is what the file held when it was read: if somebody has saved it since, it
    is left alone. Its mode stays.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = _require_writable(target) if target.exists() else None
        if was is not None and target.read_bytes() != was:
            raise UnwritableError(f"{path}: somebody has changed it meanwhile")
        handle, name = tempfile.mkstemp(prefix=".resolint-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(_usual() if mode is None else mode)
            Path(name).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnwritableError(f"{path}: cannot be written: {reason}") from None


def _require_writable(path: Path) -> int:
    """Return the mode of a file that may be written to."""
    mode = path.stat().st_mode
    if not S_ISREG(mode):
        raise UnwritableError(f"{path}: cannot be written: this is no ordinary file")
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise UnwritableError(f"{path}: cannot be written: it is read-only")
    return S_IMODE(mode)


def same(one: Path, other: Path) -> bool:
    """Whether two paths name one file, however they are written."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)


def _usual() -> int:
    """Return the mode that a new file has."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
