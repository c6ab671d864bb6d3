"""Whole commands, timed with hyperfine: https://github.com/sharkdp/hyperfine."""

import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.turns import Took


def timed(
    commands: Mapping[str, Sequence[str]], rounds: int, folder: Path
) -> dict[str, list[Took]]:
    """Return what each of some commands takes in a folder, in some rounds.

    In each round all are run once, so that what else the machine does falls on all of
    them. Their output goes nowhere, and how they end does not matter. Nothing where
    there is no hyperfine: then that is said.
    """
    if not (hyperfine := shutil.which("hyperfine")):
        print("hyperfine is not installed: whole commands are left out")
        return {}
    told = folder / "hyperfine.json"
    words = [hyperfine, "--shell=none", "--style=none", "--ignore-failure"]
    words += ["--runs=1", f"--export-json={told}"]
    for name, command in commands.items():
        words += ["--command-name", name, shlex.join(command)]
    spent: dict[str, list[Took]] = {name: [] for name in commands}
    # The first round does not count: modules are compiled, and files brought to memory.
    for number in range(rounds + 1):
        subprocess.run(
            words,
            cwd=folder,
            env=_as_installed(),
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if number:
            for each in json.loads(told.read_bytes())["results"]:
                took = Took(each["user"] + each["system"], each["mean"])
                spent[each["command"]].append(took)
    return spent


def _as_installed() -> dict[str, str]:
    """Return the environment; modules that are not kept are compiled at each start."""
    kept = {**os.environ}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept
