"""The protocol, with the texts of drafts left to `drafts`.

pygls keeps texts too, but ends lines wherever Python does, so that a form feed, as in
text copied out of a PDF file, moves what follows.
"""

from collections.abc import Generator
from typing import Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method

Handling = Generator[Any, Any, None]


class Protocol(LanguageServerProtocol):
    """Tells of what happens to a text, and keeps none."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(
        self, params: types.DidOpenTextDocumentParams
    ) -> Handling:
        """Tell that a draft has been opened."""
        yield from self._told(types.TEXT_DOCUMENT_DID_OPEN, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Handling:
        """Tell that a draft has changed."""
        yield from self._told(types.TEXT_DOCUMENT_DID_CHANGE, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(
        self, params: types.DidCloseTextDocumentParams
    ) -> Handling:
        """Tell that a draft has been closed."""
        yield from self._told(types.TEXT_DOCUMENT_DID_CLOSE, params)

    def _told(self, method: str, params: Any) -> Handling:
        self._let_go()
        handler = self.fm.features.get(method)
        if handler is not None:
            yield handler, (params,), None

    def _let_go(self) -> None:
        """Forget what is done: pygls keeps each edit to the end of the session."""
        every = self._request_futures
        for key in [key for key, future in every.items() if future.done()]:
            del every[key]
