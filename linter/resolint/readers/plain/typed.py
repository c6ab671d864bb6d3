"""Text typed by hand: paragraphs between blank lines, or one a line."""

from collections.abc import Sequence

from resolint.readers.plain.marks import RULE
from resolint.readers.plain.notes import told_apart
from resolint.readers.plain.paragraphs import Draft, Line
from resolint.readers.plain.wrapping import paragraphs, wrap


def parted(raw: str, found: Sequence[Line]) -> Draft:
    """Take a text apart that somebody typed."""
    made = paragraphs(raw, found, wrap(raw, found, proportional=False))
    told = told_apart(made, to_end=False)
    body = [
        paragraph
        for paragraph in (told.body if told else made)
        if not RULE.match(paragraph.text)
    ]
    if not told:
        return Draft(body=tuple(body))
    return Draft(
        body=tuple(body),
        notes=told.notes,
        indicators=told.indicators,
        notes_known=True,
    )
