"""Hover: what is known of the thing under the pointer, and the page of a finding."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lsprotocol import types

from resolint import guides
from resolint.document import (
    Citation,
    Footnote,
    Node,
    Organ,
    Paragraph,
    Passage,
    Resolution,
)
from resolint.server.analysis import Analysis
from resolint.server.indicators import indicators
from resolint.server.meanings import meaning
from resolint.server.said import Said, beginning, joined
from resolint.text import Span

MOST = 3
"""Of how many paragraphs that a reference names the beginning is shown."""
_OWN = re.compile(r"\b(?:above|below|present|this)\b")


def hover(analysis: Analysis, params: types.HoverParams) -> types.Hover | None:
    """Return what is to be said of a place: the narrowest thing first, pages last."""
    if analysis.source is None or analysis.resolution is None:
        return None
    raw = analysis.text.offset(params.position)
    said = [
        *_notes(analysis, raw),
        *_references(analysis, raw),
        *_things(analysis, raw),
    ]
    said.sort(key=lambda each: _width(analysis, each.area))
    said += _pages(analysis, raw)
    if not said:
        return None
    return types.Hover(joined(said, _kind(analysis)), said[0].area)


def _kind(analysis: Analysis) -> types.MarkupKind:
    """Return what the editor would rather show."""
    shown = analysis.analyst.capabilities.text_document
    asked = shown.hover.content_format if shown and shown.hover else None
    return types.MarkupKind(asked[0]) if asked else types.MarkupKind.Markdown


def _width(analysis: Analysis, area: types.Range) -> int:
    start, end = analysis.text.offsets(area)
    return end - start


def _covers(analysis: Analysis, span: Span, raw: int) -> bool:
    """Whether what stands at an offset in the file belongs to a span."""
    assert analysis.source is not None
    start, end = analysis.source.origins(span)
    return start <= raw < end


def _things(analysis: Analysis, raw: int) -> Iterator[Said]:
    """Yield what the symbols, citations, names and references here mean."""
    assert analysis.source is not None and analysis.resolution is not None
    within, passage = analysis.resolution, None
    nodes = [*analysis.nodes_at(analysis.source.offset_of(raw))]
    for node in nodes:
        if isinstance(node, Resolution):
            within = node
        elif isinstance(node, Passage) and _covers(analysis, node.span, raw):
            passage = node
    if passage is None:
        return
    things: list[Node] = [*passage.inline]
    if isinstance(passage, Paragraph) and passage.opening:
        things.append(passage.opening)
    for thing in things:
        extent = _extent(thing, passage)
        if _covers(analysis, extent, raw):
            said = meaning(analysis, thing, passage, within)
            if said is not None:
                yield replace(said, area=analysis.range(extent))
    for span, instrument in analysis.analyst.lexicon.named(analysis.resolution):
        if _covers(analysis, span, raw):
            cited = instrument.notes.get(within.organ or Organ.GA)
            if cited is not None:
                yield Said(
                    area=analysis.range(span),
                    heading=instrument.title,
                    lines=(f"cited in a footnote as: {cited.text}",),
                )
    if isinstance(passage, Footnote):
        yield from _called(analysis, passage, analysis.range(passage.span))


def _extent(thing: Node, passage: Passage) -> Span:
    """Return where a thing is hovered: a citation on its date too, if it is alone."""
    if isinstance(thing, Citation) and thing.text and len(passage.citations) == 1:
        return thing.text
    return thing.span


def _notes(analysis: Analysis, raw: int) -> Iterator[Said]:
    """Yield the text of a note at its indicator, at the note where it is called."""
    assert analysis.source is not None and analysis.resolution is not None
    for mark in indicators(analysis.source):
        if not mark.start <= raw < mark.end:
            continue
        notes = [n for n in analysis.resolution.notes if n.label == mark.label]
        if len(notes) != 1:
            continue
        area = analysis.text.range(mark.start, mark.end)
        if mark.note:
            yield from _called(analysis, notes[0], area)
        else:
            words = beginning(analysis.source[notes[0].content])
            yield Said(area=area, heading=notes[0].locator, lines=(words,))


def _called(analysis: Analysis, note: Footnote, area: types.Range) -> Iterator[Said]:
    assert analysis.resolution is not None
    where = dict.fromkeys(
        node.locator
        for node in analysis.resolution.walk()
        if isinstance(node, Passage) and node.locator and _calls(node, note)
    )
    if where:
        line = f"called in {', '.join(where)}"
        yield Said(area=area, heading=note.locator, lines=(line,))


def _calls(passage: Passage, note: Footnote) -> bool:
    return any(call.label == note.label for call in passage.calls)


def _references(analysis: Analysis, raw: int) -> Iterator[Said]:
    """Yield the beginnings of the paragraphs that a reference names."""
    source = analysis.source
    assert source is not None
    here = [
        each
        for each in analysis.mentions
        if _covers(analysis, each.around, raw) and _OWN.search(source[each.around])
    ]
    at = [each for each in here if each.written and _covers(analysis, each.span, raw)]
    named = [each for each in at or here if at or each.last]
    if not named or any(len(each.targets) != 1 for each in named):
        return
    meant = {id(node): node for each in named for node in (each.targets[0].node,)}
    lines = [
        f"{node.locator}: {beginning(source[node.content])}"
        for node in [*meant.values()][:MOST]
    ]
    if len(meant) > MOST:
        lines.append("…")
    area = analysis.range(at[0].span if at else here[0].around)
    yield Said(area=area, lines=tuple(lines))


def _pages(analysis: Analysis, raw: int) -> Iterator[Said]:
    """Yield the pages of the rules that found something here."""
    seen: set[str] = set()
    source = analysis.report.source if analysis.report else None
    for found in analysis.found:
        assert source is not None
        start, end = source.origins(found.span)
        if found.code in seen or not start <= raw < max(end, start + 1):
            continue
        seen.add(found.code)
        rule = analysis.analyst.rules.get(found.code)
        try:
            page = guides.load(rule).markdown if rule else ""
        except guides.PageError:
            continue
        if page:
            yield Said(area=analysis.text.range(start, end), page=page)
