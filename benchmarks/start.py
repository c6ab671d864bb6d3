"""What a command costs before it has much to do: processor seconds of a start.

python -m benchmarks.start [--times N] [DRAFT]

Commands are called in turn, so that each meets the same machine; what counts is the
least, and its ratio to that of ``python -c pass``. The cache of results is not used.
"""

import argparse
import importlib.util
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

DRAFT = Path(__file__).parents[1] / "examples" / "clean.md"
MODULE = '''"""Numbers."""


def doubled(number: int) -> int:
    """Return twice a number."""
    return 2 * number
'''


def commands(draft: Path, module: Path) -> dict[str, list[str]]:
    """Return the commands, by what they are called in the table."""
    called = {
        "python -c pass": ["-c", "pass"],
        "resolint --version": ["-m", "resolint", "--version"],
        "resolint check": ["-m", "resolint", "check", "--exit-zero", "--no-cache"],
        "resolint check, all rules": [
            "-m", "resolint", "check", "--exit-zero", "--no-cache", "--level=info",
        ],
    }  # fmt: skip
    for name in [name for name in called if "check" in name]:
        called[name].append(str(draft))
    if importlib.util.find_spec("flake8"):
        called["flake8"] = ["-m", "flake8", "--isolated", str(module)]
    return {name: [sys.executable, *words] for name, words in called.items()}


def cost(command: list[str], folder: Path) -> float:
    """Return the processor seconds that a command takes, those of the system too."""
    # Without compiled modules each start would compile the sources again.
    environment = {**os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Print a row for each command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.start")
    parser.add_argument("draft", nargs="?", type=Path, default=DRAFT)
    parser.add_argument("--times", type=int, default=15, metavar="N")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        draft = folder / f"draft{options.draft.suffix}"
        draft.write_bytes(options.draft.read_bytes())
        module = folder / "numbers_of.py"
        module.write_text(MODULE, "utf-8")
        called = commands(draft, module)
        for command in called.values():  # compiles what is not compiled
            cost(command, folder)
        taken: dict[str, list[float]] = {each: [] for each in called}
        for _ in range(options.times):
            for each, command in called.items():
                taken[each].append(cost(command, folder))
    bare = min(taken["python -c pass"])
    print("| command | least, s | median, s | times `pass` |\n|---|---|---|---|")
    for each, seconds in taken.items():
        least = min(seconds)
        print(f"| {each} | {least:.3f} | {median(seconds):.3f} | {least / bare:.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
