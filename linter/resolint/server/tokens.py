"""Semantic tokens: openings, numbers, symbols, citations, dates, notes, headings.

The types are those that every theme has a colour for.
"""

from bisect import bisect_left, insort
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from hashlib import sha256

from lsprotocol import types

from resolint.document import (
    Citation,
    Day,
    Enacting,
    Heading,
    Item,
    Marker,
    Node,
    Operative,
    Other,
    Paragraph,
    ParagraphReference,
    Preambular,
    Symbol,
    Title,
)
from resolint.server.analysis import Analysis
from resolint.server.indicators import indicators
from resolint.server.texts import RULERS
from resolint.server.written import stretches
from resolint.text import Span

_TYPES = types.SemanticTokenTypes
LEGEND = types.SemanticTokensLegend(
    token_types=[
        _TYPES.Keyword.value,  # openings
        _TYPES.Class.value,  # the organ that speaks
        _TYPES.EnumMember.value,  # numbers of paragraphs, letters of items
        _TYPES.Type.value,  # symbols of documents
        _TYPES.Function.value,  # resolutions and decisions that are cited
        _TYPES.Variable.value,  # references to paragraphs
        _TYPES.Number.value,  # dates
        _TYPES.Decorator.value,  # indicators of notes
        _TYPES.Namespace.value,  # headings and the title
    ],
    token_modifiers=[],
)
_KEPT = 16
"""How many answers are kept, to tell later what has changed."""
_told: OrderedDict[str, list[int]] = OrderedDict()
Raw = tuple[int, int, str]


def tokens(
    analysis: Analysis, _params: types.SemanticTokensParams
) -> types.SemanticTokens:
    """Return the tokens of a draft."""
    data = encoded(analysis, painted(analysis))
    return types.SemanticTokens(data, _keep(data))


def tokens_within(
    analysis: Analysis, params: types.SemanticTokensRangeParams
) -> types.SemanticTokens:
    """Return the tokens that a range of the file meets."""
    start, end = analysis.text.offsets(params.range)
    here = [each for each in painted(analysis) if each[0] < end and start < each[1]]
    return types.SemanticTokens(encoded(analysis, here))


def tokens_since(
    analysis: Analysis, params: types.SemanticTokensDeltaParams
) -> types.SemanticTokens | types.SemanticTokensDelta:
    """Return what has changed in the tokens since an answer; all if it is too old."""
    data = encoded(analysis, painted(analysis))
    before = _told.get(params.previous_result_id)
    mark = _keep(data)
    if before is None:
        return types.SemanticTokens(data, mark)
    room = min(len(before), len(data))
    head = next((i for i in range(room) if before[i] != data[i]), room)
    room -= head
    tail = next((i for i in range(room) if before[-1 - i] != data[-1 - i]), room)
    if head == len(before) == len(data):
        return types.SemanticTokensDelta([], mark)
    edit = types.SemanticTokensEdit(
        head, len(before) - head - tail, data[head : len(data) - tail]
    )
    return types.SemanticTokensDelta([edit], mark)


def painted(analysis: Analysis) -> list[Raw]:
    """Return the ranges of the file that are painted, none over another or a line."""
    if analysis.source is None or analysis.resolution is None:
        return []
    found = [
        (start, end, kind)
        for span, kind in _spans(analysis.resolution)
        for start, end in stretches(analysis.source, span)
    ]
    for mark in indicators(analysis.source):
        # In AKN4UN an indicator is all of a tag.
        whole = (mark.start, mark.end) if analysis.source.format != "akn" else mark.name
        found.append((*whole, _TYPES.Decorator.value))
    made: list[Raw] = []
    # What is within another says more: it is painted first, the other around it.
    for start, end, kind in sorted(found, key=lambda each: each[1] - each[0]):
        for first, last in _free(made, start, end):
            for begin, stop in _lines(analysis, first, last):
                insort(made, (begin, stop, kind))
    return made


def _free(taken: list[Raw], start: int, end: int) -> list[tuple[int, int]]:
    """Return what of a range is not painted yet; what is, is in order."""
    free = []
    at = max(bisect_left(taken, (start, 0, "")) - 1, 0)
    for first, last, _ in taken[at:]:
        if first >= end:
            break
        if start < first:
            free.append((start, first))
        start = max(start, last)
    if start < end:
        free.append((start, end))
    return free


def encoded(analysis: Analysis, spans: Iterable[Raw]) -> list[int]:
    """Return tokens as the protocol counts them: each from the one before."""
    ruler = RULERS[analysis.text.encoding]
    names = list(LEGEND.token_types)
    data: list[int] = []
    line = column = 0
    for start, end, kind in spans:
        at = analysis.text.position(start)
        if at.line != line:
            column = 0
        data += [
            at.line - line,
            at.character - column,
            ruler(analysis.text.words[start:end]),
            names.index(kind),
            0,
        ]
        line, column = at.line, at.character
    return data


def _spans(node: Node) -> Iterator[tuple[Span, str]]:
    """Yield what is painted within a node."""
    match node:
        case Enacting():
            yield node.name, _TYPES.Class.value
        case Title():
            if node.number_span is not None:
                yield node.number_span, _TYPES.Function.value
            yield node.content, _TYPES.Namespace.value
        case Heading():
            yield node.span, _TYPES.Namespace.value
        case Symbol():
            yield node.span, _TYPES.Type.value
        case Citation():
            yield node.span, _TYPES.Function.value
        case ParagraphReference():
            yield node.span, _TYPES.Variable.value
        case Day():
            yield node.span, _TYPES.Number.value
        case _:
            pass
    if isinstance(node, Paragraph) and node.opening is not None:
        yield node.opening.span, _TYPES.Keyword.value
    if (marker := _marker(node)) is not None:
        yield marker.span, _TYPES.EnumMember.value
    for child in node.children():
        yield from _spans(child)


def _marker(node: Node) -> Marker | None:
    match node:
        case Operative(marker=marker) | Item(marker=marker) | Other(marker=marker):
            return marker
        case Preambular(number=marker):
            return marker
    return None


def _lines(analysis: Analysis, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the part of a range on each line of the file, if there is any."""
    first = analysis.text.position(start).line
    for number in range(first, analysis.text.position(end).line + 1):
        begin, stop = analysis.text.line(number)
        if max(begin, start) < min(stop, end):
            yield max(begin, start), min(stop, end)


def _keep(data: list[int]) -> str:
    mark = sha256(repr(data).encode()).hexdigest()[:16]
    _told[mark] = data
    _told.move_to_end(mark)
    while len(_told) > _KEPT:
        _told.popitem(last=False)
    return mark
