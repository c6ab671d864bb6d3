"""Word files as packages; and `docx`, with which tests make them by hand."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolint import text
from resolint.readers.errors import UnreadableError
from resolint.readers.word import package, read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
WHOLE = {
    "numbering": "numbering",
    "styles": "styles",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "settings": "settings",
    "header": "hdr",
}


def docx(body: str, *, strict: bool = False, **parts: str) -> bytes:
    """Make a Word file: a body, and what stands in its other parts.

    Parts are named as the standard names them, headers ``header1`` and so on; the
    identifier of the relationship is the name.
    """
    files = {"word/document.xml": _part("document", f"<w:body>{body}</w:body>")}
    links = []
    for name, inner in parts.items():
        kept = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = _part(WHOLE[kept], inner)
        links.append(_link(name, f"{R}/{kept}", f"{name}.xml"))
    files["_rels/.rels"] = _relations(
        _link("rId1", f"{R}/officeDocument", "word/document.xml")
    )
    files["word/_rels/document.xml.rels"] = _relations("".join(links))
    if strict:
        for old, new in STRICT.items():
            files = {name: each.replace(old, new) for name, each in files.items()}
    return zipped({name: each.encode() for name, each in files.items()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, each in files.items():
            archive.writestr(name, each)
    return out.getvalue()


def par(*runs: str, properties: str = "") -> str:
    """Make a paragraph: of text, or of what is markup already."""
    made = (each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(made)}</w:p>"


def run(words: str, properties: str = "") -> str:
    """Make a run of text."""
    inner = f'<w:t xml:space="preserve">{words}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def lines(source: text.Source) -> list[str]:
    """Return the text of each block."""
    return [source[each.span] for each in source.blocks]


def _part(name: str, inner: str) -> str:
    return f'<?xml version="1.0"?><w:{name} {SPACES}>{inner}</w:{name}>'


def _link(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


GOOD = docx(
    par(run("Recalling", "<w:i/>"), " its resolution on the keeping of bees,")
    + par(
        "Decides to remain seized of the matter.",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    ),
    numbering=(
        '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>'
    ),
    footnotes=f'<w:footnote w:id="2">{par("A/99/1.")}</w:footnote>',
)


BARE = f'<d:document xmlns:d="{W}"/>'.encode()


def refused(data: bytes) -> str:
    """Return why a file is refused."""
    with pytest.raises(UnreadableError) as caught:
        read(data, "draft.docx")
    said = str(caught.value)
    assert said.startswith("draft.docx")
    assert "\n" not in said
    return said


def test_a_word_file_says_what_it_shows() -> None:
    """Italics and notes can be seen in a Word file, and raw is the text."""
    source = read(GOOD, "draft.docx")
    assert source.format == "docx"
    assert source.shows == {text.Shows.ITALICS, text.Shows.NOTES}
    assert source.raw == source.text
    assert lines(source) == [
        "Recalling its resolution on the keeping of bees,",
        "1.\tDecides to remain seized of the matter.",
        "A/99/1.",
    ]


def test_the_strict_edition_of_the_standard_is_read_as_well() -> None:
    """Strict and transitional files give the same text."""
    body = par(run("Noting", '<w:i w:val="true"/>'), " the tide tables,")
    strict, loose = (read(docx(body, strict=each), "a.docx") for each in (True, False))
    assert strict == loose


def test_a_password_is_said_to_protect_a_file() -> None:
    """An encrypted file is a compound file with an encrypted package."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert "password" in refused(ole + "EncryptedPackage".encode("utf-16-le"))
    assert "old Word file" in refused(ole + "WordDocument".encode("utf-16-le"))
    assert "not a Word file" in refused(ole)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"The General Assembly,", "not a Word file"),
        (b"PK\x03\x04 and nothing else", "damaged"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (zipped({"notes.txt": b"bees"}), "another zip"),
        (zipped({"word/styles.xml": b"<a/>"}), "document.xml is missing"),
        (zipped({"word/document.xml": b"<w:document"}), "damaged"),
        (zipped({"word/document.xml": b"<html/>"}), "no document"),
        (zipped({"word/document.xml": b"<x:workbook xmlns:x='y'/>"}), "a spreadsheet"),
        (zipped({"word/document.xml": BARE}), "no body"),
    ],
)
def test_what_is_no_word_file_is_refused_in_one_line(data: bytes, why: str) -> None:
    """The line says what is wrong."""
    assert why in refused(data)


