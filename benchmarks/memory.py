"""How much memory `check` takes: the most of one text, and of many in one run.

python -m benchmarks.memory [--step N] [--largest N] [--worst N]
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.published import CORPUS, FORMATS, ORGANS, present, table


def peak(files: Sequence[Path], folder: str) -> float:
    """Return the most memory that `check` of some files had, in MB.

    What starts it must be small: what a new process had of its starter counts too.
    """
    command = [sys.executable, "-m", "resolint", "check", "--isolated", "--quiet"]
    started = subprocess.Popen(
        [*command, "--no-cache", "-j1", *map(str, files)],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, usage = os.wait4(started.pid, 0)
    started.returncode = 0
    return usage.ru_maxrss / 1000


def asked(step: int, largest: int) -> list[Path]:
    """Return the largest texts of each format, and one in so many of the others."""
    found: list[Path] = []
    for format in FORMATS:
        every = [
            each
            for organ in ORGANS
            for each in sorted((CORPUS / organ).glob(f"*.{format}"))
        ]
        every.sort(key=lambda each: -each.stat().st_size)
        found += every[:largest] + every[largest::step]
    return found


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--step", type=int, default=20, help="one text in so many")
    options.add_argument("--largest", type=int, default=10, help="of each format")
    options.add_argument("--worst", type=int, default=10, help="how many to name")
    given = options.parse_args()
    if not present():
        return 0
    files = asked(given.step, given.largest)
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, "small.md")
        small.write_text("*The General Assembly*,\n", "utf-8")
        least = peak([small], folder)
        with ThreadPoolExecutor(os.cpu_count()) as several:
            peaks = [*several.map(lambda file: peak([file], folder), files)]
        print(f"{len(files)} texts, one a run; a text of one line: {least:.0f} MB\n")
        worst = sorted(zip(peaks, files, strict=True), reverse=True)
        rows = [
            [
                str(file.relative_to(CORPUS)),
                f"{file.stat().st_size / 1000:.0f}",
                f"{most:.0f}",
            ]
            for most, file in worst[: given.worst]
        ]
        print(table(["the worst", "KB", "peak MB"], rows), flush=True)
        rows = []
        for format in FORMATS:
            of = [most for most, file in worst if file.suffix == f".{format}"]
            many = sorted((CORPUS / "ga").glob(f"*.{format}"))
            cells = [sorted(of)[len(of) // 2], max(of), peak(many, folder)]
            rows.append([f".{format}", *(f"{each:.0f}" for each in cells)])
    head = ["peak MB", "one text, median", "one text, most", "all of ga in one run"]
    print(f"\n{table(head, rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
