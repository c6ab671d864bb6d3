"""Archives that tests share: drafts, some of which a rule dies of."""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import IO

from resolint.cli import main

Result = subprocess.CompletedProcess[str]

_DRAFT = """Care of coasts

*The General Assembly*,

*Recalling* the importance of lighthouse {number},

1. *Welcomes* the restoration of the lighthouse.

2. *Decides* to continue its consideration of the matter.
"""
RULES = '''"""A rule that some drafts are too much for, and that takes its time."""

import os
import time

from resolint import Resolution, Rule


class Harbour(Rule[Resolution]):
    """What is said of harbours."""

    code = "TST001"
    name = "harbour"

    def check(self, node, within):
        """Sleep, fail or die, as the draft says."""
        time.sleep(float(os.environ.get("HARBOUR", "0")))
        text = node.source.text
        if "fog" in text:
            time.sleep(600)
        if "storm" in text:
            os.abort()
        if "rock" in text:
            raise ZeroDivisionError("no lamp")
        if "gale" in text:
            print("gale")
        return iter(())
'''
"""A rule pack: what is beyond catching is in it."""


def text(number: int) -> str:
    """Return a draft with one error."""
    return _DRAFT.format(number=number)


def archive(folder: Path, count: int = 6) -> Path:
    """Write some drafts below a folder, and return it."""
    for number in range(count):
        file = folder / f"{number % 3}" / f"draft{number:02}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(number), "utf-8")
    return folder


def called(here: Path, *arguments: str, check: bool = True, **variables: str) -> Result:
    """Call the installed command in a folder, and return what came of it."""
    done = subprocess.run(
        command(*arguments),
        cwd=here,
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        env={**os.environ, "PYTHONUTF8": "1", **variables},
        check=False,
    )
    if check:
        assert done.returncode == 0, done.stderr
    return done


def ran(here: Path, *arguments: str, status: int = 0) -> str:
    """Run the command in this process, one file at once; return what it said."""
    if arguments[0] != "report" and "-j" not in arguments:
        arguments = (*arguments, "-j", "1")
    out, errors = StringIO(), StringIO()
    with chdir(here), redirect_stdout(out), redirect_stderr(errors):
        try:
            done = main(["archive", *arguments])
        finally:
            gc.enable()
    assert done == status, errors.getvalue()
    assert not (status and out.getvalue())
    return errors.getvalue() if status else out.getvalue()


def command(*arguments: str) -> list[str]:
    """Return the command as it is installed."""
    return [sys.executable, "-m", "resolint", "archive", *arguments]


def begun(
    here: Path, arguments: Sequence[str], log: "IO[bytes] | int", **variables: str
) -> "subprocess.Popen[bytes]":
    """Begin something in a folder, in a group of its own."""
    return subprocess.Popen(
        arguments,
        cwd=here,
        stdout=log,
        stderr=log,
        env={**os.environ, "PYTHONUTF8": "1", **variables},
        start_new_session=True,
    )


def killed(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process as nothing else can be."""
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)


def written(folder: Path) -> dict[str, bytes]:
    """Return all files of a dataset."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != ".lock"
    }
