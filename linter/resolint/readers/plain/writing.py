"""From paragraphs to blocks."""

from bisect import bisect_right
from collections.abc import Sequence

from resolint.readers.assembly import Assembly
from resolint.readers.plain.paragraphs import Draft, Indicator, Paragraph


def written(assembly: Assembly, draft: Draft) -> None:
    """Write a draft: its masthead, its body, its notes."""
    for field in draft.masthead:
        _write(assembly, field, ())
    calls = list(draft.indicators)
    at = 0
    for index, paragraph in enumerate(draft.body):
        first = at
        while at < len(calls) and calls[at].paragraph == index:
            at += 1
        _write(assembly, paragraph, calls[first:at])
    for note in draft.notes:
        _write(assembly, note, ())


def _write(
    assembly: Assembly, paragraph: Paragraph, calls: Sequence[Indicator]
) -> None:
    """Write a paragraph, with a call in the place of each indicator."""
    text = paragraph.text
    assembly.open()
    at = 0
    for index, call in enumerate(calls):
        _copy(assembly, paragraph, at, call.start)
        assembly.call(call.label)
        at = call.end
        after = calls[index + 1].start if index + 1 < len(calls) else -1
        # "Rights1, 2 and": the comma belongs to the indicators.
        if after >= at and text[at:after].strip() in ("", ",") and after - at < 3:
            at = after
    end = len(text)
    if at and not text[at:].strip():
        end = at
    _copy(assembly, paragraph, at, end)
    assembly.close(paragraph.style, paragraph.label)


def _copy(assembly: Assembly, paragraph: Paragraph, start: int, end: int) -> None:
    """Copy a range of a paragraph's text, part by part."""
    starts = paragraph.starts
    for index in range(max(bisect_right(starts, start) - 1, 0), len(starts)):
        begin, part = starts[index], paragraph.parts[index]
        if begin > end:
            break
        if begin > start and paragraph.text[begin - 1] == " " and begin < end:
            before = paragraph.parts[index - 1]
            if begin > starts[index - 1] + before.end - before.start:
                assembly.write(" ")
        low, high = max(start, begin), min(end, begin + part.end - part.start)
        if low < high:
            raw = part.start + low - begin
            assembly.copy(paragraph.raw[raw : raw + high - low], raw)
