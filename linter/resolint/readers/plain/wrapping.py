"""Which line breaks end a paragraph, and which only a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from resolint.readers.plain.marks import CLOSING, DATE, MARKER, RULE
from resolint.readers.plain.paragraphs import Line, Paragraph

_ENDED = re.compile(
    r"[.;:,!?…—](?:[”’\"')\]]*)(?:\s?(?:\d{1,3}|[¹²³⁰⁴-⁹]+|\[\d{1,3}\]))?$"
)
_STOPPED = re.compile(
    r"[.;:!?…—](?:[”’\"')\]]*)(?:\s?(?:\d{1,3}|[¹²³⁰⁴-⁹]+|\[\d{1,3}\]))?$"
)
_LINKED = re.compile(r"[;,:]\d{0,3} (?:and|or|and/or)$")
_OPENING = re.compile(r"[A-Z][a-z]+(?:ing|ed|ly|ful|ous|ware)\b(?!\s[A-Z])")
_NOTE = re.compile(r"\d{1,3}\s+\S|(?:\d{1,3}|\[\d{1,3}\]|[¹²³⁰⁴-⁹]+)\s*[A-Z*“]")

WIDEST = 110
"""The most that a line broken by an editor or a page holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrap:
    """How wide lines are, and whether they were broken for it."""

    width: int
    wrapped: bool
    proportional: bool = False
    """Whether lines of one width hold numbers of characters that differ."""

    def full(self, raw: str, line: Line, following: Line) -> bool:
        """Whether the next line's first word would not have gone onto a line."""
        word = raw[following.start : following.end].split(maxsplit=1)[0]
        length = line.indent + line.end - line.start
        slack = self.width // 3 if self.proportional else 2 + self.width // 12
        return length + 1 + len(word) > self.width - slack


def wrap(raw: str, found: Sequence[Line], *, proportional: bool) -> Wrap:
    """Return how the lines of a text are broken."""
    lengths = sorted(
        line.indent + line.end - line.start for line in found if not line.blank
    )
    if not lengths:
        return Wrap(width=0, wrapped=False)
    breaks = sum(_breaks(raw, left, right) for left, right in pairwise(found))
    # A few long lines, such as tables, do not make a text one of long lines.
    width = lengths[-1 - len(lengths) // 50]
    return Wrap(
        width=min(width, WIDEST),
        wrapped=width <= WIDEST and (proportional or breaks > 0),
        proportional=proportional,
    )


def _breaks(raw: str, left: Line, right: Line) -> bool:
    """Whether a sentence surely goes on from one line to the next."""
    if left.blank or right.blank or right.end - right.start < 2:
        return False
    if MARKER.match(raw, right.start, right.end):
        return False
    if _ENDED.search(raw, max(left.start, left.end - 8), left.end):
        return False
    if raw[right.start].islower():
        return True
    # "Recalling … in all Member" has no end; "States" opens no paragraph.
    begun = _OPENING.match(raw, left.start) or MARKER.match(raw, left.start, left.end)
    return begun is not None and not _OPENING.match(raw, right.start)


def paragraphs(raw: str, found: Sequence[Line], how: Wrap) -> list[Paragraph]:
    """Return the paragraphs of a text; blank lines stand between them, or nothing."""
    made: list[Paragraph] = []
    parts: list[Line] = []
    blank = False
    for line in found:
        if line.blank:
            blank = True
            continue
        if parts and not _goes_on(raw, parts, line, blank, how):
            made.append(Paragraph(raw, tuple(parts)))
            parts = []
        parts.append(line)
        blank = False
    if parts:
        made.append(Paragraph(raw, tuple(parts)))
    return made


def _goes_on(
    raw: str, parts: Sequence[Line], line: Line, blank: bool, how: Wrap
) -> bool:
    last = parts[-1]
    if len(parts) == 1 and _only_marker(raw, last):
        return not MARKER.match(raw, line.start, line.end) and not _rule(raw, line)
    if blank or _rule(raw, line) or _rule(raw, last):
        return False
    if begins(raw, last, line, how):
        return False
    if raw[line.start].islower():
        return True
    if not how.wrapped:
        return False
    if line.indent > last.indent + 1 and len(parts) > 1:
        return False
    tail = max(last.start, last.end - 8)
    if how.proportional and not _ENDED.search(raw, tail, last.end):
        return True  # a justified line may be cut up, down to its words
    if _ENDED.search(raw, tail, last.end) and _OPENING.match(raw, line.start):
        return False
    return how.full(raw, last, line)


def begins(raw: str, last: Line, line: Line, how: Wrap) -> bool:
    """Whether a line begins with a marker, or is one of those of the closing."""
    tail = max(last.start, last.end - 12)
    if CLOSING.match(raw, line.start, line.end):
        if CLOSING.match(raw, last.start, last.end):
            return True
        return bool(_STOPPED.search(raw, tail, last.end)) or not how.wrapped
    if CLOSING.match(raw, last.start, last.end):
        return raw[line.start].isupper()
    ended = any(mark.search(raw, tail, last.end) for mark in (_ENDED, _LINKED))
    if MARKER.match(raw, line.start, line.end):
        if how.proportional:
            return ended or _only_marker(raw, line)
        return ended or not how.wrapped or not how.full(raw, last, line)
    return bool(
        not how.proportional
        and _STOPPED.search(raw, tail, last.end)
        and _NOTE.match(raw, line.start, line.end)
        and not DATE.match(raw, line.start)
    )


def across(raw: str, last: Line, line: Line, how: Wrap) -> bool:
    """Whether a paragraph goes on over the end of a page."""
    if MARKER.match(raw, line.start, line.end):
        return False
    if _only_marker(raw, last) or raw[line.start].islower():
        return True
    tail = max(last.start, last.end - 8)
    if _STOPPED.search(raw, tail, last.end):
        return False
    if _ENDED.search(raw, tail, last.end):  # a comma
        return how.full(raw, last, line) and not _OPENING.match(raw, line.start)
    return how.full(raw, last, line)


def _only_marker(raw: str, line: Line) -> bool:
    match = MARKER.match(raw, line.start, line.end)
    return match is not None and match.end() == line.end


def _rule(raw: str, line: Line) -> bool:
    return RULE.match(raw, line.start, line.end) is not None
