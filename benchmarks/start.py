"""What a command costs before it has much to do.

python -m benchmarks.start [--times N] [DRAFT]

Commands are called by turns; what counts is the least, and its ratio to that of
``python -c pass``. The cache of results is not used.
"""

import argparse
import importlib.util
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.published import table
from benchmarks.whole import timed

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
        spent = timed(commands(draft, module), options.times, folder)
    rows = []
    for name, took in spent.items():
        least = min(each.processor for each in took)
        bare = min(each.processor for each in spent["python -c pass"])
        wall = [each.wall for each in took]
        cells = f"{least:.3f}", f"{min(wall):.3f}", f"{median(wall):.3f}"
        rows.append([name, *cells, f"{least / bare:.0f}"])
    head = ["command", "processor s, least", "s, least", "median", "times `pass`"]
    print(table(head, rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
