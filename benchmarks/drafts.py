"""What is understood of the drafts as issued, copied out of PDF files.

python -m benchmarks.drafts
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.published import drafts, present, table
from resolint import Resolution, parse, read
from resolint.engine import lint
from resolint.packs import installed


class Understood(NamedTuple):
    """What was found of one draft."""

    name: str
    symbol: str
    enacting: str
    """The organ of each enacting line."""
    preamble: int
    operative: int
    loose: int
    """Lines that are neither."""
    notes: int
    findings: int


def understood(path: Path) -> Understood:
    """Read one draft."""
    whole = parse(read(path))
    found = [whole, *parts(whole)]
    return Understood(
        name=path.stem,
        symbol=whole.masthead.value("symbol"),
        enacting=", ".join(
            each.organ.name if each.organ else "other"
            for each in found
            if each.enacting
        ),
        preamble=sum(len(each.preamble) for each in found),
        operative=sum(len(each.operative) for each in found),
        loose=sum(len(each.others) for each in found),
        notes=len(whole.notes),
        findings=len(lint(whole, installed().values())),
    )


def parts(whole: Resolution) -> Iterator[Resolution]:
    """Yield the parts of a resolution, and theirs."""
    for part in whole.parts:
        yield part
        yield from parts(part)


def main() -> int:
    """Print the table."""
    if not present():
        return 0
    rows = [[str(cell) for cell in understood(path)] for path in drafts()]
    head = [*Understood._fields]
    print(table(head, rows))
    whole = [row for row in rows if row[2] and row[3] != "0" and row[4] != "0"]
    print(f"\n{len(whole)} of {len(rows)} have all three.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
