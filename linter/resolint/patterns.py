"""Patterns of paths, as ``.gitignore`` has them: ``archive/**``, ``*.md``, ``/mun``."""

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class PatternError(ValueError):
    """A pattern that cannot be; the message is one line, after the setting's name."""


def proved(pattern: str) -> str:
    """Return a pattern that fits something; raises `PatternError`."""
    if pattern.startswith("!"):
        raise PatternError(
            f"has {pattern!r}: a pattern says what it fits, not what not"
        )
    try:
        able = any(each.include is not None for each in _spec(pattern).patterns)
    except ValueError:
        able = False
    if not able:
        raise PatternError(f"has {pattern!r}, which is no pattern of paths")
    return pattern


def fits(path: Path, pattern: str, base: Path) -> bool:
    """Whether a pattern that begins in a folder fits a file below that folder."""
    try:
        below = _whole(path).relative_to(_whole(base))
    except ValueError:
        return False
    return _spec(pattern).match_file(below.as_posix())


def _whole(path: Path) -> Path:
    # A link is where it stands, not where it leads.
    return Path(os.path.normpath(path.absolute()))


@cache
def _spec(pattern: str) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([pattern])
