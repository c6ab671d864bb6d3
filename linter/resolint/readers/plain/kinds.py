"""Which of three kinds a text is of."""

from collections.abc import Sequence
from enum import Enum, auto

from resolint.readers.plain import masthead
from resolint.readers.plain.marks import BARCODE, JOB, PAGE, RULE
from resolint.readers.plain.paragraphs import Line


class Kind(Enum):
    """Where a plain text comes from."""

    DUMP = auto()
    """Out of a Word file: a paragraph a line, the masthead run together at the end."""
    COPIED = auto()
    """Copied out of a PDF file: broken into printed lines and pages."""
    TYPED = auto()
    """Typed by hand."""


def kind(raw: str, found: Sequence[Line]) -> Kind:
    """Return the kind of a text, told by the furniture that is in it."""
    pages = furniture = rules = 0
    for line in found:
        if line.page:
            pages += 1
        if line.end - line.start > 200 or line.blank:
            continue
        text = line.of(raw)
        if text.startswith("[DU") or text.startswith("<<ODS") or masthead.begins(text):
            return Kind.DUMP
        if BARCODE.match(text) or (JOB.match(text) and " " in text):
            furniture += 2
        elif PAGE.match(text) or JOB.match(text):
            furniture += 1
        elif RULE.match(text) and text[0] == "_":
            rules += 1
    if furniture > 1 or (pages and (furniture or rules)):
        return Kind.COPIED
    return Kind.TYPED
