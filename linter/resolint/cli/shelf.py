"""The folder that findings are kept in: where it is, whose, and how full."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR
from time import time

LIMIT = 50_000_000
"""How many bytes all entries may have together."""
UNUSED = 30 * 86_400
"""Seconds after which what nobody has asked for is dropped."""
SHARDS = 64
"""How many parts the folder has; each is kept within bounds by itself."""
SHARE = LIMIT // SHARDS
TAG = "CACHEDIR.TAG"
_TAGGED = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# What resolint has found in drafts; `resolint clean` takes it away.\n"
)
_OTHERS = {TAG: _TAGGED, ".gitignore": "*\n"}
_SHARD = re.compile(r"[0-9a-f]{2}")
_ENTRY = re.compile(r"[0-9a-f]{64}")
_NEW = re.compile(r"\.new-[0-9a-f]{16}")
_HOUR = 3600
_FLAGS: int = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def usual() -> Path:
    """Return the folder that the system has for such things.

    Raises `RuntimeError` if nobody knows where the user's home is.
    """
    if given := os.environ.get("RESOLINT_CACHE_DIR"):
        return Path(given)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        base = Path(local) if local else Path.home() / "AppData" / "Local"
        return base / "resolint" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "resolint"
    base = Path(os.environ.get("XDG_CACHE_HOME") or "")
    return (base if base.is_absolute() else Path.home() / ".cache") / "resolint"


def refusal(folder: Path, status: os.stat_result) -> str:
    """Return why a folder that is there is not to be used; nothing if it may be.

    Raises `OSError`.
    """
    if not S_ISDIR(status.st_mode):
        return "this is no folder"
    if os.name == "posix" and (not _is_own(status) or status.st_mode & 0o022):
        return "others may write there"
    return "" if is_ours(folder) else "other things are kept there"


def _is_own(status: os.stat_result) -> bool:
    return sys.platform == "win32" or status.st_uid == os.geteuid()


def is_empty(folder: Path) -> bool:
    """Whether nothing is in a folder; raises `OSError`."""
    with os.scandir(folder) as found:
        return next(found, None) is None


def is_ours(folder: Path) -> bool:
    """Whether a folder is one that we keep things in; raises `OSError`."""
    try:
        if (folder / TAG).read_text("utf-8") == _TAGGED:
            return True
    except (FileNotFoundError, UnicodeDecodeError):
        pass
    # Another run may have begun with it just now: the tag comes first.
    return all(_NEW.fullmatch(each.name) for each in folder.iterdir())


def entries(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield each file of ours in a folder of ours, and what is known of it."""
    for shard in sorted(folder.iterdir()):
        if _SHARD.fullmatch(shard.name) and shard.is_dir() and not shard.is_symlink():
            yield from _within(shard)


def make(folder: Path) -> str:
    """Make a folder ours, and return why it cannot be; raises `OSError`."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    if os.name == "posix" and is_empty(folder) and _is_own(folder.stat()):
        folder.chmod(0o700)
    if why := refusal(folder, folder.stat()):
        return why
    for name, text in _OTHERS.items():
        if not (folder / name).exists():
            write(folder / name, text.encode())
    return ""


def clean(folder: Path) -> None:
    """Take away all that is ours, and the folder if nothing else is in it.

    Raises `OSError`.
    """
    for path, _ in entries(folder):
        path.unlink(missing_ok=True)
    for path in [*folder.iterdir()]:
        if _SHARD.fullmatch(path.name) and not path.is_symlink():
            with suppress(OSError):
                path.rmdir()
    # The tag comes last: until then the folder is known to be ours.
    for path in sorted(folder.iterdir(), key=lambda each: each.name == TAG):
        if path.name in _OTHERS or _NEW.fullmatch(path.name):
            path.unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


def write(path: Path, data: bytes) -> None:
    """Write a file whole, or not at all, for the user alone; raises `OSError`."""
    new = path.with_name(f".new-{os.urandom(8).hex()}")
    try:
        with os.fdopen(os.open(new, _FLAGS, 0o600), "wb") as file:
            file.write(data)
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def _within(shard: Path) -> Iterator[tuple[Path, os.stat_result]]:
    with os.scandir(shard) as found:
        for each in found:
            if _ENTRY.fullmatch(each.name) or _NEW.fullmatch(each.name):
                # Another run may take it away meanwhile.
                with suppress(FileNotFoundError):
                    yield Path(each.path), each.stat(follow_symlinks=False)


def room(shard: Path, wanted: int) -> int:
    """Drop what has long not been asked for, so that an entry finds room in a part.

    Return how many bytes the part has then; raises `OSError`.
    """
    now, taken = time(), 0
    found = sorted(_within(shard), key=lambda each: -each[1].st_mtime)
    most = SHARE - wanted
    full = sum(status.st_size for _, status in found) > most
    for path, status in found:
        age = now - status.st_mtime
        bound = most * 3 // 4 if full else most
        stale = age > (_HOUR if path.name.startswith(".") else UNUSED)
        if stale or taken + status.st_size > bound:
            path.unlink(missing_ok=True)
        else:
            taken += status.st_size
    return taken