def test_entities_are_refused() -> None:
    """A Word file never declares entities; a bomb does."""
    document = f'<!DOCTYPE d [<!ENTITY a "b">]><w:document xmlns:w="{W}"/>'
    for code in ("utf-8", "utf-16"):
        data = zipped({"word/document.xml": document.encode(code)})
        assert "declares entities" in refused(data)


def test_a_part_that_unpacks_to_too_much_is_refused() -> None:
    """The size really unpacked counts, and how tightly it was packed."""
    for size in (package.PART + 1, package.SMALL + 1):
        document = f'<w:document xmlns:w="{W}">'.encode() + b" " * size
        assert "too large" in refused(zipped({"word/document.xml": document}))


def test_a_part_of_too_many_tags_is_refused() -> None:
    """Each tag costs memory, however short it is."""
    count = package.MARKS // 2
    inner = b"".join(b"<w:b%03d/>" % (at % 997) for at in range(count // 4))
    document = b"<w:document>" + inner * 8 + b"</w:document>"
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", document)
    assert "too large" in refused(data.getvalue())


def test_markup_nested_too_deeply_is_refused() -> None:
    """Depth is bounded; just below the bound a file is read."""
    deep = "<w:ins>" * 300 + "</w:ins>" * 300
    assert "damaged" in refused(docx(f"<w:p>{deep}</w:p>"))
    deep = "<w:ins>" * 240 + run("Bees") + "</w:ins>" * 240
    assert lines(read(docx(f"<w:p>{deep}</w:p>"), "a.docx")) == ["Bees"]
    deep = "<w:tbl><w:tr><w:tc>" * 80 + par("Bees") + "</w:tc></w:tr></w:tbl>" * 80
    assert lines(read(docx(deep), "a.docx")) == ["Bees"]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_mutated_file_gives_a_source_or_a_refusal(data: st.DataObject) -> None:
    """Nothing else is ever raised, whatever happens to the bytes."""
    made = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(made)) | st.just(len(made)))
    try:
        source = read(bytes(made[:end]), "draft.docx")
    except UnreadableError as error:
        assert "\n" not in str(error)
    else:
        assert all(each.span.end <= len(source.text) for each in source.blocks)


_TAGS = (
    *("p", "r", "t", "br", "tab", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del"),
    *("pPr", "rPr", "i", "b", "numPr", "numId", "ilvl", "footnoteReference", "sym"),
    *("commentRangeStart", "commentRangeEnd", "fldChar", "instrText", "drawing"),
    *("txbxContent", "sectPr", "pStyle", "rStyle", "vanish", "fldSimple", "framePr"),
)
_WORDS = st.sampled_from(["begin", "end", "separate", "0", "1", "2", "-5", "page", "x"])
_TREES = st.recursive(
    st.sampled_from(["", "Recalling ", "the bees,\n"]).map(
        lambda words: f"<w:r><w:t>{words}</w:t></w:r>"
    ),
    lambda inner: st.builds(
        lambda tag, val, parts: (
            f'<w:{tag} w:val="{val}" w:id="{val}" w:fldCharType="{val}" '
            f'w:type="{val}" w:instr="{val}">{"".join(parts)}</w:{tag}>'
        ),
        st.sampled_from(_TAGS),
        _WORDS,
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_TREES, max_size=8))
def test_any_markup_gives_a_source_whose_spans_are_sound(trees: list[str]) -> None:
    """Blocks have no white space at their ends, and marks lie inside the text."""
    body = "".join(trees)
    notes = f'<w:footnote w:id="1">{body}</w:footnote>'
    source = read(docx(body, footnotes=notes, header1=body), "draft.docx")
    for line in lines(source):
        assert line
        assert line == line.strip()
        assert "\n" not in line
    for run_ in source.emphasis:
        assert any(run_.span in block.span for block in source.blocks)
    assert all(0 <= each.at <= len(source.text) for each in source.calls)
