"""Code lenses: above each part, how much there is of it and what was found in it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lsprotocol import types

from resolint.diagnostic import Severity
from resolint.document import Annex, Node, Passage, Resolution
from resolint.server.analysis import Analysis
from resolint.server.written import stretches
from resolint.text import Span

_NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("remark", "remarks"),
}


def lenses(
    analysis: Analysis, _params: types.CodeLensParams
) -> list[types.CodeLens] | None:
    """Return what is told above the title and each part; nothing can be clicked."""
    if analysis.report is None or analysis.resolution is None:
        return None
    resolution = analysis.resolution
    made = [_lens(analysis, _top(resolution), _totals(analysis, resolution))]
    made += _parts(analysis, resolution)
    if resolution.notes:
        told = _counted(len(resolution.notes), "note", "notes")
        made.append(_told(analysis, resolution.notes, told))
    return [each for each in made if each is not None]


def _parts(
    analysis: Analysis, resolution: Resolution
) -> Iterator[types.CodeLens | None]:
    for paragraphs in (resolution.preamble, resolution.operative):
        told = _counted(len(paragraphs), "paragraph", "paragraphs")
        yield _told(analysis, paragraphs, told)
    for annex in resolution.annexes:
        told = _counted(_words(analysis, annex), "word", "words")
        yield _told(analysis, (annex,), told)
    for part in resolution.parts:
        yield from _parts(analysis, part)


def _top(resolution: Resolution) -> Span:
    """Return what the totals stand above: the title, or what comes first."""
    for node in (resolution.title, resolution.enacting):
        if node is not None:
            return node.span
    blocks = resolution.source.blocks
    return blocks[0].span if blocks else resolution.span


def _totals(analysis: Analysis, resolution: Resolution) -> str:
    words = len(resolution.source.text.split())
    said = [_counted(words, "word", "words"), *_found(analysis, None)]
    return " · ".join(said)


def _told(
    analysis: Analysis, nodes: Sequence[Node], told: str
) -> types.CodeLens | None:
    if not nodes:
        return None
    spans = [
        each.span for node in nodes for each in node.walk() if isinstance(each, Passage)
    ]
    said = " · ".join([told, *_found(analysis, sorted(spans))])
    return _lens(analysis, nodes[0].span, said)


def _found(analysis: Analysis, spans: Sequence[Span] | None) -> list[str]:
    """Return how much was found in some spans; of all that was found without any."""
    found = [
        each.severity
        for each in analysis.found
        if spans is None or _within(each.span.start, spans)
    ]
    counts = [
        _counted(found.count(severity), *names)
        for severity, names in _NAMES.items()
        if severity in found
    ]
    return [", ".join(counts)] if counts else []


def _within(offset: int, spans: Sequence[Span]) -> bool:
    """Whether an offset is in one of some spans, which are in order, or behind it."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset <= spans[at].end


def _words(analysis: Analysis, annex: Annex) -> int:
    assert analysis.source is not None
    return sum(len(analysis.source[each.span].split()) for each in annex.children())


def _lens(analysis: Analysis, span: Span, said: str) -> types.CodeLens | None:
    assert analysis.source is not None
    first = next(stretches(analysis.source, span), None)
    if first is None:
        return None
    # A lens keeps to one line. A command without a name is shown as text.
    area = analysis.text.range(first[0], first[0])
    return types.CodeLens(area, types.Command(said, ""))


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}".replace(",", "\u202f")
