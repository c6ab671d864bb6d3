"""How long the language server takes from an edit to its diagnostics.

python -m benchmarks.server            over the real protocol, on drafts of three sizes
python -m benchmarks.server --edits N  memory over many edits
"""

import argparse
import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from benchmarks.published import CORPUS, present, table
from benchmarks.speed import draft

URI = "untitled:draft"
"""No file: nothing on the disk is asked for settings."""


class Editor(LanguageClient):
    """A client that waits for the diagnostics of each version."""

    def __init__(self) -> None:
        super().__init__("benchmark", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.text = self.uri = ""
        self.edition = 1

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def publish(params: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params)

    async def open(self, text: str, name: str) -> float:
        """Open a draft; return the seconds until its diagnostics are there."""
        self.text, self.edition, self.uri = text, 1, f"{URI}{name}"
        begun = time.perf_counter()
        item = types.TextDocumentItem(self.uri, "", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self._diagnosed()
        return time.perf_counter() - begun

    async def type(self, line: int, words: str, over: int = 0) -> float:
        """Write words at the beginning of a line; return the seconds it takes."""
        self.edition += 1
        area = types.Range(types.Position(line, 0), types.Position(line, over))
        begun = time.perf_counter()
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.edition, self.uri),
                [types.TextDocumentContentChangePartial(range=area, text=words)],
            )
        )
        await self._diagnosed()
        return time.perf_counter() - begun

    async def _diagnosed(self) -> None:
        while True:
            params = await asyncio.wait_for(self.told.get(), 120)
            if params.uri == self.uri and params.version == self.edition:
                return


@asynccontextmanager
async def served() -> AsyncIterator[tuple[Editor, float]]:
    """Give an editor with a server, and when it was started."""
    editor = Editor()
    begun = time.perf_counter()
    await editor.start_io(sys.executable, "-m", "resolint", "server")
    await editor.initialize_async(
        types.InitializeParams(capabilities=types.ClientCapabilities())
    )
    editor.initialized(types.InitializedParams())
    try:
        yield editor, begun
    finally:
        await editor.shutdown_async(None)
        editor.exit(None)
        await _stopped(editor)


async def _stopped(editor: Any) -> None:
    await editor.stop()


def published() -> list[tuple[str, str, str]]:
    """Return short drafts and the longest: what each is, its ending, its text."""
    found = [("draft, 20 KB, dense", ".md", draft(20))]
    if not present():
        return found
    files = sorted(CORPUS.glob("ga/*.md"), key=lambda file: file.stat().st_size)
    near = min(files, key=lambda file: abs(file.stat().st_size - 20_000))
    found.append(("published, 20 KB", ".md", near.read_text("utf-8")))
    for ending in (".md", ".txt", ".xml"):
        longest = max(CORPUS.glob(f"*/*{ending}"), key=lambda file: file.stat().st_size)
        text = longest.read_text("utf-8")
        size = len(text.encode()) // 1000
        found.append((f"longest {ending}, {size} KB", ending, text))
    long = "\n".join(file.read_text("utf-8") for file in files[-3:])
    found.append(("the three longest in one, 190 KB", ".md", long[:190_000]))
    return found


async def latency(times: int) -> str:
    """Return from an edit to its diagnostics, for drafts of some sizes."""
    rows = []
    for what, name, text in published():
        async with served() as (editor, begun):
            await editor.open(text, name)
            first = time.perf_counter() - begun
            middle = text[: len(text) // 2].count("\n")
            lines = text.split("\n")
            # In the middle, at the beginning of a line with words on it.
            line = next(at for at in range(middle, len(lines)) if len(lines[at]) > 40)
            spent = []
            for number in range(times):
                over = 0 if number % 2 == 0 else 1
                spent.append(await editor.type(line, "" if over else "x", over))
        cells = [median(spent), quantiles(spent, n=20)[-1]]
        rows.append([what, f"{first:.2f}", *(f"{1000 * cell:.0f}" for cell in cells)])
    return table(["draft", "start to first, s", "edit, median ms", "95 %, ms"], rows)


def memory(pid: int) -> float:
    """Return how many megabytes a process holds (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    row = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(row.split()[1]) / 1000


async def steadiness(edits: int) -> str:
    """Return what the server holds after more and more edits of a 20 KB draft."""
    rows = []
    async with served() as (editor, _):
        await editor.open(draft(20), ".md")
        server = editor._server
        assert server is not None
        lines = len(editor.text.split("\n"))
        for number in range(1, edits + 1):
            # Words that were never there before, all over the draft.
            line = 40 + number * 7 % (lines - 60)
            await editor.type(line, f"{number} lamps ", 0)
            if number % 50 == 0:
                await editor.open(draft(20), ".md")
            if number % (edits // 10 or 1) == 0:
                rows.append([str(number), f"{memory(server.pid):.0f}"])
    return table(["edits", "MB"], rows)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, help="how many edits to measure memory on")
    parser.add_argument("--times", type=int, default=31, help="how many edits to time")
    asked = parser.parse_args()
    if asked.edits:
        print(asyncio.run(steadiness(asked.edits)))
    else:
        print(asyncio.run(latency(asked.times)))


if __name__ == "__main__":
    main()
