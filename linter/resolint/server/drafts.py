"""The drafts that are open, and what is known of each.

All runs in the one loop of the server but the analyses, which run one after the other
in a thread of their own. An analysis of a text that is no longer the newest ends at
the next passage, and whoever waits for it is given the newest one's.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from lsprotocol import types

from resolint.server.analysis import Analysis, Analyst
from resolint.server.texts import Text

T = TypeVar("T")


class SupersededError(Exception):
    """The text that was being looked at is not the newest any more."""


@dataclass(slots=True)
class Draft:
    """A draft that is open in the editor."""

    uri: str
    language: str
    text: Text
    version: int | None
    count: int = 0
    """Goes up by one with each change of the text or the settings."""
    task: "asyncio.Task[Analysis] | None" = None
    analysis: Analysis | None = None
    """The last that was finished, of whichever version."""


@dataclass(kw_only=True)
class Drafts:
    """The drafts that are open."""

    analyst: Callable[[Draft], Analyst]
    """Gives what judges a draft; may take long, and is called in the thread."""
    done: Callable[[Draft, Analysis], None]
    """Is told of each analysis of what is still the newest text."""
    encoding: str = types.PositionEncodingKind.Utf16
    known: dict[str, Draft] = field(default_factory=dict)
    thread: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, "resolint")
    )

    def open(self, item: types.TextDocumentItem) -> Draft:
        """Take up a draft that has been opened."""
        self.close(item.uri)
        text = Text(item.text, self.encoding)
        draft = Draft(item.uri, item.language_id, text, item.version)
        self.known[item.uri] = draft
        self.look(draft)
        return draft

    def change(self, params: types.DidChangeTextDocumentParams) -> Draft | None:
        """Take over what has changed in a draft; None if it is not open."""
        draft = self.known.get(params.text_document.uri)
        if draft is None:
            return None
        for change in params.content_changes:
            draft.text = draft.text.changed(change)
        draft.version = params.text_document.version
        self.look(draft)
        return draft

    def close(self, uri: str) -> None:
        """Forget a draft."""
        draft = self.known.pop(uri, None)
        if draft is not None:
            draft.count += 1

    def look(self, draft: Draft) -> None:
        """Analyse the text of a draft as it is now."""
        draft.count += 1
        draft.task = asyncio.get_running_loop().create_task(self._looked(draft))
        # Nobody may ever wait for it.
        draft.task.add_done_callback(_seen)

    async def newest(self, uri: str) -> Analysis | None:
        """Return the analysis of the newest text of a draft; None if it is not open."""
        while (draft := self.known.get(uri)) is not None and draft.task is not None:
            task = draft.task
            try:
                return await asyncio.shield(task)
            except SupersededError:
                if draft.task is task:
                    return None
        return None

    async def apart(self, work: Callable[[], T]) -> T:
        """Return what comes of some work in the thread of the analyses."""
        return await asyncio.get_running_loop().run_in_executor(self.thread, work)

    async def _looked(self, draft: Draft) -> Analysis:
        count, text, version = draft.count, draft.text, draft.version

        def go_on() -> None:
            if draft.count != count:
                raise SupersededError

        def work() -> Analysis:
            go_on()
            analyst = self.analyst(draft)
            return analyst.analysed(draft.uri, text, version, go_on)

        analysis = await self.apart(work)
        # What came too late is not told.
        go_on()
        draft.analysis = analysis
        self.done(draft, analysis)
        return analysis


def _seen(task: "asyncio.Task[Analysis]") -> None:
    if not task.cancelled():
        task.exception()
