"""Findings as comments in a copy of a Word file."""

from io import BytesIO

import docx as python_docx
import pytest
from lxml import etree

from resolint.readers.word import read
from resolint.readers.word.annotating import Advice, annotated
from resolint.text import Span
from revisions import looks, parts
from test_word_package import W, docx, par, run, zipped
from test_word_tracked import NUMBERED, NUMBERING

NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
THEIRS = (
    '<w:comment w:id="5" w:author="Ann" w:initials="A">'
    "<w:p><w:r><w:t>Is that so?</w:t></w:r></w:p></w:comment>"
)
MARKED = (
    '<w:commentRangeStart w:id="5"/>'
    + run("bees")
    + '<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'
)


def say(data: bytes, *words: str) -> bytes:
    """Comment on some words, and check that nothing else has changed."""
    text = read(data, "a.docx").text
    advice = [
        Advice(
            Span(text.index(each), text.index(each) + len(each)), (f"TST001 {each}",)
        )
        for each in words
    ]
    made = annotated(data, advice)
    after = read(made, "a.docx")
    assert after.text == text
    assert looks(made) == looks(data)
    assert annotated(made, advice) == made
    return made


def comments(data: bytes) -> list[tuple[str, str]]:
    """Return what each comment in the body is attached to, and what it says."""
    files = parts(data)
    said = {
        each.get(f"{{{W}}}id"): "".join(map(str, each.itertext()))
        for each in etree.fromstring(files["word/comments.xml"])
    }
    found: dict[str | None, list[str]] = {}
    order = []
    begun: set[str | None] = set()
    for each in etree.fromstring(files["word/document.xml"]).iter():
        name = each.get(f"{{{W}}}id")
        match etree.QName(each).localname:
            case "commentRangeStart":
                begun.add(name)
                found[name] = []
            case "commentRangeEnd":
                begun.remove(name)
            case "commentReference":
                order.append(name)
            case "t":
                for open_one in begun:
                    found[open_one].append(each.text or "")
    assert not begun
    assert sorted(order, key=str) == sorted(found, key=str)
    return [("".join(words), said[name]) for name, words in found.items()]


def test_a_comment_stands_on_the_exact_words() -> None:
    """Across runs as well, and two may meet."""
    data = docx(par("the ", run("be", "<w:b/>"), "es and elms"))
    made = say(data, "bees", "es and", "elms", "elms")
    assert sorted(comments(made)) == [
        ("bees", "TST001 bees"),
        ("elms", "TST001 elms"),
        ("elms", "TST001 elms"),
        ("es and", "TST001 es and"),
    ]
    xml = parts(made)["word/comments.xml"].decode()
    assert xml.count('w:author="resolint" w:initials="rl"') == 4
    assert "w:date" not in xml


def test_the_package_knows_of_new_comments() -> None:
    """A document of python-docx has no comments: the part is made and named."""
    document = python_docx.Document()
    document.add_paragraph("Recalling the bees,")
    out = BytesIO()
    document.save(out)
    data = out.getvalue()
    made = say(data, "bees")
    opened = python_docx.Document(BytesIO(made))
    found = [each for each in opened.part.rels.values() if "/comments" in each.reltype]
    assert len(found) == 1
    assert found[0].target_part.content_type.endswith("comments+xml")
    assert b"TST001 bees" in found[0].target_part.blob


def test_comments_that_are_there_stay() -> None:
    """Numbers go on after theirs; on a second call only ours go."""
    data = docx(par("the ", MARKED, " fly"), comments=THEIRS)
    made = say(data, "bees", "fly")
    assert comments(made) == [
        ("bees", "TST001 bees"),
        ("bees", "Is that so?"),
        ("fly", "TST001 fly"),
    ] or comments(made) == [
        ("bees", "Is that so?"),
        ("bees", "TST001 bees"),
        ("fly", "TST001 fly"),
    ]
    bare = annotated(made, [])
    assert comments(bare) == [("bees", "Is that so?")]
    assert looks(bare) == looks(data)


