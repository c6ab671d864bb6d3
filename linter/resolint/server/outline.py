"""The outline of a draft: its parts, sections, paragraphs and items, as they nest."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from resolint.document import Resolution
from resolint.server.analysis import Analysis
from resolint.server.branches import Branch, branches
from resolint.server.written import stretches
from resolint.text import Span

_KINDS = {
    "masthead": types.SymbolKind.Property,
    "title": types.SymbolKind.String,
    "enacting": types.SymbolKind.Class,
    "preamble": types.SymbolKind.Module,
    "operative": types.SymbolKind.Module,
    "paragraph": types.SymbolKind.Method,
    "item": types.SymbolKind.Field,
    "section": types.SymbolKind.Namespace,
    "resolution": types.SymbolKind.Package,
    "annex": types.SymbolKind.Package,
    "notes": types.SymbolKind.Array,
    "note": types.SymbolKind.Constant,
    "closing": types.SymbolKind.Property,
}


def outline(
    analysis: Analysis, _params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
    """Return the outline; in one row for an editor that cannot show it nested."""
    if analysis.source is None or analysis.resolution is None:
        return None
    nested = [*symbols(analysis, analysis.resolution)]
    asks = analysis.analyst.capabilities.text_document
    shown = asks.document_symbol if asks else None
    if shown is not None and shown.hierarchical_document_symbol_support:
        return nested
    return [*_flat(nested, analysis.uri, None)]


def symbols(
    analysis: Analysis, resolution: Resolution
) -> Iterator[types.DocumentSymbol]:
    """Yield the outline of a document, nested."""
    assert analysis.source is not None
    for branch in branches(resolution):
        if made := _symbol(analysis, branch):
            yield made


def _symbol(analysis: Analysis, branch: Branch) -> types.DocumentSymbol | None:
    """Return a branch as the protocol has it; None where nothing of it is written."""
    below = [_symbol(analysis, each) for each in branch.below]
    children = [each for each in below if each is not None]
    head = extent(analysis, (branch.head,))
    areas = [head, extent(analysis, branch.spans), *(each.range for each in children)]
    whole = _around(each for each in areas if each is not None)
    if whole is None:
        return None
    selected = head or types.Range(whole.start, whole.start)
    return types.DocumentSymbol(
        name=branch.name,
        detail=branch.detail or None,
        kind=_KINDS[branch.kind],
        range=whole,
        selection_range=selected,
        children=children,
    )


def extent(analysis: Analysis, spans: Iterable[Span]) -> types.Range | None:
    """Return the range of the file from the first to the last that spans hold."""
    assert analysis.source is not None
    found = [each for span in spans for each in stretches(analysis.source, span)]
    if not found:
        return None
    return analysis.text.range(
        min(start for start, _ in found), max(end for _, end in found)
    )


def _around(areas: Iterable[types.Range]) -> types.Range | None:
    """Return the range that holds all of some."""
    found = [*areas]
    if not found:
        return None
    start = min((each.start for each in found), key=place)
    end = max((each.end for each in found), key=place)
    return types.Range(start, end)


def place(position: types.Position) -> tuple[int, int]:
    """Return what positions are sorted by."""
    return position.line, position.character


def _flat(
    nested: Iterable[types.DocumentSymbol], uri: str, within: str | None
) -> Iterator[types.SymbolInformation]:
    for each in nested:
        yield types.SymbolInformation(
            name=each.name,
            kind=each.kind,
            location=types.Location(uri, each.range),
            container_name=within,
        )
        yield from _flat(each.children or (), uri, each.name)
