"""Documents with changes at random: each view is what settling them comes to."""

import copy
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx as python_docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, nsmap, qn
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import _Element

from resolint import View
from resolint.readers.word import read
from resolint.text import Source

NAMES = nsdecls("w")
SPACES = {"w": nsmap["w"]}
WORDS = st.sampled_from(["lamps", "bees ", " and elms", "of the", "7 May", "keepers;"])
LOOKS = st.sampled_from(["", "<w:i/>", "<w:b/>", '<w:u w:val="single"/>'])
WRAPS = st.sampled_from(
    ["", "", "", "ins", "del", "moveFrom", "moveTo", "ins del", "moveTo del"]
)
MARKS = st.sampled_from(["", "", "", "ins", "del", "moveFrom", "moveTo", "ins del"])
STYLES = st.sampled_from(["Normal", "ListNumber", "ListBullet", "Heading1"])
RUN = st.tuples(WORDS, LOOKS, st.none() | LOOKS, WRAPS)
PARAGRAPH = st.tuples(
    st.lists(RUN, max_size=4), STYLES, st.none() | STYLES, MARKS, st.booleans()
)
ROW = st.tuples(
    st.sampled_from(["", "", "ins", "del"]), st.lists(PARAGRAPH, max_size=2)
)
BODY = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, st.lists(ROW, max_size=2)), max_size=6)


@given(BODY)
def test_views_are_what_settled_documents_say(body: list[Any]) -> None:
    """Final with all accepted, original with all rejected: as files without changes."""
    made = document(body)
    for view, gone, kept in (
        (View.FINAL, {"del", "moveFrom"}, {"ins", "moveTo"}),
        (View.ORIGINAL, {"ins", "moveTo"}, {"del", "moveFrom"}),
    ):
        settled = copy.deepcopy(made)
        settle(settled.element.body, gone, kept, back=view is View.ORIGINAL)
        want, found = read(saved(settled), "a.docx"), read(saved(made), "a.docx", view)
        assert want.tracked == 0
        assert shown(found) == shown(want)


@given(BODY)
def test_all_words_are_in_the_view_of_all(body: list[Any]) -> None:
    """In the order in which they stand."""
    found = read(saved(document(body)), "a.docx", View.ALL)
    words = "".join(word for word in _words(body))
    marks = str.maketrans("", "", "0123456789.•\t\n ")
    assert found.text.translate(marks) == words.translate(marks)


def shown(source: Source) -> tuple[Any, ...]:
    """Return all that a source says."""
    return source.text, source.blocks, source.emphasis, source.bold, source.underline


def document(body: list[Any]) -> Any:
    """Make a document of paragraphs, and tables of rows of paragraphs."""
    made = python_docx.Document()
    # The masthead's layout is told from tables by long lines before them.
    made.add_paragraph("A long line. " * 20)
    for each in body:
        if isinstance(each, tuple):
            write(made.add_paragraph()._p, each)
            continue
        if not each:
            continue
        table = made.add_table(len(each), 1)
        for row, (change, inner) in zip(table.rows, each, strict=True):
            if change:
                properties = row._tr.get_or_add_trPr()
                properties.append(element(f'<w:{change} {NAMES} w:id="1"/>'))
            for paragraph in inner:
                write(row.cells[0].add_paragraph()._p, paragraph)
    return made


def element(markup: str) -> Any:
    """Make an element."""
    return parse_xml(markup)


def write(paragraph: Any, told: Any) -> None:
    """Write a paragraph, and its changes, into an element."""
    runs, style, old, mark, change = told
    inner = "".join(f'<w:{each} w:id="1"/>' for each in mark.split())
    was = f'<w:pStyle w:val="{old}"/>' if old else ""
    past = f'<w:pPrChange w:id="2"><w:pPr>{was}</w:pPr></w:pPrChange>' if change else ""
    paragraph.append(
        element(
            f'<w:pPr {NAMES}><w:pStyle w:val="{style}"/>'
            f"<w:rPr>{inner}</w:rPr>{past}</w:pPr>"
        )
    )
    for words, look, before, wrap in runs:
        past = ""
        if before is not None:
            past = f'<w:rPrChange w:id="3"><w:rPr>{before}</w:rPr></w:rPrChange>'
        name = "delText" if "del" in wrap else "t"
        markup = (
            f"<w:r><w:rPr>{look}{past}</w:rPr>"
            f'<w:{name} xml:space="preserve">{words}</w:{name}></w:r>'
        )
        for each in reversed(wrap.split()):
            markup = f'<w:{each} w:id="4">{markup}</w:{each}>'
        paragraph.extend(element(f"<w:p {NAMES}>{markup}</w:p>"))


def _words(body: list[Any]) -> Iterator[str]:
    yield "A long line. " * 20
    for each in body:
        inner = (
            [each] if isinstance(each, tuple) else [p for _, row in each for p in row]
        )
        for runs, *_ in inner:
            yield from (words for words, *_ in runs)


def saved(made: Any) -> bytes:
    """Save a document."""
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def settle(body: _Element, gone: set[str], kept: set[str], *, back: bool) -> None:
    """Accept or reject all changes, as Word does it: nothing tracked is left."""
    for name in ("rPr", "pPr"):
        for change in [*body.iter(qn(f"w:{name}Change"))]:
            now = change.getparent()
            assert now is not None
            now.remove(change)
            if back:
                stay = [each for each in now if kind(each) in ("rPr", *gone, *kept)]
                now[:] = [*change[0], *stay]
    for row in [*body.iter(qn("w:tr"))]:
        if {kind(each) for each in row.iterfind("w:trPr/*", SPACES)} & gone:
            drop(row)
    for each in [*body.iter()]:
        parent = each.getparent()
        if kind(each) in gone and parent is not None and kind(parent) != "rPr":
            drop(each)
    for each in [*body.iter()]:
        parent = each.getparent()
        if kind(each) in kept and parent is not None:
            at = parent.index(each)
            parent[at : at + 1] = [*each]
    for text in body.iter(qn("w:delText")):
        text.tag = qn("w:t")
    for paragraph in [*body.iter(qn("w:p"))]:
        if {kind(each) for each in paragraph.iterfind("w:pPr/w:rPr/*", SPACES)} & gone:
            join(paragraph)


def join(paragraph: _Element) -> None:
    """Let a paragraph go on in the next one, which has the properties of both.

    One that is empty has those of the one before it.
    """
    properties, *runs = paragraph
    after = paragraph.getnext()
    if after is None or kind(after) != "p":
        # What goes on in nothing ends where it is.
        for mark in [*properties.iterfind("w:rPr/*", SPACES)]:
            drop(mark)
        if not runs:
            drop(paragraph)
        return
    if runs:
        if len(after) == 1:
            last = after[0].find("w:rPr", SPACES)
            own = properties.find("w:rPr", SPACES)
            drop(own)
            drop(after[0])
            after.insert(0, properties)
            if last is not None:
                properties.append(last)
        after[1:1] = runs
    drop(paragraph)


def drop(each: Any) -> None:
    """Take an element out."""
    each.getparent().remove(each)


def kind(each: _Element) -> str:
    """Return the name of an element, without its namespace."""
    return each.tag.rpartition("}")[2] if isinstance(each.tag, str) else ""
