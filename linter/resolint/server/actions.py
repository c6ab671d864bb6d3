"""Code actions: fixes of what was found here, all safe fixes, and remarks."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import Any

from lsprotocol import types

from resolint.diagnostic import Diagnostic, Safety
from resolint.engine import UnfixableError, fixed
from resolint.readers import read_text
from resolint.remarking import FORMATS, Insertion, block_at, insertion
from resolint.render.places import replacement
from resolint.server.analysis import Analysis
from resolint.server.diagnostics import diagnostics, meet
from resolint.server.texts import Text
from resolint.text import Source

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.resolint"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)
"""What kinds of action there are."""
_ROUNDS = 20
"""After how many rounds fixes are given up: one may call for another."""


def actions(
    analysis: Analysis, params: types.CodeActionParams
) -> list[types.CodeAction]:
    """Return what can be done about the findings in a range of the file."""
    made: list[types.CodeAction] = []
    if analysis.report is None:
        return made
    only = params.context.only
    if wanted(types.CodeActionKind.QuickFix.value, only):
        told = diagnostics(analysis)
        here = [
            (found, shown)
            for found, shown in zip(analysis.found, told, strict=True)
            if meet(shown.range, params.range)
        ]
        for found, shown in here:
            made += _fixes(analysis, found, shown)
        for found, shown in here:
            made += _ignoring(analysis, found, shown)
    if wanted(FIX_ALL, only) and _fixable(analysis):
        made.append(_all(analysis, now=bool(only) or not resolves(analysis)))
    return made


def resolved(analysis: Analysis, action: types.CodeAction) -> types.CodeAction:
    """Return an action with the edit that it makes."""
    action.edit = _edit(analysis, all_fixed(analysis))
    return action


def all_fixed(analysis: Analysis) -> str:
    """Return the text with all safe fixes made, those too that one of them calls for.

    If they come to no end the text is returned as it is.
    """
    analyst, seen = analysis.analyst, {analysis.text.words}
    for _ in range(_ROUNDS):
        new = _fixed(analysis)
        if new == analysis.text.words:
            return new
        if new in seen:
            break
        seen.add(new)
        text = Text(new, analysis.text.encoding)
        analysis = analyst.analysed(analysis.uri, text, None, _go_on)
    return next(iter(seen))


def edits(text: Text, new: str) -> list[types.TextEdit]:
    """Return what to change in a text, line by line, so that it becomes another."""
    before, after = text.words.splitlines(True), new.splitlines(True)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [
        types.TextEdit(text.range(starts[a], starts[b]), "".join(after[c:d]))
        for what, a, b, c, d in changes
        if what != "equal"
    ]


def resolves(analysis: Analysis) -> bool:
    """Whether the editor asks for an edit when an action is chosen, not before."""
    asks = analysis.analyst.capabilities.text_document
    shown = asks.code_action.resolve_support if asks and asks.code_action else None
    return shown is not None and "edit" in shown.properties


def wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether a kind of action, or one that it is a kind of, is asked for."""
    if not only:
        return True
    names = [
        each.value if isinstance(each, types.CodeActionKind) else each for each in only
    ]
    return any(kind == each or kind.startswith(f"{each}.") for each in names if each)


def _fixes(
    analysis: Analysis, found: Diagnostic, shown: types.Diagnostic
) -> Iterator[types.CodeAction]:
    source = analysis.report.source if analysis.report else None
    change = replacement(source, found) if source else None
    if found.fix is None or change is None:
        return
    area = analysis.text.range(change.start, change.end)
    safe = found.fix.safety is Safety.SAFE
    title = found.fix.title if safe else f"{found.fix.title} (look whether it is meant)"
    yield types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[shown],
        # What may change the meaning is never what one key press does.
        is_preferred=safe or None,
        edit=workspace_edit(analysis, [types.TextEdit(area, change.text)]),
    )


def _ignoring(
    analysis: Analysis, found: Diagnostic, shown: types.Diagnostic
) -> Iterator[types.CodeAction]:
    """Yield a remark that switches a rule off for a paragraph."""
    source = analysis.report.source if analysis.report else None
    block = block_at(source, found.span.start) if source else None
    if source is None or block is None or source.format not in FORMATS:
        return
    said = f"resolint: ignore {found.code}"
    place = insertion(source, block, said, partial(_again, source))
    if place is None:
        return
    area = analysis.text.range(place.at, place.at)
    where = analysis.atlas.where(found.span).locator
    yield types.CodeAction(
        title=f"Ignore {found.code} in {where}" if where else f"Ignore {found.code}",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[shown],
        edit=workspace_edit(analysis, [types.TextEdit(area, place.text)]),
    )


def _again(source: Source, made: Insertion) -> Source:
    raw = source.spliced([((made.at, made.at), made.text)])
    return read_text(raw, source.name)


def _all(analysis: Analysis, now: bool) -> types.CodeAction:
    action = types.CodeAction(
        title="Make all safe fixes",
        kind=FIX_ALL,
        data={"uri": analysis.uri},
    )
    return resolved(analysis, action) if now else action


def _fixable(analysis: Analysis) -> bool:
    """Whether anything found can be fixed safely, where fixes can be written."""
    source = analysis.source
    return (
        source is not None
        and source.format in ("markdown", "text")
        and any(_safe(each) for each in analysis.found)
    )


def _safe(found: Diagnostic) -> bool:
    return found.fix is not None and found.fix.safety is Safety.SAFE


def _fixed(analysis: Analysis) -> str:
    if analysis.report is None:
        return analysis.text.words
    try:
        return fixed(analysis.report.source, analysis.found, Safety.SAFE)
    except UnfixableError:
        return analysis.text.words


def _edit(analysis: Analysis, new: str) -> types.WorkspaceEdit:
    return workspace_edit(analysis, edits(analysis.text, new))


def workspace_edit(
    analysis: Analysis, changes: Sequence[types.TextEdit]
) -> types.WorkspaceEdit:
    """Return changes in a draft, for the version of it that was looked at.

    An editor that does not say that it knows of versions is told of none.
    """
    workspace = analysis.analyst.capabilities.workspace
    asks = workspace.workspace_edit if workspace else None
    if not (asks and asks.document_changes):
        return types.WorkspaceEdit(changes={analysis.uri: list(changes)})
    document = types.OptionalVersionedTextDocumentIdentifier(
        uri=analysis.uri, version=analysis.version
    )
    made: list[Any] = [types.TextDocumentEdit(document, list(changes))]
    return types.WorkspaceEdit(document_changes=made)


def _go_on() -> None:
    """Let the work go on."""


__all__ = ["FIX_ALL", "KINDS", "actions", "all_fixed", "edits", "resolved"]
