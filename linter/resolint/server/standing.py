"""Where in a draft the drafter is writing: in which part, after which paragraph."""

import re
from dataclasses import dataclass

from resolint.document import Operative, Preambular, Resolution
from resolint.server.analysis import Analysis
from resolint.text import Block, Style

_NOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A place in the file, and what is around it."""

    raw: int
    """The place, as an offset in the file."""
    before: str
    """What stands before it on its line."""
    after: str
    """What stands behind it on its line."""
    within: Resolution
    """The resolution, or part of one."""
    parts: tuple[str, ...]
    """``preamble``, ``operative``; both where that cannot be told, or none."""
    begins: bool
    """Whether its line is the first of a paragraph, or empty."""
    previous: Preambular | Operative | None
    """The paragraph before, if no heading stands between."""
    at: int
    """How far the text of the source goes before it, notes left out."""


def standing(analysis: Analysis, raw: int) -> Standing | None:
    """Return where an offset in the file is; None where nothing can be completed."""
    source, whole = analysis.source, analysis.resolution
    if source is None or whole is None or source.format not in ("markdown", "text"):
        return None
    text = analysis.text
    start, end = text.line(text.position(raw).line)
    if _NOTE.match(text.words, start, end):
        return None
    block = _last(analysis, raw)
    at = min(block.span.end, source.offset_of(raw)) if block else 0
    at = max(at, block.span.start) if block else 0
    own = block is not None and source.origin(block.span.end - 1) >= start
    first = block.span.start if block is not None and own else at + 1
    within = _within(whole, at)
    parts = _parts(within, at)
    before = text.words[start:raw]
    return Standing(
        raw=raw,
        before=before,
        after=text.words[raw:end],
        within=within,
        parts=parts,
        begins=_begins(analysis, start, block, own=own),
        previous=_previous(within, first, parts),
        at=at,
    )


def _last(analysis: Analysis, raw: int) -> Block | None:
    """Return the last block before an offset in the file that is no note."""
    assert analysis.source is not None
    source = analysis.source
    found = None
    for block in source.blocks:
        shown = block.span and block.style not in (Style.NOTE, Style.MASTHEAD)
        if shown and source.origin(block.span.start) <= raw:
            found = block
    return found


def _begins(analysis: Analysis, start: int, block: Block | None, *, own: bool) -> bool:
    """Whether a paragraph begins on a line, or may."""
    assert analysis.source is not None
    if block is None or not own:
        return True
    return analysis.source.origin(block.span.start) >= start


def _within(whole: Resolution, at: int) -> Resolution:
    for part in whole.parts:
        if part.span.start <= at <= part.span.end:
            return _within(part, at)
    return whole


def _parts(within: Resolution, at: int) -> tuple[str, ...]:
    """Return the parts that an offset may be in."""
    if any(annex.span.start <= at for annex in within.annexes):
        return ()
    if within.operative and at >= within.operative[0].span.start:
        return ("operative",)
    if within.enacting is not None:
        behind = at >= within.enacting.span.end
        if behind and within.operative:
            return ("preamble",)
        return ("preamble", "operative") if behind else ()
    return ("preamble", "operative")


def _previous(
    within: Resolution, first: int, parts: tuple[str, ...]
) -> Preambular | Operative | None:
    """Return the paragraph before what begins at an offset."""
    paragraphs: list[Preambular | Operative] = [*within.preamble, *within.operative]
    before = [each for each in paragraphs if each.span.start < first]
    if not before or not parts:
        return None
    last = max(before, key=lambda each: each.span)
    between = (last.span.start < each.span.start < first for each in within.headings)
    return None if any(between) else last
