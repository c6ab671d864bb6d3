"""What can be proved of folders before any file is read."""

from collections.abc import Callable, Iterable
from pathlib import Path

import click


def closed(
    folders: Iterable[Path], prove: Callable[[Path], None], fail: Callable[[str], None]
) -> set[Path]:
    """Return the folders whose settings cannot be used, and say why, each thing once.

    Their files are left out; those of other folders are linted all the same.
    """
    found: set[Path] = set()
    told: set[str] = set()
    for folder in dict.fromkeys(folders):
        try:
            prove(folder)
        except click.ClickException as error:
            found.add(folder)
            if (what := error.format_message()) not in told:
                fail(what)
            told.add(what)
    return found
