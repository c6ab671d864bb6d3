"""Entry points: what installed distributions offer a group.

`importlib.metadata` takes ten times as long to tell it, of which most is the import of
what reads e-mail. It is asked where a distribution may be elsewhere than in a folder.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from importlib.machinery import PathFinder
from typing import Any, NamedTuple

_INFO = (".dist-info", ".egg-info")


class EntryPoint(NamedTuple):
    """A name, and the module, or the object ``module:object``, that it stands for."""

    name: str
    value: str

    def load(self) -> Any:
        """Import what it stands for; raises what that raises."""
        module, _, path = self.value.partition("[")[0].partition(":")
        found: Any = import_module(module.strip())
        for name in filter(None, path.strip().split(".")):
            found = getattr(found, name)
        return found


def entry_points(group: str) -> list[EntryPoint]:
    """Return the entry points of a group, by name."""
    if _in_folders(sys.path):
        return sorted({*_offered(sys.path, group)})
    from importlib import metadata

    found = metadata.entry_points(group=group)
    return sorted({EntryPoint(each.name, each.value) for each in found})


def _in_folders(path: Sequence[str]) -> bool:
    """Whether all distributions are in folders, none in an archive or elsewhere."""
    return not any(
        os.path.isfile(each) or each.lower().endswith(".egg")  # noqa: PTH113
        for each in path
    ) and not any(
        hasattr(finder, "find_distributions") and finder is not PathFinder
        for finder in sys.meta_path
    )


def _offered(path: Sequence[str], group: str) -> Iterator[EntryPoint]:
    """Yield what distributions say; of those with one name the first counts."""
    seen: set[str] = set()
    for folder in path:
        here: list[str] = []
        with suppress(OSError), os.scandir(folder or ".") as entries:
            here = [each.name for each in entries if each.name.endswith(_INFO)]
        for info in here:
            name = info.rpartition(".")[0].partition("-")[0]
            known = re.sub(r"[-_.]+", "_", name).lower()
            if known not in seen:
                seen.add(known)
                file = os.path.join(folder, info, "entry_points.txt")  # noqa: PTH118
                yield from _read(file, group)


def _read(file: str, group: str) -> Iterator[EntryPoint]:
    """Yield the entry points of a group in a file that may not be there."""
    data = b""
    with suppress(OSError), open(file, "rb") as stream:  # noqa: PTH123
        data = stream.read()
    if group.encode() not in data:
        return
    section = ""
    for line in map(str.strip, data.decode("utf-8", "replace").splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line.strip("[]")
        elif line and not line.startswith("#") and section == group:
            name, _, value = line.partition("=")
            yield EntryPoint(name.strip(), value.strip())
