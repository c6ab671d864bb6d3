"""Plain text: a Word file's, a PDF file's, or typed by hand."""

from resolint.readers.assembly import Assembly
from resolint.readers.plain import copied, dump, typed
from resolint.readers.plain.encodings import decoded
from resolint.readers.plain.kinds import Kind, kind
from resolint.readers.plain.paragraphs import lines
from resolint.readers.plain.writing import written
from resolint.text import Shows, Source


def read(data: bytes, name: str) -> Source:
    """Read the bytes of a text file."""
    return from_text(decoded(data), name)


def from_text(text: str, name: str) -> Source:
    """Read text, whichever of the three kinds it is of."""
    found = lines(text)
    match kind(text, found):
        case Kind.DUMP:
            draft = dump.parted(text, found)
        case Kind.COPIED:
            draft = copied.parted(text, found)
        case Kind.TYPED:
            draft = typed.parted(text, found)
    assembly = Assembly()
    written(assembly, draft)
    shows = (Shows.NOTES,) if draft.notes_known else ()
    return assembly.source(name, text, *shows)


__all__ = ["decoded", "from_text", "read"]
