"""PDF files as tests print them: lines of text, each at a place, in three fonts."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

ROMAN, ITALIC, BOLD = "F1", "F2", "F3"
_FONTS = {ROMAN: "Times-Roman", ITALIC: "Times-Italic", BOLD: "Times-Bold"}


class Printed(NamedTuple):
    """Text at a place of a page; heights grow upwards."""

    left: float
    height: float
    text: str
    font: str = ROMAN
    size: float = 10


def pdf(pages: Sequence[Iterable[Printed]]) -> bytes:
    """Return a file with some pages."""
    fonts = " ".join(f"/{name} {place} 0 R" for place, name in enumerate(_FONTS, 3))
    kids = range(3 + len(_FONTS), 3 + len(_FONTS) + 2 * len(pages), 2)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /MediaBox [0 0 612 792] /Kids ["
        + " ".join(f"{kid} 0 R" for kid in kids)
        + f"] /Resources << /Font << {fonts} >> >> >>",
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} "
            "/Encoding /WinAnsiEncoding >>"
            for font in _FONTS.values()
        ),
    ]
    for kid, page in zip(kids, pages, strict=True):
        words = "\n".join(map(_shown, page))
        length = len(words.encode("cp1252"))
        objects += [
            f"<< /Type /Page /Parent 2 0 R /Contents {kid + 1} 0 R >>",
            f"<< /Length {length} >>\nstream\n{words}\nendstream",
        ]
    out = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
            f"startxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )


def _shown(printed: Printed) -> str:
    text = printed.text
    for sign in "\\()":
        text = text.replace(sign, f"\\{sign}")
    place = f"{printed.left} {printed.height} Td"
    return f"BT /{printed.font} {printed.size} Tf {place} ({text}) Tj ET"
