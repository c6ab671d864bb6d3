"""Footnote indicators: where they stand in the file, in the text and before a note."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from resolint.server.written import before, stretches
from resolint.text import Source, Style

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_REACH = 400
"""In code points; how much markup there may be between an indicator and a note."""


class Indicator(NamedTuple):
    """A footnote indicator; offsets are in the file."""

    label: str
    start: int
    end: int
    name: tuple[int, int]
    """Where its label stands."""
    note: bool
    """Whether it stands before the note; else where the text calls it."""


def indicators(source: Source) -> list[Indicator]:
    """Return the indicators of a source that can be found, the calls first."""
    return [*_calls(source), *_notes(source)]


def _calls(source: Source) -> Iterator[Indicator]:
    starts = sorted(piece.raw for piece in source.pieces if piece.length)
    last = at = -1
    for call in source.calls:
        # Of two calls at one place the second stands behind the first.
        start = last if call.at == at else before(source, call.at)
        index = bisect_left(starts, start)
        end = starts[index] if index < len(starts) else len(source.raw)
        found = _mark(source, call.label).search(source.raw, start, end)
        if found is None:
            continue
        at, last = call.at, found.end()
        yield Indicator(call.label, *found.span(), _name(found), note=False)


def _notes(source: Source) -> Iterator[Indicator]:
    for block in source.blocks:
        if block.style is not Style.NOTE:
            continue
        first = next(stretches(source, block.span), None)
        if first is None:
            continue
        start = max(0, first[0] - _REACH)
        here = [*_mark(source, block.label).finditer(source.raw, start, first[0])]
        gap = source.raw[here[-1].end() : first[0]] if here else "?"
        if re.fullmatch(r"(?:[:.)\]\s*_\\>]|<[^<>]*>)*", gap):
            yield Indicator(block.label, *here[-1].span(), _name(here[-1]), note=True)


def _mark(source: Source, label: str) -> re.Pattern[str]:
    name = f"(?P<name>{re.escape(label)})"
    if source.format == "akn":
        return re.compile(rf"<[^<>]*\bmarker\s*=\s*[\"']{name}[\"'][^<>]*>")
    forms = [
        rf"\[\^{name}\]",
        rf"\^{name}\^",
        rf"<sup>\s*\[?{name}\]?\s*</sup>",
        rf"\[{name}\]",
        rf"\({name}\)",
        rf"(?P<name>{re.escape(label.translate(_RAISED))})",
        rf"{name}(?!\d)" if label.isdigit() else name,
    ]
    numbered = [
        form.replace("?P<name>", f"?P<name{at}>") for at, form in enumerate(forms)
    ]
    return re.compile("|".join(numbered))


def _name(found: re.Match[str]) -> tuple[int, int]:
    return found.span(found.lastgroup or 0)
