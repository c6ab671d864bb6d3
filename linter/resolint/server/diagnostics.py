"""Findings as the protocol has them, pushed and pulled."""

from lsprotocol import converters, types

from resolint.render.lsp import described
from resolint.render.report import Layout
from resolint.server.analysis import Analysis
from resolint.server.texts import RULERS

_CONVERTER = converters.get_converter()


def diagnostics(analysis: Analysis) -> list[types.Diagnostic]:
    """Return what was found in a draft: what ``--output-format lsp`` writes of it."""
    if analysis.report is None:
        return []
    layout = Layout(rules=analysis.analyst.rules)
    ruler = RULERS[analysis.text.encoding]
    rows = described(analysis.report, layout, analysis.uri, ruler)
    return [_CONVERTER.structure(row, types.Diagnostic) for row in rows]


def published(analysis: Analysis) -> types.PublishDiagnosticsParams:
    """Return what is told of a draft unasked, with the version that it holds for."""
    return types.PublishDiagnosticsParams(
        analysis.uri, diagnostics(analysis), analysis.version
    )


def pulled(
    analysis: Analysis, mark: str, known: str | None
) -> types.DocumentDiagnosticReport:
    """Return what is told of a draft when asked; ``known`` marks what was told last."""
    if known == mark:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=mark)
    return types.RelatedFullDocumentDiagnosticReport(
        items=diagnostics(analysis), result_id=mark
    )


def meet(one: types.Range, other: types.Range) -> bool:
    """Whether two ranges overlap or touch."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
