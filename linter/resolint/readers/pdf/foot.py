"""The notes at the foot of a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import inf
from operator import and_

from resolint.readers.pdf.lines import Line, Word
from resolint.readers.pdf.pages import Rule
from resolint.readers.plain.marks import RULE

_TYPED = re.compile(r"(\*{1,4}|[†‡§¶]|\d{1,3})[ \t\u00a0]+(?=\S)")
_STAR = re.compile(r"(\*{1,4})(?=[A-Z“])")
_RAISED = re.compile(r"\d{1,3}|[a-z]|[ivxl]{1,6}|\*{1,4}|[†‡§¶]")
_RULES = 40
_SMALL = 0.95
_SHORT = 0.55
"""How much of the width of the text a rule above notes takes at most."""


@dataclass(slots=True)
class Note:
    """A note: its label, and the lines of its text, on one page or on more."""

    label: str
    lines: list[Line] = field(default_factory=list)


def cut(page: Sequence[Line], rules: Sequence[Rule], size: float, more: bool) -> int:
    """Return where on a page its notes begin, as an index of its lines.

    ``size`` is that of the text, and ``more`` whether notes stand before it, of which
    the last may go on here.
    """
    small = [*accumulate((_small(line, size) for line in reversed(page)), and_)][::-1]
    short = _short(page, rules)
    top = inf
    for index, line in enumerate(page):
        if RULE.match(line.text) and index + 1 < len(page):
            if _begins(page[index + 1]) or (more and small[index + 1]):
                return index
        elif any(line.baseline < height < top for height in short) and (
            _begins(line) or (more and small[index])
        ):
            return index
        top = line.baseline
    for index, line in enumerate(page):
        if small[index] and _raised(line):
            return index
    return _called(page)


def _called(page: Sequence[Line]) -> int:
    """Return where lines begin that are numbered as the notes called on a page."""
    called = (
        word.text.strip()
        for line in page
        for word in line.words[1:]
        if word.raised and word.text.strip().isdecimal()
    )
    left = [*dict.fromkeys(called)]
    end = len(page)
    for index in range(len(page) - 1, -1, -1):
        match = _TYPED.match(page[index].text)
        if left and match and match[1] == left[-1]:
            left.pop()
            end = index
    return len(page) if left else end


def _begins(line: Line) -> bool:
    return _label(line, None) is not None


def _small(line: Line, size: float) -> bool:
    return line.size <= _SMALL * size


def _short(page: Sequence[Line], rules: Sequence[Rule]) -> list[float]:
    """Return the heights of the short rules left of the middle: the lowest few."""
    left = min((each.left for each in page), default=0)
    width = max((each.right for each in page), default=0) - left
    return sorted(
        rule.height
        for rule in rules
        if rule.right - rule.left < _SHORT * width and rule.left < left + width / 5
    )[:_RULES]


def _raised(line: Line) -> str:
    """Return the label that stands raised at the beginning of a line."""
    first = line.words[0] if line.words else None
    if first and first.raised and _RAISED.fullmatch(first.text.strip()):
        return first.text.strip()
    return ""


def _label(line: Line, last: int | None) -> tuple[str, int] | None:
    """Return the label that a line begins with, and where its text begins.

    A number that is not raised is one only where it goes on from the last.
    """
    if raised := _raised(line):
        return raised, len(line.words[0].text)
    text = line.text
    match = _TYPED.match(text) or _STAR.match(text)
    if not match:
        return None
    label = match[1]
    if label.isdecimal() and last is not None and int(label) not in (1, last + 1):
        return None
    return label, match.end()


def add(notes: list[Note], foot: Sequence[Line]) -> None:
    """Add the notes at the foot of a page to those before."""
    raised = any(_raised(line) for line in foot)
    numbers = (int(n.label) for n in reversed(notes) if n.label.isdecimal())
    last = next(numbers, 0)
    for line in foot:
        if RULE.match(line.text):
            continue
        found = _label(line, last)
        if found and raised and found[0].isdecimal() and not _raised(line):
            found = None  # a line that begins with a number
        if found:
            label, at = found
            notes.append(Note(label, [_after(line, at)]))
            last = int(label) if label.isdecimal() else last
        elif notes:
            notes[-1].lines.append(line)
        else:
            notes.append(Note("", [line]))


def _after(line: Line, at: int) -> Line:
    """Return a line without the characters before a place."""
    return replace(line, words=tuple(_cut(line, at)))


def _cut(line: Line, at: int) -> Iterator[Word]:
    begun = False
    for word in line.words:
        text = word.text[at:]
        at = max(0, at - len(word.text))
        text = text if begun else text.lstrip()
        begun = begun or bool(text)
        if text:
            yield replace(word, text=text)
