"""What holds of Akoma Ntoso whatever the file; the published resolutions."""

import json
import os
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.space import plain
from resolint.readers.akn import read
from resolint.readers.errors import UnreadableError
from resolint.readers.markdown import read as read_markdown
from resolint.text import Source, Style

SHARED = Path(
    os.environ.get("RESOLINT_SHARED", Path(__file__).parents[1].parent / "shared")
)
NAMES = st.sampled_from(
    [
        *("p", "i", "b", "span", "num", "heading", "paragraph", "point", "meta", "td"),
        *("coverPage", "preface", "docNumber", "docTitle", "authorialNote", "eol"),
        *("mainBody", "sublist", "unheard"),
    ]
)
PARTS = st.one_of(
    NAMES.map("<{}>".format),
    NAMES.map("</{}>".format),
    NAMES.map("<{} class='italic' marker='2'>".format),
    st.sampled_from(
        [
            *(
                "bees",
                " ",
                "\n ",
                "1.",
                "\t",
                "&amp;",
                "&#10;",
                "&x;",
                "&",
                "<",
                ">",
                "'",
            ),
            *("<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!DOCTYPE [", '"'),
            "\u00a0",
        ]
    ),
)


def hold(source: Source) -> None:
    """Assert what must hold of every source."""
    for piece in source.pieces:
        words = source.text[piece.at : piece.at + piece.length]
        assert words == source.raw[piece.raw : piece.raw + piece.length]
    for block in source.blocks:
        words = source[block.span]
        assert words == words.strip() != ""
    for one, two in pairwise(source.blocks):
        assert one.span.end < two.span.start
    spans = [run.span for run in source.emphasis]
    assert spans == sorted(spans)
    for span in (*spans, *source.bold, *source.underline):
        assert any(span in block.span for block in source.blocks)
    assert list(source.calls) == sorted(source.calls)
    assert all(0 <= call.at <= len(source.text) for call in source.calls)


@given(st.lists(PARTS, max_size=30).map("".join))
def test_any_markup_is_read(body: str) -> None:
    """Reading is total, and what it gives is in order."""
    hold(read(f"<akomaNtoso>{body}".encode(), "bees.xml"))


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """What is no Akoma Ntoso is refused."""
    for head in (b"", b"<doc>"):
        try:
            hold(read(head + data, "bees.xml"))
        except UnreadableError as error:
            assert "\n" not in str(error)


@pytest.mark.parametrize(
    "part",
    [
        "<",
        "<p><i>",
        "<!--",
        "<!DOCTYPE [",
        '<a "',
        "<item><num>1</num>",
        "<table><td>a",
    ],
)
def test_cost_is_linear(part: str) -> None:
    """Twice the markup costs about twice the time, however deep it is."""
    times = []
    for size in (20_000, 80_000):
        start = time.process_time()
        read(("<akomaNtoso>" + (part * size)[:size]).encode(), "bees.xml")
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 0.2


def paragraphs(key: dict[str, list[dict[str, object]]]) -> list[dict[str, object]]:
    """Return the paragraphs and items of an answer key, in order."""
    found = list(key.get("preamble", []))
    for paragraph in key.get("operative", []):
        items = paragraph["items"]
        assert isinstance(items, list)
        found += [paragraph, *items]
    return found


@pytest.mark.skipif(not SHARED.is_dir(), reason="the published texts are not here")
@pytest.mark.parametrize("format", ["xml", "md"])
def test_published_resolutions_are_read(format: str) -> None:
    """Paragraphs, openings and notes are those of the keys, but for one in 200."""
    number = re.compile(r"(\d+\.|\(?\w{1,8}\)|[a-z]{1,4}\.|[–—•-])\s+")
    wanted = found = 0
    for path in sorted(SHARED.glob("corpus/*/*.json"))[::9]:
        key = json.loads(path.read_text("utf-8"))
        data = path.with_suffix(f".{format}").read_bytes()
        source = (read if format == "xml" else read_markdown)(data, path.name)
        told = {}
        for block in source.blocks:
            match = number.match(source[block.span])
            told[plain(source[block.span][match.end() if match else 0 :])] = block
        runs = {run.span.start: source[run.span] for run in source.emphasis}
        for paragraph in paragraphs(key):
            found_block = told.get(plain(str(paragraph["text"])))
            opening = str(paragraph.get("opening") or "")
            wanted += 1
            if found_block:
                start = found_block.span.start
                match = number.match(source.text, start)
                run = runs.get(match.end() if match else start, "")
                found += not opening or plain(run) == plain(opening)
        notes = [source[b.span] for b in source.blocks if b.style is Style.NOTE]
        for note, expected in zip(notes, key.get("footnotes", []), strict=False):
            wanted += 1
            found += plain(note) == plain(expected)
    assert found >= 0.995 * wanted
