"""The server: what it is asked, and which module answers."""

import asyncio
import gc
import logging
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from resolint.config import NAMES
from resolint.server.analysis import Analysis
from resolint.server.diagnostics import published, pulled
from resolint.server.drafts import Draft, Drafts
from resolint.server.features import FEATURES, resolved
from resolint.server.house import House
from resolint.server.protocol import Protocol

_SECTION = "resolint"
_LOG = logging.getLogger(__name__)


class Server(LanguageServer):
    """The language server of resolint."""

    def __init__(self) -> None:
        super().__init__(_SECTION, version(_SECTION), protocol_cls=Protocol)
        self.loop: asyncio.AbstractEventLoop | None = None
        self.house = House(tell=self._tell)
        self.drafts = Drafts(analyst=self._analyst, done=self._done)
        self.pulls = False
        """Whether the editor asks for diagnostics: then they are not pushed."""
        self.generation = 0
        """Goes up with each change of the settings."""
        self.unreadable: set[str] = set()
        _register(self)

    def _analyst(self, draft: Draft) -> Any:
        return self.house.analyst(draft.uri)

    def _done(self, draft: Draft, analysis: Analysis) -> None:
        """Push what was found, and say once of a text that it cannot be read."""
        if not self.pulls:
            self.text_document_publish_diagnostics(published(analysis))
        if not analysis.trouble:
            self.unreadable.discard(draft.uri)
        elif draft.uri not in self.unreadable:
            self.unreadable.add(draft.uri)
            self._tell(analysis.trouble)

    def mark(self, draft: Draft) -> str:
        """Return what tells one state of a draft and its settings from another."""
        return f"{self.generation}.{draft.count}"

    def _tell(self, line: str) -> None:
        """Show a line to the user, and log it; from any thread."""
        if self.loop is None:
            return

        def show() -> None:
            kind = types.MessageType.Warning
            self.window_log_message(types.LogMessageParams(kind, line))
            self.window_show_message(types.ShowMessageParams(kind, f"resolint: {line}"))

        self.loop.call_soon_threadsafe(show)

    async def reload(self) -> None:
        """Read all settings anew, and look at every draft again."""
        self.generation += 1
        self.house.forget()
        drafts = [*self.drafts.known.values()]
        for draft in drafts:
            self.drafts.look(draft)
        await self._progress("Checking drafts again", drafts)
        if self.pulls and self._refreshes:
            await self.workspace_diagnostic_refresh_async(None)

    async def ask(self) -> None:
        """Ask the editor for its settings, if it lets itself be asked."""
        workspace = self.client_capabilities.workspace
        if workspace is None or not workspace.configuration:
            return
        item = types.ConfigurationItem(section=_SECTION)
        given = await self.workspace_configuration_async(
            types.ConfigurationParams([item])
        )
        # An editor that has no such section leaves what it said to begin with.
        if given and given[0] is not None:
            self.house.take(given[0])

    async def watch(self) -> None:
        """Ask to be told of changes in files of settings."""
        workspace = self.client_capabilities.workspace
        watched = workspace and workspace.did_change_watched_files
        if not (watched and watched.dynamic_registration):
            return
        watchers = [types.FileSystemWatcher(f"**/{name}") for name in NAMES]
        await self.client_register_capability_async(
            types.RegistrationParams(
                [
                    types.Registration(
                        "resolint-settings",
                        types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                        types.DidChangeWatchedFilesRegistrationOptions(watchers),
                    )
                ]
            )
        )

    @property
    def _refreshes(self) -> bool:
        workspace = self.client_capabilities.workspace
        asks = workspace and workspace.diagnostics
        return bool(asks and asks.refresh_support)

    async def _progress(self, title: str, drafts: list[Draft]) -> None:
        """Show how many of some drafts have been looked at, until all have."""
        window = self.client_capabilities.window
        token = None
        if window and window.work_done_progress and drafts:
            token = f"resolint-{self.generation}"
            await self.work_done_progress.create_async(token)
            begin = types.WorkDoneProgressBegin(title, cancellable=True, percentage=0)
            self.work_done_progress.begin(token, begin)
        for number, draft in enumerate(drafts, 1):
            if token and self.work_done_progress.tokens[token].cancelled():
                break
            try:
                await self.drafts.newest(draft.uri)
            except Exception as error:
                _LOG.exception("%s", error)
            if token:
                report = types.WorkDoneProgressReport(
                    message=f"{number} of {len(drafts)}",
                    percentage=100 * number // len(drafts),
                )
                self.work_done_progress.report(token, report)
        if token:
            self.work_done_progress.end(token, types.WorkDoneProgressEnd())


def _register(server: Server) -> None:
    """Let the server answer all that it can."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.loop = asyncio.get_running_loop()
        server.house.capabilities = params.capabilities
        server.drafts.encoding = server.workspace.position_encoding or "utf-16"
        asks = params.capabilities.text_document
        server.pulls = bool(asks and asks.diagnostic)
        options = params.initialization_options
        if isinstance(options, dict):
            server.house.take(options.get(_SECTION, options.get("settings", options)))

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        # Rules live to the end, trees of drafts not: collect those only.
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
        gc.enable()
        for wish in (server.watch, server.ask):
            try:
                await wish()
            except JsonRpcException as error:
                # An editor that cannot do what it said it can: we go on without.
                _LOG.warning("%s", error)
        if server.drafts.known:
            await server.reload()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.drafts.open(params.text_document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.drafts.change(params)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.drafts.close(uri)
        server.unreadable.discard(uri)
        if not server.pulls:
            server.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, [])
            )

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(_: types.DidChangeWatchedFilesParams) -> None:
        await server.reload()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configured(params: types.DidChangeConfigurationParams) -> None:
        given = params.settings
        if isinstance(given, dict) and _SECTION in given:
            server.house.take(given[_SECTION])
        else:
            await server.ask()
        await server.reload()

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(
            identifier=_SECTION,
            inter_file_dependencies=False,
            workspace_diagnostics=False,
        ),
    )
    async def asked(
        params: types.DocumentDiagnosticParams,
    ) -> types.DocumentDiagnosticReport:
        draft = server.drafts.known.get(params.text_document.uri)
        analysis = await server.drafts.newest(params.text_document.uri)
        if draft is None or analysis is None:
            return types.RelatedFullDocumentDiagnosticReport(items=[])
        return pulled(analysis, server.mark(draft), params.previous_result_id)

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def chosen(action: types.CodeAction) -> types.CodeAction:
        uri = action.data["uri"] if isinstance(action.data, dict) else ""
        analysis = await server.drafts.newest(uri)
        if analysis is None or action.edit is not None:
            return action
        return await server.drafts.apart(lambda: resolved(analysis, action))

    for method, options, answer in FEATURES:
        _answer(server, method, options, answer)


def _answer(
    server: Server,
    method: str,
    options: Any,
    answer: Callable[[Analysis, Any], Any],
) -> None:
    """Let a function answer a request about the newest text of a draft."""

    async def answered(params: Any) -> Any:
        analysis = await server.drafts.newest(params.text_document.uri)
        if analysis is None:
            return None
        # Some answers take as long as an analysis: others need not wait for them.
        return await server.drafts.apart(lambda: answer(analysis, params))

    server.feature(method, options)(answered)