def test_an_answered_comment_and_an_order_stay() -> None:
    """They are part of what people say to each other, or to us."""
    spaces = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ours = '<w:comment w:id="{}" w:author="resolint"><w:p {}><w:r><w:t>{}</w:t></w:r>'
    listed = "".join(
        ours.format(number, f'w14:paraId="{number:08}" {spaces}', words)
        + "</w:p></w:comment>"
        for number, words in enumerate(["plain", "answered", "resolint: ignore PRE"])
    )
    marks = "".join(
        f'<w:commentRangeStart w:id="{each}"/><w:commentRangeEnd w:id="{each}"/>'
        f'<w:r><w:commentReference w:id="{each}"/></w:r>'
        for each in range(3)
    )
    data = docx(par(marks, "bees"), comments=listed)
    threads = (
        '<x:commentsEx xmlns:x="http://schemas.microsoft.com/office/word/2012/wordml">'
        '<x:commentEx x:paraId="00000000"/><x:commentEx x:paraId="00000001"/>'
        '<x:commentEx x:paraId="0000000A" x:paraIdParent="00000001"/></x:commentsEx>'
    )
    files = parts(data)
    files["word/commentsExtended.xml"] = threads.encode()
    rels = files["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    link = f'<Relationship Id="x" Type="{kind}" Target="commentsExtended.xml"/>'
    files["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>", f"{link}</Relationships>"
    ).encode()
    made = annotated(zipped(files), [])
    assert [said for _, said in comments(made)] == ["answered", "resolint: ignore PRE"]
    assert b'"00000000"' not in parts(made)["word/commentsExtended.xml"]
    assert b'"00000001"' in parts(made)["word/commentsExtended.xml"]


def test_where_word_has_no_comments_they_stand_nearby() -> None:
    """At the indicator of a note, at the anchor of a box, at the first paragraph."""
    box = (
        "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>"
        "</w:r>"
    )
    data = docx(
        par("First things,")
        + par("of bees", NOTE, " fly")
        + par(box.format(par("Boxed words")))
        + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>',
        footnotes=f'<w:footnote w:id="2">{par("Noted")}</w:footnote>',
        header1=par("Printed"),
    )
    made = say(data, "Noted", "Boxed", "Printed")
    found = {said: words for words, said in comments(made)}
    assert found == {
        "TST001 Noted": "",
        "TST001 Boxed": "Boxed words",
        "TST001 Printed": "First things,",
    }
    for name in ("word/footnotes.xml", "word/header1.xml"):
        assert parts(made)[name] == parts(data)[name]


@pytest.mark.parametrize(
    ("at", "words"),
    [(Span(0, 2), "Urges"), (Span(8, 8), "Urges"), (Span(3, 3), "Urges")],
)
def test_a_place_without_words_is_on_the_word_beside_it(at: Span, words: str) -> None:
    """An automatic number has no words of its own, a place for some has none yet."""
    data = docx(par("Urges bees;", properties=NUMBERED), numbering=NUMBERING)
    assert read(data, "a.docx").text == "1.\tUrges bees;\n"
    made = annotated(data, [Advice(at, ("TST001 here",))])
    assert comments(made) == [(words, "TST001 here")]


def test_the_mark_of_a_comment_is_outside_what_others_put_in() -> None:
    """Else it would go when they are refused."""
    data = docx(par("<w:ins w:id='4' w:author='Ann'>", run("bees fly"), "</w:ins>"))
    made = say(data, "bees")
    root = etree.fromstring(parts(made)["word/document.xml"])
    mark = next(root.iter(f"{{{W}}}commentReference"))
    assert not any(each.tag == f"{{{W}}}ins" for each in mark.iterancestors())
    assert comments(made) == [("bees", "TST001 bees")]
