"""From plain text, of whichever kind, to what is checked."""

from resolint.readers.assembly import Assembly
from resolint.readers.plain import copied, dump, typed
from resolint.readers.plain.kinds import Kind, kind
from resolint.readers.plain.paragraphs import lines
from resolint.readers.plain.writing import written
from resolint.text import Shows, Source


def read_text(text: str, name: str) -> Source:
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
