"""The links from symbols and numbers to where the United Nations shows them."""

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from editing import analysed, words_at
from messes import messes
from renderings import akn, markdown
from resolint.server.links import links
from strategies import drafts
from talking import PATIENCE, open_draft, session, told

URI = "file:///drafts/draft.md"
TIPS = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        document_link=types.DocumentLinkClientCapabilities(tooltip_support=True)
    )
)
"""An editor that shows what a link leads to."""
PARAMS = types.DocumentLinkParams(types.TextDocumentIdentifier(URI))
DRAFT = """\
United Nations

A/C.3/79/L.98

*The General Assembly*,

*Recalling* 𝕏 its resolution 45/158 of 18 December 1990, Security Council resolution \
1325 (2000) of 31 October 2000 and resolution 3/2 of the Assembly of Lamplighters,

*Recalling also* A/C3/79/L60 and WHA58/2005/REC/1,

1. *Decides* to remain seized of the matter.
"""


def linked(text: str, name: str = "draft.md") -> dict[str, tuple[str, str]]:
    """Return the address and the tooltip of the words that have a link."""
    draft = analysed(text, name, capabilities=TIPS)
    return {
        words_at(draft, each.range): (each.target or "", each.tooltip or "")
        for each in links(draft, PARAMS)
    }


def test_links() -> None:
    """Symbols and numbers lead to where they are shown, and a tooltip names them."""
    assert linked(DRAFT) == {
        "A/C.3/79/L.98": (
            "https://undocs.org/en/A/C.3/79/L.98",
            "A/C.3/79/L.98: draft, General Assembly",
        ),
        "45/158": (
            "https://undocs.org/en/A/RES/45/158",
            "General Assembly resolution 45/158",
        ),
        "1325 (2000)": (
            "https://undocs.org/en/S/RES/1325(2000)",
            "Security Council resolution 1325 (2000)",
        ),
    }


def test_none() -> None:
    """A text that cites nothing, or cannot be read, has no links."""
    assert linked("Milk and honey\n") == {}
    assert linked("<html/>", "draft.xml") == {}


@given(
    st.one_of(
        drafts().map(lambda draft: (markdown(draft), "draft.md")),
        drafts().map(lambda draft: (akn(draft), "draft.xml")),
        messes().map(lambda text: (text, "draft.txt")),
    ),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
)
def test_anywhere(file: tuple[str, str], encoding: str) -> None:
    """Links lie in the text, in its order, and do not overlap."""
    draft = analysed(*file, encoding=encoding)
    spans = [draft.text.offsets(each.range) for each in links(draft, PARAMS)]
    # In the file a note may stand inside a paragraph: the order is that of the text.
    ordered = sorted(spans)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(ordered))


@pytest.mark.asyncio
async def test_over_the_protocol() -> None:
    """The server gives an editor the links of a draft."""
    async with session() as client:
        open_draft(client, URI, DRAFT)
        await told(client, URI)
        found = await asyncio.wait_for(
            client.text_document_document_link_async(PARAMS), PATIENCE
        )
    assert [each.target for each in found or []] == [
        "https://undocs.org/en/A/C.3/79/L.98",
        "https://undocs.org/en/A/RES/45/158",
        "https://undocs.org/en/S/RES/1325(2000)",
    ]
