"""Plain text: a Word file's, a PDF file's, or typed by hand."""

from resolint.readers.plain.encodings import decoded
from resolint.text import Source


def read(data: bytes, name: str) -> Source:
    """Read the bytes of a text file."""
    return from_text(decoded(data), name)


def from_text(text: str, name: str) -> Source:
    """Read text, whichever of the three kinds it is of."""
    # Other readers decode here too: they need nothing of what text alone needs.
    from resolint.readers.plain.reading import read_text

    return read_text(text, name)


__all__ = ["decoded", "from_text", "read"]
