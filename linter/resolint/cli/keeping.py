"""Under what key it is kept what came of a file: another one where it may be other."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from resolint.cli.baseline import Baselines
from resolint.placed import shown
from resolint.provenance import stamp
from resolint.readers import NAMED, UnreadableError, format_of
from resolint.settings import Settings

_UNTOLD = frozenset(
    {
        *("extend", "output-format", "format", "baseline", "paths"),
        *("per-file-ignores", "exclude", "extend-exclude", "force-exclude"),
        "respect-gitignore",
    }
)
"""Settings that change nothing in one file, or are told otherwise."""


def key(
    data: bytes,
    name: str,
    settings: Settings,
    baselines: Baselines,
    call: Sequence[Any],
) -> bytes | None:
    """Return a key made of a file, of what it is judged by, and of how that is told.

    ``call`` is what else was asked for. None if what comes of the file may be another
    each time: other programs have a part in it, or plug-ins do, which may do anything.
    """
    try:
        if settings["plugins"] or format_of(data, name) in NAMED.values():
            return None
    except UnreadableError:
        return None
    whole = [
        stamp(),
        name,
        # A path that begins elsewhere is told from where we are.
        str(Path.cwd()) if Path(name).is_absolute() else "",
        {
            each: shown(setting.value)
            for each, setting in settings.values.items()
            if each not in _UNTOLD
        },
        settings.off(Path(name)),
        _known(baselines, settings, name),
        call,
        sha256(data).hexdigest(),
    ]
    return sha256(json.dumps(whole, sort_keys=True, default=str).encode()).digest()


def _known(baselines: Baselines, settings: Settings, name: str) -> list[Any] | None:
    """Return what the baseline of a file says, and what is done with it."""
    baseline = baselines.of(settings)
    if baseline is None:
        return None
    path = str(baseline.path)
    todo = baselines.write, baselines.prune
    return [path, baseline.name(name), baseline.digest, *todo]
