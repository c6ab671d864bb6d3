"""What the server keeps of what an editor tells it."""

import asyncio
import gc
from typing import Any
from weakref import WeakSet

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from resolint.server.protocol import Protocol

EDITS = 50


class _Answer:
    """What comes of an edit."""


def test_edits_are_let_go() -> None:
    """A session of a day does not hold what came of each edit in it."""
    alive = WeakSet[_Answer]()
    server = LanguageServer("test", "1", protocol_cls=Protocol)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(_: types.DidChangeTextDocumentParams) -> _Answer:
        alive.add(answer := _Answer())
        return answer

    async def edit() -> None:
        for number in range(EDITS):
            told = types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(number, "untitled:draft"), []
            )
            message: Any = types.DidChangeTextDocumentNotification(params=told)
            server.protocol.handle_message(message)
            await asyncio.sleep(0)
            await asyncio.sleep(0)

    asyncio.run(edit())
    gc.collect()
    assert len(alive) < EDITS // 5
