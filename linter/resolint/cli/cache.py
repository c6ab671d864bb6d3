"""What was found before, kept for the next run in a folder of the user's own.

Drafts are confidential before they are tabled, and what is found in one quotes it. So
an entry is locked with a key that is made of the draft itself, and named by another:
who has the folder but not the draft can read nothing in it.

Whatever is wrong with the folder, a run goes on as if there were none. Entries are
written whole, under a new name first, and proved by a checksum: two runs at once, one
that is killed and a disk that is full leave no wrong entry.
"""

import json
import os
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR
from time import time
from typing import Any

from resolint.cli import shelf
from resolint.cli.locking import locked, unlocked
from resolint.paths import contents

_DAY = 86_400


@dataclass(slots=True)
class Cache:
    """A folder of entries; it is made when there is something to keep."""

    folder: Path
    trouble: str = ""
    """Why it cannot be used, or nothing can be kept in it."""
    _sizes: dict[str, int] = field(default_factory=dict)
    """How many bytes the entries in each part of it have."""
    _open: bool = False

    def get(self, key: bytes) -> Any:
        """Return what is kept under a key; None if nothing is, or it is damaged."""
        if not self._usable():
            return None
        path = self._path(key)
        try:
            found = json.loads(unlocked(contents(path, shelf.SHARE), key))
            if time() - path.stat().st_mtime > _DAY:
                os.utime(path)
        except (OSError, ValueError, RecursionError, MemoryError):
            return None
        return found

    def put(self, key: bytes, plain: Any) -> None:
        """Keep what can be written as JSON under a key, if there is a way to."""
        if self.trouble:
            return
        data = locked(json.dumps(plain, separators=(",", ":")).encode(), key)
        if len(data) > shelf.SHARE // 4:
            return
        path = self._path(key)
        try:
            if not self._open and not self._made():
                return
            path.parent.mkdir(mode=0o700, exist_ok=True)
            self._make_room(path.parent, len(data))
            shelf.write(path, data)
        except OSError as error:
            self._refuse(_reason(error))

    def _path(self, key: bytes) -> Path:
        name = sha256(b"name" + key).hexdigest()
        return self.folder / f"{int(name[:2], 16) % shelf.SHARDS:02x}" / name

    def _usable(self) -> bool:
        """Whether the folder is there, and is ours alone."""
        if self.trouble or self._open:
            return self._open
        try:
            status = self.folder.stat()
            if S_ISDIR(status.st_mode) and shelf.is_empty(self.folder):
                return False
            self._refuse(shelf.refusal(self.folder, status))
        except FileNotFoundError:
            return False
        except (OSError, ValueError) as error:
            self._refuse(_reason(error))
        self._open = not self.trouble
        return self._open

    def _made(self) -> bool:
        """Make the folder, and say whether it can be used; raises `OSError`."""
        self._refuse(shelf.make(self.folder))
        self._open = not self.trouble
        return self._open

    def _refuse(self, why: str) -> None:
        self.trouble = f"{self.folder}: {why}" if why else ""

    def _make_room(self, shard: Path, size: int) -> None:
        """Drop what has long not been asked for until there is room for an entry."""
        taken = self._sizes.get(shard.name)
        if taken is None or taken + size > shelf.SHARE:
            taken = shelf.room(shard, size)
        self._sizes[shard.name] = taken + size


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or type(error).__name__
