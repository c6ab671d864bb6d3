"""A session with the language server, as an editor has one: over its own streams."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient, make_test_lsp_client

DRAFT = """\
Resolution 79/150

*The General Assembly*,

*Recalling* its resolution on lighthouses;

*Noting* the work of the keepers,

1. *Welcomes* the lamps of the harbour;

3. *Decides* to remain seized of the matter.
"""
"""A draft with an error in its first paragraph and a number that is missing."""
ABLE = types.WorkspaceClientCapabilities(
    workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
)
"""An editor that knows of versions."""
PATIENCE = 30
"""How many seconds an answer may take on a machine that does much else."""


@asynccontextmanager
async def session(
    capabilities: types.ClientCapabilities | None = None,
    options: Any = None,
    *,
    folder: Path | None = None,
    configuration: dict[str, Any] | None = None,
) -> AsyncIterator[LanguageClient]:
    """Give a client of a server that has been started, and end both."""
    client = make_test_lsp_client()
    if configuration is not None:
        client.set_configuration(configuration)
    command = [sys.executable, "-m", "resolint", "server"]
    await client.start_io(*command, cwd=str(folder) if folder else None)
    await client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities or types.ClientCapabilities(workspace=ABLE),
            initialization_options=options,
            root_uri=folder.as_uri() if folder else None,
        )
    )
    try:
        yield client
    finally:
        await asyncio.wait_for(client.shutdown_session(), PATIENCE)


def encoded(encoding: str) -> types.ClientCapabilities:
    """Return what a client can do that counts in one encoding only."""
    kind = types.PositionEncodingKind(encoding)
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[kind]),
        workspace=ABLE,
    )


def open_draft(
    client: LanguageClient, uri: str, text: str = DRAFT, version: int = 1
) -> None:
    """Let the editor open a draft."""
    language = "markdown" if uri.endswith(".md") else "plaintext"
    item = types.TextDocumentItem(uri, language, version, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))


def change(
    client: LanguageClient,
    uri: str,
    version: int,
    *changes: tuple[tuple[int, int, int, int], str] | str,
) -> None:
    """Let the editor change a draft: ranges of it, or the whole."""
    made: list[types.TextDocumentContentChangeEvent] = []
    for each in changes:
        if isinstance(each, str):
            made.append(types.TextDocumentContentChangeWholeDocument(each))
            continue
        (line, column, last, end), text = each
        area = types.Range(types.Position(line, column), types.Position(last, end))
        made.append(types.TextDocumentContentChangePartial(range=area, text=text))
    named = types.VersionedTextDocumentIdentifier(version, uri)
    client.text_document_did_change(types.DidChangeTextDocumentParams(named, made))


async def told(
    client: LanguageClient, uri: str, version: int | None = None
) -> list[types.Diagnostic]:
    """Return the diagnostics that are pushed for a version of a draft."""
    while True:
        waiting = client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        params = await asyncio.wait_for(waiting, PATIENCE)
        if params.uri == uri and (version is None or params.version == version):
            return list(params.diagnostics)


async def pulled(client: LanguageClient, uri: str) -> list[types.Diagnostic]:
    """Return the diagnostics that are given when asked for."""
    report = await asyncio.wait_for(
        client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        ),
        PATIENCE,
    )
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    return list(report.items)


async def until(true: Any) -> None:
    """Wait until something is true."""

    async def wait() -> None:
        while not true():
            await asyncio.sleep(0.02)

    await asyncio.wait_for(wait(), PATIENCE)
