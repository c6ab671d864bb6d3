"""Akoma Ntoso as the United Nations write it (AKN4UN)."""

import re

from resolint.readers.akn.encoding import decoded
from resolint.readers.akn.reading import Reading
from resolint.readers.errors import UnreadableError
from resolint.text import Shows, Source

_ENTITY = re.compile(r"<!ENTITY\s")
_END = re.compile(r"</(?:[\w.-]+:)?akomaNtoso\s*>|<(?:[\w.-]+:)?akomaNtoso[^<>]*/>")


def read(data: bytes, name: str) -> Source:
    """Read an Akoma Ntoso file."""
    return from_akn(decoded(data), name)


def from_akn(raw: str, name: str) -> Source:
    """Read Akoma Ntoso; raise `UnreadableError` of other XML."""
    reading = Reading.of(raw)
    if not reading.known:
        raise UnreadableError(f"{name}: this XML is not Akoma Ntoso")
    return reading.laid_out().assembly.source(
        name, raw, Shows.ITALICS, Shows.NOTES, format="akn"
    )


def read_whole(data: bytes, name: str) -> Source:
    """Read an Akoma Ntoso file; refuse one that has been cut off, or is a trap."""
    return whole(read(data, name))


def whole(source: Source) -> Source:
    """Return what is neither cut off nor a trap, else raise `UnreadableError`."""
    name = source.name
    if _ENTITY.search(source.raw):
        raise UnreadableError(f"{name}: this is damaged: it declares entities")
    if not _END.search(source.raw):
        raise UnreadableError(f"{name}: this is damaged: it ends before </akomaNtoso>")
    return source
