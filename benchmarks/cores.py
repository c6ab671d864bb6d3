"""What more processes gain, and what is kept of the run before.

python -m benchmarks.cores [--step N] [--times N]
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.published import present, table, texts
from resolint.cli.jobs import cores


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--step", type=int, default=1, help="one text in so many")
    parser.add_argument("--times", type=int, default=3, help="the best of so many")
    asked = parser.parse_args()
    if not present():
        return 0
    files = [
        str(each.path) for each in texts("md", step=asked.step) if each.organ == "ga"
    ]
    size = sum(Path(each).stat().st_size for each in files)
    print(f"{len(files)} texts, {size / 1e6:.1f} MB; {cores()} cores\n")
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "kept"
        runs: dict[str, tuple[str, ...]] = {
            "nothing kept, -j 1": ("--no-cache", "-j", "1"),
            "nothing kept, -j 2": ("--no-cache", "-j", "2"),
            "first, -j 1": ("--cache-dir", str(kept), "-j", "1"),
            "again, -j 1": ("--cache-dir", str(kept), "-j", "1"),
            "again, -j 2": ("--cache-dir", str(kept), "-j", "2"),
        }
        best = dict.fromkeys(runs, (float("inf"), 0.0))
        said = set[bytes]()
        for _ in range(asked.times):
            shutil.rmtree(kept, ignore_errors=True)
            # In turn, so that what else the machine does falls on all of them.
            for name, options in runs.items():
                seconds, busy, out = _run([*options, *files])
                best[name] = min(best[name], (seconds, busy))
                said.add(out)
    first = best["nothing kept, -j 1"][0]
    rows = [
        [name, f"{seconds:.2f}", f"{busy:.2f}", f"{first / seconds:.1f}"]
        for name, (seconds, busy) in best.items()
    ]
    print(table(["run", "s", "core-seconds", "times as fast"], rows))
    print(f"\nThe output is {'the same' if len(said) == 1 else 'NOT THE SAME'} in all.")
    return int(len(said) != 1)


def _run(arguments: list[str]) -> tuple[float, float, bytes]:
    """Return the seconds that a run takes, by clock and of cores, and its output."""
    command = [sys.executable, "-m", "resolint", "check", "--isolated", *arguments]
    left = {k: v for k, v in os.environ.items() if k != "RESOLINT_NO_CACHE"}
    before, begun = os.times(), perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, env=left)
    seconds, after = perf_counter() - begun, os.times()
    busy = after.children_user - before.children_user
    busy += after.children_system - before.children_system
    return seconds, busy, done.stdout


if __name__ == "__main__":
    sys.exit(main())
