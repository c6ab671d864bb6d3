"""The masthead of a Word file's text: its fields run together, without line breaks."""

import re
from typing import NamedTuple

from resolint.readers.plain.marks import MONTH, SPACES
from resolint.readers.plain.paragraphs import Line

_ITEM = rf"\d{{1,3}}(?:{SPACES}?\([a-z]{{1,3}}\))?"
_DATE = rf"\d{{1,2}}{SPACES}{MONTH}{SPACES}\d{{4}}"
_SYMBOL = (
    r"[A-Z][A-Z.-]{0,9}(?:/[\w.-]{1,24}?){1,7}?(?: ?\(\d{4}\))?"
    r"(?: [A-Z](?:(?:-|–|, | and )[A-Z]){0,6})?\*{0,3}"
    r"(?=[A-Z][a-z]+[ .]|\s*$)"
)

# masthead ::= ( "United Nations" | symbol | organ | "Distr.: " word | dates | date
#              | "Original: " word | session | committee | items | resolution )*
#              title-of-item?
_FIELD = re.compile(
    r"United Nations"
    rf"|(?P<symbol>{_SYMBOL})"
    r"|(?:[A-Z][a-z]+ ){1,3}?(?:and [A-Z][a-z]+ )?(?:Assembly|Council)"
    r"|Distr\.:? ?[A-Z][a-z]+"
    rf"|\d{{1,2}}(?:{SPACES}{MONTH})?(?:{SPACES}\d{{4}})?[\s–—−-]{{1,3}}{_DATE}"
    rf"|{_DATE}"
    r"|Original: ?[A-Z][a-z]+(?:(?:/|, | and )[A-Z][a-z]+)*"
    r"|(?:[A-Z][a-z]+(?:-[a-z]+)?|\d{4})(?: [a-z]+){0,3}? [Ss]ession"
    r"|(?:[A-Z][a-z]+,? (?:and )?){1,6}?(?:Committee|Commission)"
    r"(?: \([A-Z][A-Za-z ]+\))?"
    rf"|(?P<item>Agenda{SPACES}items?{SPACES}{_ITEM}"
    rf"(?:(?:,?{SPACES}and{SPACES}|,{SPACES}|{SPACES}to{SPACES})"
    rf"(?:{_ITEM}|\([a-z]{{1,3}}\)))*)"
    r"|Resolution \d{1,4} \(\d{4}\)"
)
_NEXT = re.compile(
    r"(?<=[a-z)\d])(?=Agenda items? \d|Resolution \d{1,4} \(\d{4}\))"
    r"|(?<=[a-z]{3})(?=[A-Z][a-z])|(?<=[ \u00a0]\d{4})(?=[A-Z][a-z])"
)
"""Where a title ends: another field, or a capital glued to a word."""
_GLUED = re.compile(r"United Nations[A-Z]{1,4}/\S")


def begins(line: str) -> bool:
    """Whether a masthead run together begins here."""
    return _GLUED.match(line) is not None


class Field(NamedTuple):
    """What a field of a masthead is known for."""

    item: bool
    """Whether it names an agenda item, whose title follows."""


def field(raw: str, line: Line) -> Field | None:
    """Return the field that a line alone is, or nothing where it is none."""
    match = _FIELD.fullmatch(raw, line.start, line.end)
    return Field(match["item"] is not None) if match else None


def fields(raw: str, line: Line) -> tuple[list[Line], bool]:
    """Return the fields that a line of a masthead runs together.

    And whether an agenda item stands on it, so that more of its title may follow. A
    line that no field begins gives none.
    """
    found: list[Line] = []
    at, agenda = line.start, False
    while at < line.end:
        match = _FIELD.match(raw, at, line.end)
        if match and agenda and not match["item"]:
            match = None  # the title of the item may begin as a field does
        if match and match.end() > at:
            end = match.end()
            agenda = agenda or match["item"] is not None
        elif not found:
            return [], False
        else:  # what the grammar does not know: the title of the item
            after = _NEXT.search(raw, at + 1, line.end)
            end = after.start() if after else line.end
        found.append(_trimmed(raw, at, end))
        at = end
        while at < line.end and raw[at].isspace():
            at += 1
    return found, agenda


def _trimmed(raw: str, start: int, end: int) -> Line:
    while end > start and raw[end - 1].isspace():
        end -= 1
    return Line(start, end)
