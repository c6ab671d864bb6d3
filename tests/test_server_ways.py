"""Ways about a draft, over the streams of the installed server."""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from harbours import DRAFT
from talking import PATIENCE, open_draft, session, told

URI = "file:///drafts/harbour.md"
_DOCUMENT = types.TextDocumentIdentifier(URI)
ABLE = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
    ),
    text_document=types.TextDocumentClientCapabilities(
        document_symbol=types.DocumentSymbolClientCapabilities(
            hierarchical_document_symbol_support=True
        ),
        rename=types.RenameClientCapabilities(prepare_support=True),
    ),
)
T = TypeVar("T")


async def soon(answer: Awaitable[T]) -> T:
    """Return an answer that comes in time."""
    return await asyncio.wait_for(answer, PATIENCE)


def place(words: str, into: int = 0) -> types.Position:
    """Return where some words of the draft stand, in units of UTF-16."""
    before = DRAFT[: DRAFT.index(words) + into]
    line = before.rpartition("\n")[2]
    return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)


def asked(ask: Any) -> Any:
    """Return what an editor is answered about the draft."""

    async def run() -> Any:
        async with session(ABLE) as client:
            open_draft(client, URI, DRAFT)
            await told(client, URI)
            return await soon(ask(client))

    return asyncio.run(run())


def test_outline_folds_and_lenses() -> None:
    """An editor is given the outline nested, what folds, and a lens a part."""

    async def ask(client: Any) -> Any:
        return (
            await client.text_document_document_symbol_async(
                types.DocumentSymbolParams(_DOCUMENT)
            ),
            await client.text_document_folding_range_async(
                types.FoldingRangeParams(_DOCUMENT)
            ),
            await client.text_document_code_lens_async(types.CodeLensParams(_DOCUMENT)),
        )

    outline, folds, lenses = asked(ask)
    assert [each.name for each in outline][-3:] == ["Closing", "Annex", "Notes"]
    assert len(outline[4].children) == 5
    assert len(folds) == 9
    assert [each.command.title.split(" · ")[0] for each in lenses][1:3] == [
        "2 paragraphs",
        "5 paragraphs",
    ]


def test_references_lead_on_and_are_found() -> None:
    """From a reference to its paragraph, and from there to all references."""

    async def ask(client: Any) -> Any:
        (target,) = await client.text_document_definition_async(
            types.DefinitionParams(_DOCUMENT, place("2 (b) (ii) and"))
        )
        context = types.ReferenceContext(include_declaration=False)
        back = await client.text_document_references_async(
            types.ReferenceParams(context, _DOCUMENT, target.range.start)
        )
        lit = await client.text_document_document_highlight_async(
            types.DocumentHighlightParams(_DOCUMENT, target.range.start)
        )
        grown = await client.text_document_selection_range_async(
            types.SelectionRangeParams(_DOCUMENT, [target.range.start])
        )
        return target, back, lit, grown

    target, back, lit, grown = asked(ask)
    assert target.range.start == place("2. *Decides*")
    assert place("2 (b) (ii) and") in [each.range.start for each in back]
    assert len(lit) == len(back) + 1
    assert grown[0].parent is not None


def test_a_paragraph_is_renamed() -> None:
    """The edit is one of the version that was looked at; a refusal says why."""

    async def ask(client: Any) -> Any:
        where = place("3. *Requests*")
        found = await client.text_document_prepare_rename_async(
            types.PrepareRenameParams(_DOCUMENT, where)
        )
        edit = await client.text_document_rename_async(
            types.RenameParams(text_document=_DOCUMENT, position=where, new_name="4")
        )
        with pytest.raises(JsonRpcException, match="“x” is not a number"):
            await client.text_document_rename_async(
                types.RenameParams(
                    text_document=_DOCUMENT, position=where, new_name="x"
                )
            )
        return found, edit

    found, edit = asked(ask)
    assert found.placeholder == "3"
    (change,) = edit.document_changes
    assert change.text_document.version == 1
    assert {each.new_text for each in change.edits} == {"4", "5", "6"}


def test_colours_are_told_as_they_change() -> None:
    """All, a part, and what has changed since."""

    async def ask(client: Any) -> Any:
        full = await client.text_document_semantic_tokens_full_async(
            types.SemanticTokensParams(_DOCUMENT)
        )
        area = types.Range(types.Position(0, 0), types.Position(12, 0))
        part = await client.text_document_semantic_tokens_range_async(
            types.SemanticTokensRangeParams(_DOCUMENT, area)
        )
        since = await client.text_document_semantic_tokens_full_delta_async(
            types.SemanticTokensDeltaParams(_DOCUMENT, full.result_id)
        )
        return full, part, since

    full, part, since = asked(ask)
    assert list(full.data[: len(part.data)]) == list(part.data)
    assert list(since.edits) == []


def test_numbers_are_made_anew_when_the_action_is_chosen() -> None:
    """The action is among those of a place, and its edit is worked out later."""
    text = DRAFT.replace("5. *Also", "7. *Also")

    async def run() -> Any:
        client: Any
        async with session(ABLE) as client:
            open_draft(client, URI, text)
            await told(client, URI)
            here = types.Range(place("3. *Req"), place("3. *Req"))
            actions = await soon(
                client.text_document_code_action_async(
                    types.CodeActionParams(
                        _DOCUMENT, here, types.CodeActionContext([], only=["refactor"])
                    )
                )
            )
            (action,) = actions
            action.edit = None
            return await soon(client.code_action_resolve_async(action))

    action = asyncio.run(run())
    (change,) = action.edit.document_changes
    assert [each.new_text for each in change.edits] == ["5"]
