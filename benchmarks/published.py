"""The published texts: where they are, in which formats, and what they should give."""

import gc
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resolint.garbage import seldom_collected

SHARED = Path(
    os.environ.get("RESOLINT_SHARED") or Path(__file__).parents[1].parent / "shared"
)
CORPUS = SHARED / "corpus"
FORMATS = ("md", "docx", "txt", "xml")
ORGANS = ("ga", "sc", "hrc", "ecosoc")
VARIANTS = ("autonumbered", "resaved")

Key = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A published text in one format."""

    organ: str
    symbol: str
    path: Path
    format: str
    """The ending of the file; of a variant, with the name of the variant."""

    @property
    def name(self) -> str:
        """What it is called in reports."""
        return f"{self.organ}/{self.symbol}"

    def key(self) -> Key:
        """Return its answer key."""
        file = CORPUS / self.organ / f"{self.symbol}.json"
        key: Key = json.loads(file.read_text("utf-8"))
        return key


def present() -> bool:
    """Whether the texts are there; if not, say so."""
    if CORPUS.is_dir():
        return True
    print("The published texts are not here: set RESOLINT_SHARED to their folder.")
    return False


def as_checked() -> None:
    """Collect what is left over as seldom as `check` does."""
    gc.collect()
    seldom_collected()


def texts(*formats: str, step: int = 1, variants: bool = False) -> Iterator[Text]:
    """Yield the published texts in some formats, or one in so many of each organ."""
    for format in formats or FORMATS:
        for organ in ORGANS:
            for file in sorted((CORPUS / organ).glob(f"*.{format}"))[::step]:
                yield Text(organ=organ, symbol=file.stem, path=file, format=format)
    if not variants:
        return
    for variant in VARIANTS:
        for file in sorted((CORPUS / "variants" / variant).glob("*.docx"))[::step]:
            organ, _, symbol = file.stem.partition("_")
            yield Text(organ=organ, symbol=symbol, path=file, format=f"docx {variant}")


def drafts() -> list[Path]:
    """Return the texts of the drafts."""
    return sorted((CORPUS / "drafts").glob("*.txt"))


def table(head: list[str], rows: list[list[str]]) -> str:
    """Return rows as a table: the first column to the left, the others to the right."""
    every = [head, *rows]
    widths = [max(len(row[i]) for row in every) for i in range(len(head))]
    lines = [
        "  ".join(
            [row[0].ljust(widths[0])]
            + [
                cell.rjust(width)
                for cell, width in zip(row[1:], widths[1:], strict=True)
            ]
        ).rstrip()
        for row in every
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)
