"""The command called many times, each in a process and a folder of its own.

Where processes can be forked, what all of them import is imported once.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

Result = subprocess.CompletedProcess[str]
Call = tuple[Path, Sequence[str]]
"""A folder, and the arguments of a call in it."""
_FORKING = """
import json, os, sys
from resolint.cli import check, config, main, new, parse, rules, symbol
from resolint.cli.known import known_rules

known_rules()
for folder, arguments in json.load(sys.stdin):
    child = os.fork()
    if not child:
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for stream, ending in ((1, ".out"), (2, ".err")):
            made = os.open(folder + ending, os.O_WRONLY | os.O_CREAT)
            os.dup2(made, stream)
        status = main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def called(calls: Iterable[Call]) -> list[Result]:
    """Return what came of each call."""
    calls = [*calls]
    if not hasattr(os, "fork"):
        return [_called(folder, arguments) for folder, arguments in calls]
    given = json.dumps([(str(folder), [*words]) for folder, words in calls])
    done = subprocess.run(
        [sys.executable, "-c", _FORKING],
        input=given,
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=True,
    )
    return [
        subprocess.CompletedProcess(
            arguments, int(status), _text(folder, ".out"), _text(folder, ".err")
        )
        for (folder, arguments), status in zip(calls, done.stdout.split(), strict=True)
    ]


def _text(folder: Path, ending: str) -> str:
    return folder.with_name(folder.name + ending).read_text("utf-8")


def _called(folder: Path, arguments: Sequence[str]) -> Result:
    return subprocess.run(
        [sys.executable, "-m", "resolint", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
