"""Drafts as the language server sees them, without a server."""

from hypothesis import strategies as st
from lsprotocol import types

from messes import messes
from renderings import akn, dumped, markdown, typed
from resolint.cli.known import known_rules
from resolint.server.analysis import Analysis, Analyst
from resolint.server.texts import Text
from resolint.settings import Settings
from resolint_rules.lexicon import LEXICON
from strategies import drafts

URI = "file:///drafts/"


ABLE = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
    )
)
"""An editor that knows of versions, and of little else."""


def analysed(
    text: str,
    name: str = "draft.md",
    encoding: str = "utf-16",
    version: int = 1,
    capabilities: types.ClientCapabilities = ABLE,
) -> Analysis:
    """Return what is known of a text; a rule that fails raises."""

    def failed(error: Exception) -> None:
        raise error

    analyst = Analyst(
        rules=known_rules(),
        settings=Settings(),
        failed=failed,
        lexicon=LEXICON,
        capabilities=capabilities,
    )
    return analyst.analysed(f"{URI}{name}", Text(text, encoding), version, lambda: None)


def place_of(analysis: Analysis, words: str, into: int = 0) -> types.Position:
    """Return the position of some words of the file, or of a place in them."""
    return analysis.text.position(analysis.text.words.index(words) + into)


def words_at(analysis: Analysis, area: types.Range) -> str:
    """Return what a range of the file holds."""
    start, end = analysis.text.offsets(area)
    return analysis.text.words[start:end]


def changed(analysis: Analysis, edit: types.WorkspaceEdit | None) -> str:
    """Return the file with an edit made, which must be one for this version of it."""
    assert edit is not None and edit.document_changes is not None
    (document,) = edit.document_changes
    assert isinstance(document, types.TextDocumentEdit)
    assert document.text_document.uri == analysis.uri
    assert document.text_document.version == analysis.version
    made = analysis.text.words
    spans = [(*analysis.text.offsets(each.range), each) for each in document.edits]
    for start, end, each in sorted(spans, key=lambda row: row[0], reverse=True):
        assert isinstance(each, types.TextEdit)
        made = made[:start] + each.new_text + made[end:]
    return made


TEXTS = st.one_of(
    messes().map(lambda text: (text, "draft.md")),
    messes().map(lambda text: (text, "draft.txt")),
    drafts().map(lambda draft: (markdown(draft), "draft.md")),
    drafts().map(lambda draft: (typed(draft, width=60), "draft.txt")),
    drafts().map(lambda draft: (dumped(draft), "draft.txt")),
    drafts().map(lambda draft: (akn(draft), "draft.xml")),
)
"""Texts of every kind that an editor holds, each with the name of a file."""
