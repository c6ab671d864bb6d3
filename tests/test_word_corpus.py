"""Word files of other writers: python-docx, and the published resolutions."""

import json
import os
import re
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest

from resolint.grammar.space import plain
from resolint.readers.word import read
from resolint.text import Source, Style

SHARED = Path(
    os.environ.get("RESOLINT_SHARED", Path(__file__).parents[1].parent / "shared")
)
MARKER = re.compile(r"^(\d+\.|\(?[a-z]{1,4}[).]|[–•—])\s+")


def written(document: object) -> Source:
    """Save a document of python-docx and read it."""
    out = BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return read(out.getvalue(), "made.docx")


def test_a_document_of_python_docx_is_read() -> None:
    """Headings, lists, tables, breaks and italics."""
    made = python_docx.Document()
    made.add_heading("Bees", level=2)
    paragraph = made.add_paragraph()
    paragraph.add_run("Recalling").italic = True
    paragraph.add_run(" its resolutions on bees,")
    for words in ("Decides;", "Urges."):
        made.add_paragraph(words, style="List Number")
    made.add_paragraph("Done").add_run().add_break()
    made.add_table(1, 2).cell(0, 1).text = "cell"
    source = written(made)
    assert [source[each.span] for each in source.blocks] == [
        "Bees",
        "Recalling its resolutions on bees,",
        "1.\tDecides;",
        "2.\tUrges.",
        "Done",
        "cell",
    ]
    assert source.blocks[0].style is Style.HEADING
    assert source[source.emphasis[0].span] == "Recalling"


def files() -> list[tuple[Path, Path]]:
    """Return some Word files of the corpus with their answer keys."""
    corpus = SHARED / "corpus"
    found = [
        (each, each.with_suffix(".json"))
        for organ in ("ga", "sc", "hrc", "ecosoc")
        for each in sorted((corpus / organ).glob("*.docx"))[::10]
    ]
    for variant in ("autonumbered", "resaved"):
        for each in sorted((corpus / "variants" / variant).glob("*.docx"))[::4]:
            organ, _, symbol = each.stem.partition("_")
            found.append((each, corpus / organ / f"{symbol}.json"))
    return found


@pytest.mark.skipif(not SHARED.exists(), reason="the corpus is not here")
def test_published_resolutions_are_read_whole() -> None:
    """Nearly all paragraphs, and all notes, are blocks of their own, in order."""
    wanted = found = 0
    for path, key in files():
        answer = json.loads(key.read_text("utf-8"))
        source = read(path.read_bytes(), path.name)
        said = [(each.style, plain(source[each.span])) for each in source.blocks]
        if not answer["collection"]:
            notes = [words for style, words in said if style is Style.NOTE]
            assert notes == [plain(each) for each in answer["footnotes"]], path.name
        bare = [{words, MARKER.sub("", words)} for _, words in said]
        at = 0
        told = [*answer["preamble"], *answer["operative"]]
        for each in [
            words
            for paragraph in told
            for words in (paragraph, *paragraph.get("items", ()))
            if words["text"]
        ]:
            wanted += 1
            aim = plain(each["text"])
            after = (place for place in range(at, len(bare)) if aim in bare[place])
            place = next(after, None)
            if place is not None:
                found, at = found + 1, place + 1
    assert found >= 0.995 * wanted
