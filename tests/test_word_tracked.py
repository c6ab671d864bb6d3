"""Edits of Word files as tracked changes: accepted they are made, rejected gone."""

import re
from io import BytesIO

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.diagnostic import Edit
from resolint.readers.word import read
from resolint.readers.word.tracked import Written, written
from resolint.text import Span
from revisions import accepted, looks, parts, rejected
from test_word_package import docx, par, run
from test_word_text import field

NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>'
)


def change(
    data: bytes, words: str, text: str | None, italic: bool | None = None
) -> str:
    """Write one edit of some words, and check what accepting and rejecting give."""
    source = read(data, "a.docx")
    start = source.text.index(words)
    span = Span(start, start + len(words))
    made = written(data, [Edit(span, text, italic)])
    assert not made.unmade
    new = words if text is None else text
    want = source.text[: span.start] + new + source.text[span.end :]
    assert read(made.data, "a.docx").text == want
    assert read(accepted(made.data), "a.docx").text == want
    assert looks(rejected(made.data, "resolint")) == looks(data)
    return parts(made.data)["word/document.xml"].decode()


def put(data: bytes, at: int, text: str) -> Written:
    """Write one insertion, and check that it can be rejected."""
    made = written(data, [Edit(Span(at, at), text)])
    assert looks(rejected(made.data, "resolint")) == looks(data)
    return made


def bare(xml: str) -> str:
    """Return the body without what is the same in all tests."""
    body = xml[xml.index("<w:body>") + 8 : xml.index("</w:body>")]
    body = re.sub(r' (w:id|w:author|xml:space)="[^"]*"', "", body)
    return re.sub(r"<w:[rp]Pr/>", "", body)


def test_only_what_differs_is_struck_out_and_put_in() -> None:
    """The rest of a run stays what it is."""
    xml = change(docx(par("the keeping of bees")), "keeping", "housing")
    assert bare(xml) == (
        "<w:p><w:r><w:t>the </w:t></w:r>"
        "<w:del><w:r><w:delText>keep</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>hous</w:t></w:r></w:ins>"
        "<w:r><w:t>ing of bees</w:t></w:r></w:p>"
    )
    assert xml.count('w:author="resolint"') == 2
    assert "w:date" not in xml


def test_a_change_goes_across_runs_and_looks_like_the_first() -> None:
    """Each piece that is struck out keeps its own looks."""
    data = docx(par(run("be", "<w:b/>"), run("es", "<w:i/>"), " fly"))
    xml = change(data, "bees fl", "wasps dr")
    assert xml.count("<w:del ") == 1
    assert "<w:ins" in xml
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">wasps dr' in xml
    assert '<w:rPr><w:i/></w:rPr><w:delText xml:space="preserve">es' in xml


@pytest.mark.parametrize("italic", [True, False])
def test_italics_are_set_and_taken_off(italic: bool) -> None:
    """As a change of looks that remembers what was."""
    before = "" if italic else "<w:i/>"
    data = docx(par(run("Recalling its bees", before)))
    source = read(data, "a.docx")
    xml = change(data, "Recalling", None, italic)
    after = written(data, [Edit(Span(0, 9), italic=italic)]).data
    found = read(after, "a.docx")
    assert found.italic(Span(0, 9)) is italic
    assert found.italic(Span(10, 18)) is source.italic(Span(10, 18))
    assert f"<w:rPr>{before}</w:rPr></w:rPrChange>" in xml.replace(
        "<w:rPr/>", "<w:rPr></w:rPr>"
    )


def test_text_without_preserved_space_keeps_what_it_shows() -> None:
    """White space at the ends of such a text is not shown, before or after."""
    data = docx("<w:p><w:r><w:t> bees and elms </w:t></w:r></w:p>")
    change(data, "and", "or")


def test_tabs_and_hyphens_are_struck_out_whole() -> None:
    """They are elements of their own in a run."""
    data = docx(
        par(
            "<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>operate</w:t><w:tab/>"
            "<w:t>now</w:t></w:r>"
        )
    )
    change(data, "co\u2011operate\tnow", "cooperate now")
    change(data, "\t", " ")
    assert "<w:tab/>" in change(data, "now", "\tnow")


def test_words_go_in_before_an_indicator() -> None:
    """What follows a word follows it at once."""
    data = docx(par("bees", NOTE, " fly"), footnotes="")
    made = put(data, 4, ",")
    xml = bare(parts(made.data)["word/document.xml"].decode())
    assert xml.index("<w:ins>") < xml.index("footnoteReference")
    mixed = docx(
        par('<w:r><w:t>bees</w:t><w:footnoteReference w:id="2"/><w:t>,</w:t></w:r>')
    )
    moved = written(mixed, [Edit(Span(4, 4), ","), Edit(Span(4, 5), "")]).data
    assert read(moved, "a.docx").text == "bees,\n"
    assert read(moved, "a.docx").calls[0].at == 5
    assert looks(rejected(moved)) == looks(mixed)


