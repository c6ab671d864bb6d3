"""How long things take: by stage, by length, of one draft, and of the command.

python -m benchmarks.speed
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from benchmarks.published import as_checked, table
from resolint import Rule, lint, parse
from resolint.packs import installed
from resolint.readers import read

SIZES = (5, 20, 50, 100, 200, 500, 1000, 2000)
"""In kilobytes."""
_VERBS = ("Welcomes", "Requests", "Takes note of", "Encourages", "Also invites")
_HEAD = """United Nations

A/RES/79/150

General Assembly

Distr.: General

19 December 2024

Seventy-ninth session

Agenda item 12 (a)

Care of coasts

Resolution adopted by the General Assembly on 17 December 2024

79/150. Keeping of lighthouses

*The General Assembly*,
"""
_CLOSING = "54th plenary meeting\n\n17 December 2024\n"


def draft(kilobytes: int) -> str:
    """Return a draft in Markdown of some length, with notes, citations and lists."""
    notes: list[str] = []
    parts = [_HEAD]
    size, limit = 0, kilobytes * 1000 - 500
    for text in _preamble(notes):
        if size > limit // 3:
            break
        parts.append(text)
        size += len(text)
    for index, text in enumerate(_operative(notes)):
        if size + 60 * len(notes) > limit:
            break
        parts.append(f"{index + 1}. {text}")
        size += len(text)
    parts.append(f"{len(parts)}. *Decides* to remain seized of the matter.\n")
    parts.append(_CLOSING)
    parts += [f"[^{i}]: A/79/{i}, para. 3." for i, _ in enumerate(notes, 1)]
    return "\n".join(parts)


def _preamble(notes: list[str]) -> Iterator[str]:
    while True:
        notes.append("")
        yield (
            "*Recalling* its resolutions 45/158 of 18 December 1990 and 59/262 of "
            f"23 December 2004, the report of the Secretary-General,[^{len(notes)}] "
            "and the importance of lighthouses to fishing villages and small islands,\n"
        )


def _operative(notes: list[str]) -> Iterator[str]:
    index = 0
    while True:
        verb = _VERBS[index % len(_VERBS)]
        index += 1
        first = (
            f"*{verb}* the work of the keepers of lighthouses in all regions, as set "
            "out in paragraph 3 (b) of resolution 59/262, and the care they take of "
            "lamps, lenses and logbooks at the seventy-eighth session"
        )
        if index % 4:
            yield f"{first};\n"
            continue
        items = "".join(
            f"\n({letter}) To keep the lamps of the harbour clean and the quays lit;\n"
            for letter in "abc"
        )
        yield f"{first}:\n{items}"


def timed(
    work: Callable[[], Any], times: int = 5, clock: Callable[[], float] = process_time
) -> float:
    """Return how many milliseconds something takes, as the middle of some runs.

    They are of the processor in this process, unless another clock is given.
    """
    spent = []
    for _ in range(times):
        begun = clock()
        work()
        spent.append(clock() - begun)
    return 1000 * median(spent)


def stages(data: bytes, rules: tuple[Rule[Any], ...], times: int) -> list[float]:
    """Return how long reading, parsing and linting take, in milliseconds."""
    source = read(data, "draft.md")
    document = parse(source)
    return [
        timed(lambda: read(data, "draft.md"), times),
        timed(lambda: parse(source), times),
        timed(lambda: lint(document, rules), times),
    ]


def growth(rules: tuple[Rule[Any], ...]) -> str:
    """Return what drafts of growing length take."""
    rows = []
    for size in SIZES:
        data = draft(size).encode()
        spent = stages(data, rules, 5 if size < 100 else 2)
        cells = [f"{each:.1f}" for each in (*spent, sum(spent))]
        rows.append(
            [f"{len(data) // 1000} KB", *cells, f"{sum(spent) * 1000 / len(data):.2f}"]
        )
    return table(
        ["draft", "read ms", "parse ms", "lint ms", "in all", "ms per KB"], rows
    )


def warm(rules: tuple[Rule[Any], ...], times: int = 25) -> float:
    """Return what a draft of 20 KB takes in a process that has done others."""
    data = draft(20).encode()
    return timed(lambda: lint(read(data, "draft.md"), rules), times)


def started(times: int = 7) -> tuple[float, float]:
    """Return what the command takes on a small file, and what Python alone takes.

    Modules are compiled once before, as they are where the command is installed.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "small.md"
        file.write_text(draft(2), "utf-8")
        command = [sys.executable, "-m", "resolint", "check", "--isolated", str(file)]
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        kept["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")

        def run(arguments: list[str]) -> None:
            subprocess.run(arguments, check=False, capture_output=True, env=kept)

        run(command)
        return (
            timed(lambda: run(command), times, perf_counter),
            timed(lambda: run([sys.executable, "-c", "pass"]), times, perf_counter),
        )


def main() -> int:
    """Print the figures."""
    rules = tuple(installed().values())
    print(f"{len(rules)} rules\n")
    lint(read(draft(5).encode(), "draft.md"), rules)
    as_checked()
    print(growth(rules))
    print(f"\nA draft of 20 KB, warm: {warm(rules):.1f} ms")
    command, python = started()
    print(f"resolint check small.md: {command:.0f} ms, of which Python {python:.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
