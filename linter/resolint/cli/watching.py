"""``resolint check --watch``: lint a draft on every save, and say what has changed."""

import json
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from time import sleep
from typing import Any

import click

from resolint.cli.ending import Ended
from resolint.cli.run import Run
from resolint.paths import is_file
from resolint.settings import Setting

PAUSE = 0.3
"""Seconds between two looks at the file."""
_FORMAT = Setting(("json-lines",), "--watch")

Findings = Mapping[str, str]
"""The line of each finding, by its fingerprint."""


def watch(file: Path, run: Callable[[], Run]) -> int:
    """Lint a file, and again whenever it is saved, until the user ends it.

    The first time all findings are told, then those that are new and those that are
    gone. Return the exit status that the last text has.
    """
    if str(file) == "-" or not is_file(file):
        raise click.UsageError(f"--watch is for one file that is there, not {file}")
    before: Findings | None = None
    status = 0
    try:
        for seen in _saves(file):
            if not seen:
                click.echo(f"{file}: is gone: waiting for it")
                continue
            this = run()
            found = _found(this, file)
            if this.failed:
                continue
            status = int(this.findings_fail)
            for line in _told(before, found):
                click.echo(line)
            before = found
    except (Ended, KeyboardInterrupt):
        return status
    return status


def _saves(file: Path) -> Iterator[bool]:
    """Yield whether the file is there: at first, and after each change."""
    last: tuple[int, ...] | None = ()
    while True:
        try:
            stat = file.stat()
            # An editor may write a new file and move it into place.
            now = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        except OSError:
            now = None
        if now != last:
            last = now
            yield now is not None
        sleep(PAUSE)


def _found(run: Run, file: Path) -> Findings:
    """Return what is found in a file now."""
    run.settings = {**run.settings, "output-format": _FORMAT}
    run.quiet = True
    out = StringIO()
    run.check([str(file)], out, colour=False)
    rows: list[dict[str, Any]] = [*map(json.loads, out.getvalue().splitlines())]
    return {row["fingerprint"]: _line(row) for row in rows}


def _line(row: Mapping[str, Any]) -> str:
    place = row["location"]
    where = f"{row['filename']}:{place['row']}:{place['column']}"
    return f"{where}: {row['code']} {row['message']}"


def _told(before: Findings | None, now: Findings) -> Iterator[str]:
    """Yield what there is to say of a text, or of what a change has made of it."""
    count = f"{len(now)} finding{'' if len(now) == 1 else 's'}"
    if before is None:
        yield from now.values()
        yield count
        return
    for key, line in before.items():
        if key not in now:
            yield f"- {line}"
    for key, line in now.items():
        if key not in before:
            yield f"+ {line}"
    same = before.keys() == now.keys()
    yield f"{count}, as before" if same else count