def test_what_follows_italics_is_roman_unless_they_go_on() -> None:
    """Emphasis ends where it ends, even where nothing comes after."""
    data = docx(par(run("Recalling", "<w:i/>")))
    assert not read(put(data, 9, " bees").data, "a.docx").is_italic(10)
    assert read(put(data, 6, "l").data, "a.docx").is_italic(6)
    after = docx(par(run("Recalling", "<w:i/>"), run(" bees", "<w:b/>")))
    assert not read(put(after, 9, ",").data, "a.docx").is_italic(9)


@pytest.mark.parametrize(
    "wrap",
    [
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:fldSimple w:instr='REF x'>{}</w:fldSimple>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:ins w:id='4' w:author='Ann'>{}</w:ins>",
        "<w:moveTo w:id='4' w:author='Ann'>{}</w:moveTo>",
    ],
)
def test_changes_are_made_inside_what_wraps_text(wrap: str) -> None:
    """Links, fields, controls, and what somebody else has put in."""
    data = docx(par("the ", wrap.format(run("bees and elms", "<w:b/>")), " here"))
    xml = change(data, "and", "or")
    assert xml.count("<w:b/>") >= 3
    change(data, "and", None, True)
    change(data, "elms here", "oaks there")
    for at in (4, 8, 17):
        put(data, at, "x")


def test_words_after_a_link_or_a_field_are_no_part_of_it() -> None:
    """They stand behind it, and look like what is around."""
    linked = run("bees", '<w:u w:val="single"/>')
    link = f"<w:hyperlink>{linked}</w:hyperlink>"
    data = docx(par("the ", link))
    xml = parts(put(data, 8, ";").data)["word/document.xml"].decode()
    assert bare(xml).endswith(
        "</w:hyperlink><w:ins><w:r><w:t>;</w:t></w:r></w:ins></w:p>"
    )
    data = docx(par("the ", field("REF x", run("bees"))))
    xml = parts(put(data, 8, ";").data)["word/document.xml"].decode()
    assert xml.index('"end"') < xml.index("<w:ins ")


def test_a_deletion_in_an_insertion_of_another_is_nested_in_it() -> None:
    """As Word does it; an insertion divides the other's."""
    theirs = "<w:ins w:id='4' w:author='Ann'>{}</w:ins>"
    data = docx(par("the ", theirs.format(run("bees and elms"))))
    xml = bare(change(data, " and", ""))
    assert "<w:ins><w:r><w:t>bees</w:t></w:r><w:del>" in xml
    xml = parts(put(data, 8, ",").data)["word/document.xml"].decode()
    assert xml.count("<w:ins ") == 3
    assert len(set(re.findall(r'<w:ins w:id="(\d+)"', xml))) == 3


def test_what_was_changed_here_is_changed_again_without_a_trace() -> None:
    """A second round writes into the insertions of the first."""
    data = docx(par("the keeping of bees"))
    once = written(data, [Edit(Span(4, 11), "XYZ")]).data
    twice = written(once, [Edit(Span(5, 6), "-"), Edit(Span(0, 3), italic=True)]).data
    assert read(twice, "a.docx").text == "the X-Z of bees\n"
    assert parts(twice)["word/document.xml"].count(b"<w:del ") == 1
    back = written(twice, [Edit(Span(0, 3), italic=False)]).data
    assert not read(back, "a.docx").emphasis
    assert looks(rejected(back)) == looks(data)


def test_looks_that_somebody_has_changed_are_changed_by_a_copy() -> None:
    """A run remembers one change of its looks only."""
    theirs = '<w:b/><w:rPrChange w:id="7" w:author="Ann"><w:rPr/></w:rPrChange>'
    data = docx(par(run("bees", theirs), " fly"))
    xml = change(data, "bees", None, True)
    assert xml.count('w:author="Ann"') == 1
    assert "<w:del " in xml


