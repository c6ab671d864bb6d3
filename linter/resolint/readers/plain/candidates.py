"""The places where a note may be called."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resolint.readers.plain.evidence import BEHIND, Evidence, glued, residual
from resolint.readers.plain.marks import MONTH


class Candidate(NamedTuple):
    """A place where a note may be called, and the range to leave out for it."""

    start: int
    end: int
    label: str
    evidence: int


_NUMBER = re.compile(
    r"(?P<digits>\d+)|\[(?P<square>\d{1,3})\]|(?P<raised>[¹²³⁰⁴-⁹]+)", re.ASCII
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNIT = re.compile(r"\b[kcdm]?m$")
_DATED = re.compile(rf"[\s\u00a0]+(?:{MONTH}|to\s+\d|per\s+cent|and\s+\d)")
_WIDE = re.compile(r"[ \u00a0]{2}")
_COUNTED = re.compile(
    r"(?:\b(?:[Pp]aragraphs?|[Aa]rticles?|[Ss]ections?|[Cc]hapters?|[Aa]nnex|[Pp]art"
    r"|[Ii]tems?|[Gg]oals?|[Tt]argets?|[Rr]esolutions?|[Rr]ules?|and|or|to|of|the|in"
    r"|from|than|with|by|for|on|at|a|least|over|about|between|[A-Z])"
    r"|\b\d{1,3}|/\d+|\W)$"
)
"""Words and marks behind which a number is its own."""
_PAIR = re.compile(r"[^\W\d](\d{1,3}),? $")
"""What stands before the second of two notes called at one place."""
_PART = re.compile(r"[A-Z]\s?")

LONGEST = 3
"""The digits that a note's number has at the most."""


def candidates(
    text: str, labels: frozenset[str], *, spaced: bool, bracketed: bool
) -> Iterator[Candidate]:
    """Yield the places of a paragraph where one of some notes may be called.

    Text copied out of a PDF may have space before the numbers: ``spaced``. Where the
    notes begin with a number in brackets, such numbers call them: ``bracketed``.
    """
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if not start:
            continue
        if match["digits"] is None:
            square, raised = match["square"], match["raised"]
            if square and not bracketed:
                continue
            if raised and _UNIT.search(text, max(0, start - 3), start):
                continue
            label = square or raised.translate(_RAISED)
            if label in labels:
                yield Candidate(_left(text, start), end, label, Evidence.CERTAIN)
        elif end - start <= 12:
            yield from _numbers(text, start, end, labels, spaced)


def _left(text: str, start: int) -> int:
    while start and text[start - 1].isspace():
        start -= 1
    return start


def _numbers(
    text: str, start: int, end: int, labels: frozenset[str], spaced: bool
) -> Iterator[Candidate]:
    before = text[max(0, start - BEHIND) : start]
    whole = glued(text, before, start, end)
    follows = text[end : end + 1]
    if follows and (follows.isalpha() or follows in "°%/\\@#=<+$€£"):
        # A lost space: "2013,227/21" is note 2 before 27/21.
        if before[-1] in ",;" and follows == "/":
            for cut in range(start + 1, min(end, start + LONGEST + 1)):
                yield from _known(text, start, cut, labels, Evidence.WEAK + 1)
        return
    if len(text) == end and _PART.fullmatch(before) and start < 4:
        yield from _known(text, start, end, labels, Evidence.PLAIN)
    elif before[-1].isspace():
        yield from _apart(text, before, start, end, labels, spaced)
    elif whole:
        yield from _known(text, start, end, labels, whole)
        return
    for cut in range(max(start + 1, end - LONGEST), end):
        weight = residual(text, start, cut, end)
        if weight:
            yield from _known(text, cut, end, labels, weight)


def _known(
    text: str, start: int, end: int, labels: frozenset[str], weight: int
) -> Iterator[Candidate]:
    label = text[start:end]
    if label in labels:
        yield Candidate(_left(text, start), end, label, weight)


def _apart(
    text: str,
    before: str,
    start: int,
    end: int,
    labels: frozenset[str],
    spaced: bool,
) -> Iterator[Candidate]:
    """Yield a number with space before it, as PDF files have them.

    Elsewhere only a mark before it, and the end of the paragraph behind it, tell it.
    """
    if _DATED.match(text, end):
        return
    words = before.rstrip()
    if not words or end - start > LONGEST:
        return
    closes = not text[end : end + 4].strip()
    weight = 0
    pair = _PAIR.search(before)
    if pair and int(pair[1]) + 1 == int(text[start:end]):
        weight = Evidence.FAIR
    elif closes and words[-1] in (",;.)”’" if spaced else ",;)”’"):
        weight = Evidence.LIKELY if spaced else Evidence.FAIR
    elif not spaced:
        return
    elif _WIDE.match(text, end) and (words[-1] in ",;.:)”’*" or words[-1].isalpha()):
        weight = Evidence.LIKELY
    elif words[-1] in ",;)”’":
        weight = Evidence.FAIR
    elif not _COUNTED.search(words) and text[end : end + 1] in " ,;.":
        weight = Evidence.WEAK
    if weight and text[start:end] in labels:
        # Of the space around the number, the last stays.
        after = end
        while spaced and text[after : after + 1].isspace():
            after += 1
        after = max(end, after - 1) if after < len(text) else after
        yield Candidate(_left(text, start), after, text[start:end], weight)
