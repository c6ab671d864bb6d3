"""The pages of a PDF file: runs of text in one font, and lines across."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from resolint.readers.errors import UnreadableError
from resolint.readers.pdf.characters import characters, settled, words

SECONDS = 60
"""How long a file may take."""
_PROGRAM = Path(__file__).with_name("extracting.py")
_MISSING = (
    "pypdfium2 is needed to read .pdf files: install it with pip install "
    '"resolint[pdf]"'
)

_ITALIC, _FORCED_BOLD = 1 << 6, 1 << 18
_SLANTED = re.compile(r"Ital|Obliq|Slanted|[-,]It\b|^CM(?:TI|SL|BXTI)", re.IGNORECASE)
_HEAVY = re.compile(r"Bold|Black|Heavy|Demi|^CMBX", re.IGNORECASE)
_BARS = re.compile(r"bar ?code|\b3 ?of ?9|code ?(?:39|128)|\bqr", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text in one font on one baseline. Heights grow upwards."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    italic: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A thin line across, as above the notes."""

    left: float
    right: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands on a page, in the order of the file."""

    width: float
    height: float
    runs: Sequence[Run]
    rules: Sequence[Rule]


@dataclass(frozen=True, slots=True)
class _Font:
    name: str
    italic: bool
    bold: bool
    bars: bool


def pages_of(data: bytes) -> list[Page]:
    """Return the pages of a PDF file."""
    if find_spec("pypdfium2") is None:
        raise UnreadableError(_MISSING)
    found = _taken_apart(data)
    if trouble := found.get("trouble"):
        raise UnreadableError(trouble)
    fonts = [_font(*each) for each in found["fonts"]]
    known = words(run[0] for page in found["pages"] for run in page[2])
    return [_page(*each, fonts=fonts, known=known) for each in found["pages"]]


def _taken_apart(data: bytes) -> Any:
    """Return what the program says that takes the file apart."""
    known = os.pathsep.join(each for each in sys.path if each)
    try:
        done = subprocess.run(
            # -P: what stands beside the program is not what it imports.
            [sys.executable, "-P", str(_PROGRAM)],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "PYTHONPATH": known},
            check=False,
        )
    except subprocess.TimeoutExpired:
        why = f"this PDF file takes more than {SECONDS} seconds to read"
        raise UnreadableError(why) from None
    except OSError as error:
        why = f"this cannot be read: {error.strerror or 'no process can be started'}"
        raise UnreadableError(why) from None
    try:
        return json.loads(done.stdout)
    except ValueError:
        raise UnreadableError("this PDF file is damaged, or too large") from None


def _font(name: str, flags: int, slanted: bool) -> _Font:
    bare = _SUBSET.sub("", name)
    return _Font(
        name=bare,
        italic=slanted or bool(flags & _ITALIC) or bool(_SLANTED.search(bare)),
        bold=bool(flags & _FORCED_BOLD) or bool(_HEAVY.search(bare)),
        bars=bool(_BARS.search(bare)),
    )


def _page(
    width: float,
    height: float,
    runs: list[list[Any]],
    rules: list[list[float]],
    *,
    fonts: list[_Font],
    known: Collection[str],
) -> Page:
    made = []
    for text, left, right, baseline, size, place in runs:
        font = fonts[place]
        if font.bars or not text.strip() or not 0 < size < height:
            continue
        if not (-1 <= left <= width + 1 and -1 <= baseline <= height + 1):
            continue  # beside the page
        run = Run(
            text=characters(settled(text, known), font.name),
            left=left,
            right=right,
            baseline=baseline,
            size=size,
            italic=font.italic,
            bold=font.bold,
        )
        made.append(run)
    across = [
        Rule(left=left, right=right, height=height) for left, right, height in rules
    ]
    return Page(width=width, height=height, runs=made, rules=across)