def test_an_automatic_number_is_not_typed_over() -> None:
    """Nor is anything else that the file does not have as text."""
    data = docx(
        par("Urges bees;", properties=NUMBERED)
        + par("elms ", "<w:r><w:br/></w:r>", "and oaks")
        + par("<m:oMath><m:r><m:t>xy</m:t></m:r></m:oMath>", " grow"),
        numbering=NUMBERING,
    )
    text = read(data, "a.docx").text
    assert text == "1.\tUrges bees;\nelms and oaks\nxy grow\n"
    wanted = [
        Edit(Span(0, 2), "2."),
        Edit(Span(0, 0), "1. "),
        Edit(Span(14, 15), ""),
        Edit(Span(4, 4), "\n"),
        Edit(Span(29, 31), "z"),
        Edit(Span(5, 6), "\x01"),
    ]
    made = written(data, wanted)
    assert made.data == data
    assert [each.edit for each in made.unmade] == wanted
    assert [each.why for each in made.unmade] == [
        "its number is automatic: change it in Word",
        "its number is automatic: change it in Word",
        "it would join or divide lines: change it in Word",
        "it would join or divide lines: change it in Word",
        "it is not typed as text in the file: change it in Word",
        "what would be written is no text that Word can hold",
    ]
    change(data, "1.\tUrges", "1.\tAsks")


def test_notes_headers_and_text_boxes_are_changed_where_they_stand() -> None:
    """A text box that is said twice is changed twice."""
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        "<w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent>"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    data = docx(
        par("Text of bees,", NOTE)
        + par(box.format(par("Boxed words")))
        + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>',
        footnotes=f'<w:footnote w:id="2">{par("Noted words")}</w:footnote>',
        header1=par("Printed words"),
    )
    text = read(data, "a.docx").text
    edits = [
        Edit(Span(each.start(), each.end()), "things")
        for each in re.finditer("words", text)
    ]
    made = written(data, edits)
    assert not made.unmade
    assert read(made.data, "a.docx").text == text.replace("words", "things")
    assert looks(rejected(made.data)) == looks(data)
    files = parts(made.data)
    assert files["word/document.xml"].count(b"<w:ins ") == 2
    assert b"<w:ins " in files["word/footnotes.xml"]
    assert b"<w:ins " in files["word/header1.xml"]


def test_a_strict_file_stays_strict() -> None:
    """Changes are written in the edition of the file."""
    data = docx(par("bees"), strict=True)
    made = written(data, [Edit(Span(0, 4), "elms")]).data
    assert b"schemas.openxmlformats.org/wordprocessingml" not in made
    assert read(made, "a.docx").text == "elms\n"


def test_a_document_of_python_docx_is_changed() -> None:
    """All parts but the document keep their bytes."""
    document = python_docx.Document()
    document.add_heading("Bees", level=1)
    paragraph = document.add_paragraph()
    paragraph.add_run("Recalling").italic = True
    paragraph.add_run(" its resolution on bees.")
    out = BytesIO()
    document.save(out)
    data = out.getvalue()
    change(data, "bees.", "elms,")
    made = written(data, [Edit(Span(5, 14), italic=False)]).data
    before, after = parts(data), parts(made)
    assert [*before] == [*after]
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml"}
    assert python_docx.Document(BytesIO(made)).paragraphs[1].runs[0].italic is False


BODY = (
    par(run("Recalling", "<w:i/>"), " the ", run("bees", "<w:b/>"), NOTE, " of old,")
    + par("co", "<w:r><w:noBreakHyphen/></w:r>", "operate ", run("now", "<w:i/>"))
    + par("<w:ins w:id='4' w:author='Ann'>", run("Ann’s words"), "</w:ins>", " stay.")
)


@given(st.lists(st.tuples(*[st.integers(0, 60)] * 2, st.text("ab ,", max_size=3))))
def test_any_edits_are_made_or_told(wanted: list[tuple[int, int, str]]) -> None:
    """What is told is not made, and what is made can be rejected."""
    data = docx(BODY, footnotes=f'<w:footnote w:id="2">{par("A note.")}</w:footnote>')
    text = read(data, "a.docx").text
    edits, at = [], 0
    for skip, length, new in wanted:
        start = min(at + skip, len(text))
        end = min(start + length % 7, len(text))
        edits.append(Edit(Span(start, end), new))
        at = end + 1
        if at >= len(text):
            break
    made = written(data, edits)
    unmade = {each.edit for each in made.unmade}
    want = text
    for edit in reversed(edits):
        if edit not in unmade:
            new = edit.text or ""
            want = want[: edit.span.start] + new + want[edit.span.end :]
    found = read(made.data, "a.docx").text
    assert _words(found) == _words(want)
    assert looks(rejected(made.data, "resolint")) == looks(data)


def _words(text: str) -> list[str]:
    """Return the lines with words, their white space aside: the ends of lines go."""
    return [" ".join(line.split()) for line in text.split("\n") if line.split()]
