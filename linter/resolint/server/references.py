"""From a reference to what it names, and from a paragraph or a note to all that do."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from resolint.mentions import Counted, Mention
from resolint.server.analysis import Analysis
from resolint.server.indicators import Indicator, indicators
from resolint.server.pointed import Pointed, pointed
from resolint.text import Span

Raw = tuple[int, int]


def definition(
    analysis: Analysis, params: types.DefinitionParams
) -> list[types.Location] | list[types.LocationLink] | None:
    """Return the paragraphs, items or notes that a reference names.

    From a note it leads back to what calls it, from a number to itself. What other
    texts have is nowhere.
    """
    found = pointed(analysis, params.position)
    if found is None:
        return None
    places = [*_named(analysis, found)]
    asks = analysis.analyst.capabilities.text_document
    if asks and asks.definition and asks.definition.link_support:
        origin = analysis.text.range(*found.area)
        return [
            types.LocationLink(
                target_uri=analysis.uri,
                target_range=analysis.text.range(*whole),
                target_selection_range=analysis.text.range(*head),
                origin_selection_range=origin,
            )
            for whole, head in places
        ]
    return [_location(analysis, head) for _, head in places]


def references(
    analysis: Analysis, params: types.ReferenceParams
) -> list[types.Location] | None:
    """Return all that names the paragraph, item or note that is pointed at."""
    found = pointed(analysis, params.position)
    if found is None:
        return None
    places = [*_mentioned(analysis, found)]
    if params.context.include_declaration:
        places = [*_declared(analysis, found), *places]
    return [_location(analysis, each) for each in _once(places)]


def highlights(
    analysis: Analysis, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    """Return the same for the eye: where it stands, and where it is named."""
    found = pointed(analysis, params.position)
    if found is None:
        return None
    text, kinds = analysis.text, types.DocumentHighlightKind
    return [
        *(
            types.DocumentHighlight(text.range(*each), kinds.Write)
            for each in _once(_declared(analysis, found))
        ),
        *(
            types.DocumentHighlight(text.range(*each), kinds.Read)
            for each in _once(_mentioned(analysis, found))
        ),
    ]


def naming(analysis: Analysis, targets: Iterable[Counted]) -> Iterator[Mention]:
    """Yield the mentions that name any of some paragraphs or items."""
    wanted = {id(each.node) for each in targets}
    for mention in analysis.mentions:
        if any(id(each.node) in wanted for each in mention.targets):
            yield mention


def _named(analysis: Analysis, found: Pointed) -> Iterator[tuple[Raw, Raw]]:
    """Yield what is named, and the number or the indicator that begins it."""
    assert analysis.source is not None and analysis.resolution is not None
    origins = analysis.source.origins
    for each in found.targets:
        end = max(end for end in _ends(each))
        yield origins(Span(each.node.span.start, end)), origins(each.marker.span)
    mark = found.indicator
    if mark is None:
        return
    if mark.note:
        for call in _marks(analysis, mark, note=False):
            yield (call.start, call.end), (call.start, call.end)
        return
    for note in analysis.resolution.notes:
        if note.label == mark.label:
            yield origins(note.span), origins(note.span)


def _ends(one: Counted) -> Iterator[int]:
    yield one.node.span.end
    for item in one.items:
        yield from _ends(item)


def _declared(analysis: Analysis, found: Pointed) -> Iterator[Raw]:
    assert analysis.source is not None
    for each in found.targets:
        yield analysis.source.origins(each.value)
    if found.indicator is not None:
        for mark in _marks(analysis, found.indicator, note=True):
            yield mark.start, mark.end


def _mentioned(analysis: Analysis, found: Pointed) -> Iterator[Raw]:
    assert analysis.source is not None
    for mention in naming(analysis, found.targets):
        yield analysis.source.origins(mention.span)
    if found.indicator is not None:
        for mark in _marks(analysis, found.indicator, note=False):
            yield mark.start, mark.end


def _marks(analysis: Analysis, like: Indicator, *, note: bool) -> Iterator[Indicator]:
    assert analysis.source is not None
    for mark in indicators(analysis.source):
        if mark.note is note and mark.label == like.label:
            yield mark


def _once(places: Iterable[Raw]) -> list[Raw]:
    return sorted(set(places))


def _location(analysis: Analysis, place: Raw) -> types.Location:
    return types.Location(analysis.uri, analysis.text.range(*place))
