"""What the files of an archive are judged by, the same on every machine."""

import json
import os
from dataclasses import dataclass, replace
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any
from uuid import uuid4

from resolint.archive.errors import ArchiveError
from resolint.placed import Place, Switched, shown
from resolint.provenance import fingerprint, packs
from resolint.settings import Setting, Settings

TIME_LIMIT = 60.0
"""Seconds that a document may take."""
_UNTOLD = (
    *("extend", "fail-on", "output-format", "format", "baseline"),
    *("exclude", "extend-exclude", "force-exclude", "respect-gitignore"),
)
"""Settings that change nothing in what is found."""


class MismatchError(ArchiveError):
    """A worker has another version, or other rules; the message is one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How each document is to be judged."""

    settings: Settings
    assume: bool = False
    """Whether what looks like no resolution is judged too."""
    time_limit: float = TIME_LIMIT
    """In seconds."""
    made_by: str = ""
    """The fingerprint of the linter that gives the order."""
    run: str = ""
    """The run that it is for, which changes nothing in what is found."""

    def told(self) -> dict[str, Any]:
        """Return what a manifest says of it."""
        told = {
            key: shown(setting.value)
            for key, setting in sorted(self.settings.values.items())
            if key not in _UNTOLD
        }
        known = sorted({*packs()})
        return {
            "resolint": version("resolint"),
            "packs": [f"{name} {number}" for name, number, _ in known],
            "made-by": self.made_by,
            "settings": told,
            "assume-resolution": self.assume,
            "time-limit": self.time_limit,
        }

    @property
    def key(self) -> str:
        """What it is known by: another one judges otherwise."""
        text = json.dumps(self.told(), sort_keys=True, default=str)
        return blake2b(text.encode(), digest_size=12).hexdigest()

    def prove(self) -> None:
        """Raise `MismatchError` if it was given by another linter than this one."""
        here = fingerprint(self.settings["plugins"])
        if here != self.made_by:
            number = version("resolint")
            raise MismatchError(
                f"a worker has other rules than are here, or another version "
                f"(resolint {number}): install the same everywhere"
            )


def ordered(settings: Settings, assume: bool, time_limit: float) -> Order:
    """Return an order that can be carried out elsewhere."""
    return Order(
        settings=_portable(settings),
        assume=assume,
        time_limit=time_limit,
        made_by=fingerprint(settings["plugins"]),
        run=uuid4().hex,
    )


def _portable(settings: Settings) -> Settings:
    """Return settings whose patterns begin where we are, wherever that is.

    What is known of findings elsewhere, a baseline, is left out.
    """

    def moved(value: Any) -> Any:
        if not isinstance(value, tuple):
            return value
        return tuple(
            replace(each, base=Path(os.path.relpath(each.base)))
            if isinstance(each, Switched | Place)
            else each
            for each in value
        )

    values = {
        key: replace(setting, value=moved(setting.value))
        for key, setting in settings.values.items()
    }
    return Settings({**values, "baseline": Setting(None)})
