"""What an archive takes: documents per core-hour, and where the time goes.

python -m benchmarks.archive [--step N]
"""

import argparse
import gc
import os
import resource
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

import psutil

from benchmarks.published import CORPUS, FORMATS, Text, present, table, texts
from resolint.archive.batches import USUAL, Batch, batches
from resolint.archive.dataset import Dataset
from resolint.archive.examining import Examiner, Record
from resolint.archive.order import Order, ordered
from resolint.archive.parts import Part, part
from resolint.archive.run import Run
from resolint.archive.sources import Source, entries, opened
from resolint.builder import parse
from resolint.engine import lint
from resolint.packs import installed
from resolint.readers import read
from resolint.settings import Setting, Settings

T = TypeVar("T")

HOUR = 3600
MILLION = 1_000_000


def order() -> Order:
    """Return an order as the command gives it: all rules, hints too."""
    settings = Settings().with_({"level": Setting("info")})
    return ordered(settings, False, 600)


def stages(some: list[Text]) -> str:
    """Return what each stage takes in one process, in milliseconds a document.

    The whole is taken first, of a text that is new; the stages after it, when some of
    it is known: they say how it is shared out.
    """
    examiner, rules = Examiner(order()), tuple(installed().values())
    spent: defaultdict[tuple[str, str], float] = defaultdict(float)
    counted = Counter(each.format for each in some)

    def took(format: str, stage: str, work: Callable[[], T]) -> T:
        begun = process_time()
        made = work()
        spent[format, stage] += process_time() - begun
        return made

    examiner.record("warm.md", b"*The General Assembly*,\n")
    records: dict[str, list[Record]] = {}
    for each in some:
        data, name, format = each.path.read_bytes(), each.path.name, each.format
        record = took(format, "in all", partial(examiner.record, name, data))
        records.setdefault(format, []).append(record)
        source = took(format, "read", partial(read, data, name))
        document = took(format, "parse", partial(parse, source))
        took(format, "lint", partial(lint, document, rules))
    for format, made in records.items():
        took(format, "tables", partial(part, made))
    rows = []
    for format, count in counted.items():
        cells = [
            1000 * spent[format, stage] / count
            for stage in ("read", "parse", "lint", "tables", "in all")
        ]
        whole = (cells[-1] + cells[-2]) / 1000
        rows.append(
            [format, *(f"{each:.1f}" for each in cells), f"{HOUR / whole:,.0f}"]
        )
    head = ["ms a document", "read", "parse", "lint", "tables", "in all"]
    return table([*head, "documents per core-hour"], rows)


def run(sources: list[Source], jobs: int) -> list[str]:
    """Return what a run over some sources takes, workers and all."""
    most: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        whole = Run(
            sources=sources,
            order=order(),
            dataset=Dataset(Path(folder) / "found"),
            size=USUAL // 4,
            jobs=jobs,
            tell=lambda done: most.append(_memory()),
        )
        before, begun = _processor(), perf_counter()
        counts = whole.work()
        wall, core = perf_counter() - begun, _processor() - before
    count = counts["documents"]
    return [
        f"{jobs}",
        f"{count:,}",
        f"{wall:.1f}",
        f"{core:.1f}",
        f"{core / wall:.2f}",
        f"{HOUR * count / wall:,.0f}",
        f"{HOUR * count / core:,.0f}",
        f"{MILLION * core / count / HOUR:.1f}",
        f"{max(most):.0f}",
    ]


def _processor() -> float:
    """Return the seconds of processor that this and what it has started have taken."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    usages = map(resource.getrusage, kinds)
    return sum(each.ru_utime + each.ru_stime for each in usages)


def _memory() -> float:
    """Return the megabytes of the largest process that examines."""
    children = psutil.Process().children()
    return max((each.memory_info().rss / 1e6 for each in children), default=0)


def client(sources: list[Source]) -> str:
    """Return what the one process that lists files and writes tables takes."""
    gc.collect()
    begun = perf_counter()
    listed = [*batches(entries(sources), USUAL, "order")]
    listing = perf_counter() - begun
    count = sum(len(each.entries) for each in listed)
    made = _part(listed[0])
    with tempfile.TemporaryDirectory() as folder:
        dataset = Dataset(Path(folder) / "found")
        with dataset.opened():
            begun = perf_counter()
            for each in listed:
                dataset.add(each, made)
            adding = perf_counter() - begun
            begun = perf_counter()
            dataset.finish([each.key for each in listed], {})
            finishing = perf_counter() - begun
    each_of = [1000 * spent / count for spent in (listing, adding, finishing)]
    rows = [[*(f"{each:.3f}" for each in (*each_of, sum(each_of)))]]
    feeds = f"{1000 / sum(each_of):,.0f}"
    head = ["list", "write", "put into place", "in all", "documents a second"]
    return table(["ms a document", *head], [["client", *rows[0], feeds]])


def _part(batch: Batch) -> Part:
    examiner = Examiner(order())
    paths = [CORPUS / each.path for each in batch.entries]
    return part(examiner.record(each.name, each.read_bytes()) for each in paths)


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--step", type=int, default=4, help="one text in so many")
    step = options.parse_args().step
    if not present():
        return 0
    some = [*texts(*FORMATS, step=step)]
    print(f"{len(some)} texts, {os.cpu_count()} cores\n")
    print(stages(some), flush=True)
    rows = []
    for share, jobs in ((4 * step, 1), (2 * step, 1), (step, 1), (step, 2)):
        files = [opened(str(each.path)) for each in texts(*FORMATS, step=share)]
        rows.append(run(files, jobs))
    head = ["jobs", "documents", "seconds", "core-seconds", "cores"]
    head += ["per hour", "per core-hour", "core-hours a million", "MB a process"]
    print(f"\n{table(head, rows)}\n")
    print(client([opened(str(CORPUS))]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
