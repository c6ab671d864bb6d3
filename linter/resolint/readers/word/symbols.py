"""Characters that a file gives by font and place: ``w:sym``."""

from functools import cache
from importlib.resources import files

_PRIVATE = range(0xF000, 0xF100)


def symbol(font: str, code: str) -> str:
    """Return the character at a place (hexadecimal) of a font."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if not 0x20 <= place < 0x110000 or 0xD800 <= place < 0xE000:
        return ""
    if place in _PRIVATE or place < 0x100:
        low = place & 0xFF
        family = font.lower()
        found = _symbols().get((family, low))
        if found:
            return found
        if family != "symbol" and not family.startswith(("wingdings", "webdings")):
            return chr(low) if low >= 0x20 else ""
    return chr(place)


@cache
def _symbols() -> dict[tuple[str, int], str]:
    """Return the table beside this module: font, place, character."""
    text = files(__package__).joinpath("symbols.tsv").read_text("utf-8")
    rows = (row.split("\t") for row in text.splitlines()[1:])
    return {(font, int(place, 16)): char for font, place, char, _ in rows}
