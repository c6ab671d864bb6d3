"""Files written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG

from resolint.paths import contents, is_folder, is_there


class UnwritableError(Exception):
    """A file that cannot be written; the message is one line for the user."""


def refuse(path: Path, option: str, drafts: tuple[Path, ...] = ()) -> None:
    """Raise `UnwritableError` if no file can be written to a path, or none should."""
    if is_folder(path):
        raise UnwritableError(f"{option} {path}: this is a folder")
    # A link may lead into another folder.
    target = Path(os.path.realpath(path))
    for folder in (path.parent, target.parent):
        if not is_folder(folder):
            raise UnwritableError(f"{option} {path}: there is no folder {folder}")
    if any(same(path, draft) for draft in drafts):
        raise UnwritableError(f"{option} {path}: this is the draft itself")
    if is_there(target):
        _require_writable(target, path)
    _require_room(target, path)


def write(path: Path, data: bytes, was: bytes | None = None) -> None:
    """Write a file under a new name beside its own, and move it into place.

    ``was`` is what the file held when it was read: if somebody has saved it since, it
    is left alone. Its mode stays, and its owner where we may say who that is.
    """
    target = Path(os.path.realpath(path))
    # Imported late, here and in other modules: most runs have no use for it.
    from secrets import token_hex

    # The name is known before there is a file: whenever a run is ended, the file goes.
    name = target.with_name(f".resolint-{token_hex(8)}")
    try:
        status = _require_writable(target, path) if is_there(target) else None
        if was is not None and contents(target) != was:
            raise UnwritableError(f"{path}: somebody has changed it meanwhile")
        _require_room(target, path)
        try:
            handle = os.open(name, _NEW, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _allow(name, status)
            name.replace(target)
        except BaseException:
            with suppress(OSError):
                name.unlink()
            raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnwritableError(f"{path}: cannot be written: {reason}") from None


def same(one: Path, other: Path) -> bool:
    """Whether two paths name one file, however they are written."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)


_NEW: int = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def _require_writable(path: Path, name: Path) -> os.stat_result:
    """Return what is known of a file that may be written to."""
    status = path.stat()
    if not S_ISREG(status.st_mode):
        raise UnwritableError(f"{name}: cannot be written: this is no ordinary file")
    if not status.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise UnwritableError(f"{name}: cannot be written: it is read-only")
    return status


def _require_room(path: Path, name: Path) -> None:
    """Raise `UnwritableError` where no new file may be made beside another."""
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise UnwritableError(f"{name}: cannot be written: no file may be made there")


def _allow(path: Path, like: os.stat_result | None) -> None:
    """Give a new file the mode and the owner of another, or the usual mode."""
    if like is None:
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(0o666 & ~mask)
        return
    made = path.stat()
    if (made.st_uid, made.st_gid) != (like.st_uid, like.st_gid):
        with suppress(OSError, AttributeError):
            os.chown(path, like.st_uid, like.st_gid)
    path.chmod(S_IMODE(like.st_mode))
