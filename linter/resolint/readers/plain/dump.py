"""The text of a Word file: a paragraph a line, headers and notes behind it."""

import re
from collections.abc import Sequence

from resolint.readers.plain import masthead
from resolint.readers.plain.marks import BARCODE, JOB, LONE, PAGE, RULE, SYMBOL
from resolint.readers.plain.notes import told_apart
from resolint.readers.plain.paragraphs import Draft, Line, Paragraph
from resolint.text import Style

_FIELD_MARK = re.compile(r"\[DU\d*\]\s*")
_JOB_MARK = re.compile(r"(?:<<ODS [^<>]*>>[^<>]*)+$")


def parted(raw: str, found: Sequence[Line]) -> Draft:
    """Take the text of a Word file apart.

    Behind the text stand its headers and footers: among them page numbers, running
    heads and rules are dropped, and the masthead is split into its fields.
    """
    fields: list[Line] = []
    body: list[Paragraph] = []
    behind = agenda = False
    for line in found:
        marked = _FIELD_MARK.match(raw, line.start, line.end)
        if marked:
            line = line._replace(start=marked.end())
        text = line.of(raw)
        if not text:
            agenda = False
        elif _JOB_MARK.match(text):
            behind = True
        elif masthead.begins(text):
            behind = True
            split, agenda = masthead.fields(raw, line)
            fields += split
        elif RULE.match(text):
            continue
        elif behind:
            if _furniture(text):
                continue
            split, item = masthead.fields(raw, line) if fields else ([], False)
            if split or agenda:
                fields += split or [line]
                agenda = agenda or item
            else:
                behind = False
                body.append(Paragraph(raw, (line,)))
        else:
            body.append(Paragraph(raw, (line,)))
    head = tuple(Paragraph(raw, (field,), Style.MASTHEAD) for field in fields)
    told = told_apart(body, to_end=True)
    if not told:
        return Draft(masthead=head, body=tuple(body), notes_known=True)
    return Draft(
        masthead=head,
        body=told.body,
        notes=told.notes,
        indicators=told.indicators,
        notes_known=True,
    )


def _furniture(text: str) -> bool:
    return any(
        mark.match(text) is not None for mark in (LONE, PAGE, JOB, BARCODE, SYMBOL)
    )
