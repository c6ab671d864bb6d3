"""What is understood of the drafts as issued: PDF files, and text copied out of them.

python -m benchmarks.drafts

The column ``pdf`` says what the PDF file gives of the same draft: ``same``, or what
differs; ``italics`` how many of its openings are in italics there.
"""

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.published import drafts, present, table
from resolint import Resolution, Severity, parse, read
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
    italics: str
    """How many opening phrases are in italics, of all."""


def understood(path: Path) -> Understood:
    """Read one draft."""
    whole = parse(read(path))
    found = [whole, *parts(whole)]
    openings = [
        paragraph.opening.span
        for each in found
        for paragraph in (*each.preamble, *each.operative)
        if paragraph.opening
    ]
    italic = sum(map(whole.source.italic, openings))
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
        findings=sum(
            each.severity.rank >= Severity.WARNING.rank
            for each in lint(whole, installed().values())
        ),
        italics=f"{italic}/{len(openings)}",
    )


def parts(whole: Resolution) -> Iterator[Resolution]:
    """Yield the parts of a resolution, and theirs."""
    for part in whole.parts:
        yield part
        yield from parts(part)


def printed(path: Path, text: Understood) -> tuple[str, str, bool]:
    """Return what the PDF file beside a text gives: the differences, and italics.

    And whether it has an enacting line, a preamble and operative paragraphs.
    """
    found = understood(path.with_suffix(".pdf"))
    differ = [
        f"{field} {new}"
        for field, old, new in zip(Understood._fields, text, found, strict=True)
        if old != new and field != "italics"
    ]
    return ", ".join(differ) or "same", found.italics, whole(found)


def whole(found: Understood) -> bool:
    """Whether a draft has an enacting line, a preamble and operative paragraphs."""
    return bool(found.enacting and found.preamble and found.operative)


def main() -> int:
    """Print the table."""
    if not present():
        return 0
    able = find_spec("pypdfium2") is not None
    texts = {path: understood(path) for path in drafts()}
    rows = [[str(cell) for cell in text[:-1]] for text in texts.values()]
    head = [*Understood._fields[:-1]]
    wholes = sum(map(whole, texts.values()))
    closing = f"\n{wholes} of {len(rows)} have all three"
    if able:
        files = [printed(path, text) for path, text in texts.items()]
        rows = [[*row, *file[:2]] for row, file in zip(rows, files, strict=True)]
        head += ["pdf", "italics"]
        closing += f"; of the PDF files {sum(file[2] for file in files)}"
    else:
        print("The PDF files are not read: pypdfium2 is not here.")
    print(table(head, rows))
    print(closing + ".")
    return 0


if __name__ == "__main__":
    sys.exit(main())
