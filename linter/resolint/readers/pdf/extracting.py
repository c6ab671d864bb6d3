"""The program that takes a PDF file apart: bytes on standard input, JSON out.

It is run by its path, as a process of its own, with bounds on its time and memory: the
library behind it is written in another language, and a hostile file may hang or break
it. It knows nothing of the rest of the package.

A page is ``[width, height, runs, rules]``; a run is ``[text, left, right, baseline,
size, font]``: characters that follow one another in one font. A rule is a thin line
across: ``[left, right, height]``. A font is ``[name, flags, slanted]``.
"""

import ctypes
import json
import math
import sys
from contextlib import suppress

import pypdfium2
import pypdfium2.raw as pdfium

PAGES = 300
CHARACTERS = 1_500_000
RUNS = 300_000
MEMORY = 500_000_000
SECONDS = 60

DOUBT = "\x1f"
"""Where the library sees a space, but little room is for one."""

_SPACE = 0.2
"""How wide a space is at least, in sizes of the type."""
_RULES = 4000
"""How many objects of a page are asked whether they are a line across."""
_THIN, _LONG = 3, 30
_SLANT = 0.1
_TURNED = 0.2
_LINE_ENDS = (10, 13)

Run = list[object]
Font = tuple[str, int, bool]


class TroubleError(Exception):
    """What is wrong with the file, in the words for the user."""


class Fonts:
    """The fonts met so far, each with its place in the list that is written out."""

    def __init__(self) -> None:
        self.places: dict[Font, int] = {}
        self._buffer = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()

    def of(self, text: object, index: int, slanted: bool) -> int:
        """Return the place of the font of a character."""
        length = pdfium.FPDFText_GetFontInfo(
            text, index, self._buffer, len(self._buffer), self._flags
        )
        name = self._buffer.value.decode("utf-8", "replace") if length else ""
        font = name, int(self._flags.value), slanted
        return self.places.setdefault(font, len(self.places))


def runs(text: object, count: int, fonts: Fonts) -> list[Run]:
    """Return the runs of a page, in the order of the file."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    found: list[Run] = []
    words: list[str] = []
    key: tuple[float, float, int] | None = None
    left = right = 0.0
    spaced = False

    def close() -> None:
        nonlocal words, key
        if words and key:
            baseline, size, font = key
            said = "".join(words)
            found.append([said, left, right, baseline, size, font])
        words, key = [], None

    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in _LINE_ENDS:
            close()
            spaced = False
            continue
        if pdfium.FPDFText_IsGenerated(text, index):
            spaced = bool(words)
            continue
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        scale = math.hypot(matrix.b, matrix.d)
        if abs(matrix.b) > _TURNED * scale or not scale:
            close()  # text up or down the page is none of the draft
            continue
        size = round(pdfium.FPDFText_GetFontSize(text, index) * scale, 2)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        font = fonts.of(text, index, matrix.c > _SLANT * scale)
        new = round(y.value, 2), size, font
        gap = x.value - right
        if new != key or gap > size / 2 or gap < -size:
            if spaced and words:
                words.append(" ")
            close()
            key, left = new, round(x.value, 2)
        elif spaced:
            words.append(" " if gap > _SPACE * size else DOUBT)
        spaced = False
        words.append(chr(code) if 0 < code < 0x110000 else "\ufffd")
        right = round(max(box.right, x.value), 2)
    close()
    return found


def rules(page: object) -> list[list[float]]:
    """Return the lines across a page."""
    edges = [ctypes.c_float() for _ in range(4)]
    left, bottom, right, top = edges
    found = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _RULES)):
        each = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(each) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(each, *edges):
            continue
        thin = top.value - bottom.value < _THIN
        if thin and right.value - left.value > _LONG:
            sides = left.value, right.value, bottom.value
            found.append([round(side, 2) for side in sides])
    return found


def taken_apart(data: bytes) -> dict[str, object]:
    """Return what stands on the pages of a file."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise TroubleError("this PDF file is locked with a password") from None
        raise TroubleError("this PDF file is damaged") from None
    if len(document) > PAGES:
        raise TroubleError(f"this PDF file has more than {PAGES} pages")
    fonts = Fonts()
    pages: list[object] = []
    left, room = CHARACTERS, RUNS
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            raise TroubleError(
                f"this PDF file is damaged at page {number + 1}"
            ) from None
        count = max(0, pdfium.FPDFText_CountChars(text))
        left -= count
        if left < 0:
            raise TroubleError("this PDF file has too much text")
        width, height = page.get_size()
        found = runs(text, count, fonts)
        room -= len(found)
        if room < 0:
            raise TroubleError("this PDF file is in too many pieces")
        pages.append([width, height, found, rules(page)])
        text.close()
        page.close()
    return {"pages": pages, "fonts": list(fonts.places)}


def _bounded() -> None:
    """Take no more memory and time than a draft needs, where the system can say so."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Read a file from standard input, and write what is on its pages."""
    _bounded()
    try:
        found = taken_apart(sys.stdin.buffer.read())
    except TroubleError as trouble:
        found = {"trouble": str(trouble)}
    except MemoryError:
        found = {"trouble": "this PDF file is too large"}
    sys.stdout.write(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
