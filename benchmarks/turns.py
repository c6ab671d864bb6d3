"""Some works done by turns, and what each took beside the others."""

import gc
from collections.abc import Callable, Iterable, Mapping
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

from benchmarks.published import table

Work = Callable[[], object]


class Took(NamedTuple):
    """What one round of some work took, in seconds."""

    processor: float
    wall: float


def of_itself(work: Work) -> Took:
    """Return what some work took in this process."""
    gc.collect()
    before, begun = process_time(), perf_counter()
    work()
    return Took(process_time() - before, perf_counter() - begun)


def taken(works: Mapping[str, Work], rounds: int) -> dict[str, list[Took]]:
    """Return what each of some works took in some rounds, each to and then fro."""
    names = [*works]
    spent: dict[str, list[Took]] = {name: [] for name in names}
    for number in range(rounds):
        for name in reversed(names) if number % 2 else names:
            spent[name].append(of_itself(works[name]))
    return spent


def compared(
    spent: Mapping[str, list[Took]], absent: Iterable[str], *bases: str
) -> str:
    """Return what works took as a table, with the ratio to some of them."""
    least = {name: min(each.processor for each in of) for name, of in spent.items()}
    rows = []
    for name, of in spent.items():
        cells = [
            least[name],
            median(each.processor for each in of),
            median(each.wall for each in of),
        ]
        ratios = (
            f"{least[name] / least[base]:.2f}" if base in least else "–"
            for base in bases
        )
        rows.append([name, *(f"{each:.2f}" for each in cells), *ratios])
    rows += [[f"{name}: not installed", *"–" * (3 + len(bases))] for name in absent]
    head = ["", "processor s, least", "median", "wall s, median"]
    return table([*head, *(f"to {base}" for base in bases)], rows)
