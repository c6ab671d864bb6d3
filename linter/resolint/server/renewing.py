"""The action that numbers paragraphs and items anew, and lets references follow."""

from collections.abc import Iterator

from lsprotocol import types

from resolint.document import Item, Operative
from resolint.mentions import Counted, row, rows
from resolint.server.actions import resolves, wanted, workspace_edit
from resolint.server.analysis import Analysis
from resolint.server.renaming import refusal
from resolint.server.renumbering import (
    RefusedError,
    counts,
    edited,
    following,
    ordinal,
)

RENEW = f"{types.CodeActionKind.RefactorRewrite.value}.resolint.renumber"
"""The kind of the action."""
Row = tuple[Counted, ...]
_FEWEST = 2


def renewals(
    analysis: Analysis, params: types.CodeActionParams
) -> list[types.CodeAction]:
    """Return the action if a range of the file meets numbers that do not follow."""
    if analysis.resolution is None or not wanted(RENEW, params.context.only):
        return []
    here = analysis.span(params.range)
    if not any(
        each[0].node.span.start <= here.end and here.start <= each[-1].node.span.end
        for each, _ in _new(analysis)
    ):
        return []
    action = types.CodeAction(
        title="Number the paragraphs anew and let the references follow",
        kind=RENEW,
        data={"uri": analysis.uri},
    )
    if resolves(analysis) and not params.context.only:
        return [action]
    try:
        return [_renewed(analysis, action)]
    except RefusedError:
        return []


def renewed(analysis: Analysis, action: types.CodeAction) -> types.CodeAction:
    """Return the action with its edit; raises what the protocol tells of a refusal."""
    try:
        return _renewed(analysis, action)
    except RefusedError as error:
        raise refusal(error) from error


def _renewed(analysis: Analysis, action: types.CodeAction) -> types.CodeAction:
    new = {each: value for _, due in _new(analysis) for each, value in due.items()}
    text = analysis.text
    made = [
        types.TextEdit(text.range(*place), value)
        for place, value in edited(analysis, new)
    ]
    action.edit = workspace_edit(analysis, made)
    return action


def _due(one: Row, *, whole: bool) -> dict[Counted, str]:
    """Return which number each of a row is to have, if it is another.

    A row of paragraphs in a piece of a text begins with the number that it has.
    """
    kind = counts(one)
    if not kind or len(one) < _FEWEST:
        return {}
    begins = ordinal(one[0].marker.value, kind) or 1
    first = 1 if whole or isinstance(one[0].node, Item) else begins
    try:
        return following(one, kind, first, 0)
    except RefusedError:
        return {}


def _new(analysis: Analysis) -> Iterator[tuple[Row, dict[Counted, str]]]:
    """Yield the rows whose numbers do not follow, and what these are to be."""
    assert analysis.resolution is not None
    whole = bool(analysis.resolution.enacting or analysis.resolution.parts)
    for siblings in rows(analysis.resolution):
        if not isinstance(siblings[0].node, Operative | Item):
            continue
        for one in dict.fromkeys(row(siblings, each) for each in siblings):
            if due := _due(one, whole=whole):
                yield one, due
