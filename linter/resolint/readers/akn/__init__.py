"""Akoma Ntoso as the United Nations write it (AKN4UN)."""

from resolint.readers.akn.encoding import decoded
from resolint.readers.akn.reading import Reading
from resolint.readers.errors import UnreadableError
from resolint.text import Shows, Source


def read(data: bytes, name: str) -> Source:
    """Read an Akoma Ntoso file."""
    raw = decoded(data)
    reading = Reading.of(raw)
    if not reading.known:
        raise UnreadableError(f"{name}: this XML is not Akoma Ntoso")
    return reading.laid_out().assembly.source(
        name, raw, Shows.ITALICS, Shows.NOTES, format="akn"
    )
