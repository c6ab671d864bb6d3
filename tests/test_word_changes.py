"""Tracked changes in Word files: the text with all accepted, all rejected, both."""

import pytest

import resolint
from resolint import View
from resolint.readers.word import read
from resolint.text import Source
from test_word_package import docx, lines, par, run

LISTS = (
    '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
INSERTED = '<w:rPr><w:ins w:id="9"/></w:rPr>'
DELETED = '<w:rPr><w:del w:id="9"/></w:rPr>'


def added(words: str) -> str:
    """Make an insertion."""
    return f'<w:ins w:id="7" w:author="A">{run(words)}</w:ins>'


def taken(words: str) -> str:
    """Make a deletion."""
    text = f'<w:delText xml:space="preserve">{words}</w:delText>'
    return f'<w:del w:id="8" w:author="A"><w:r>{text}</w:r></w:del>'


def seen(view: View, body: str, **parts: str) -> list[str]:
    """Return the lines of a body as a view shows them."""
    return lines(source(view, body, **parts))


def source(view: View, body: str, **parts: str) -> Source:
    """Read a body in a view."""
    return resolint.read(docx(body, strict=False, **parts), "a.docx", view=view)


def views(body: str, **parts: str) -> tuple[list[str], list[str], list[str]]:
    """Return the lines of a body in each view: final, original, all."""
    final, original, both = (seen(view, body, **parts) for view in View)
    return final, original, both


def test_words_come_and_go() -> None:
    """The original has what was deleted; both have everything, in order."""
    body = par("the ", taken("dim"), added("bright"), " lamp")
    assert views(body) == (
        ["the bright lamp"],
        ["the dim lamp"],
        ["the dimbright lamp"],
    )


def test_final_is_what_is_read_unless_asked() -> None:
    """The view is known to the source, and how many changes there are."""
    body = par("the ", taken("dim"), added("bright"), " lamp")
    plain = resolint.read(docx(body), "a.docx")
    assert lines(plain) == ["the bright lamp"]
    assert (plain.view, plain.tracked) == (View.FINAL, 2)
    assert source(View.ORIGINAL, body).tracked == 2
    assert source(View.ORIGINAL, body).view is View.ORIGINAL
    assert resolint.read(docx(par("lamp")), "a.docx").tracked == 0


def test_other_formats_have_no_views() -> None:
    """What they say is the same in each."""
    made = {resolint.read(b"Lamps.\n", "a.md", view=view).text for view in View}
    assert len(made) == 1
    assert resolint.read(b"Lamps.\n", "a.md").tracked is None


def test_what_was_inserted_and_deleted_again_is_in_no_version() -> None:
    """Nor is what was moved in and taken out, or put into what moved away."""
    twice = f"<w:ins>{taken('x')}</w:ins>"
    moved = f"<w:moveTo>{taken('y')}</w:moveTo>"
    away = f"<w:moveFrom>{added('z')}</w:moveFrom>"
    body = par("a", twice, moved, away, "b")
    assert views(body) == (["ab"], ["ab"], ["axyzb"])


def test_moved_text_stands_where_it_was_and_where_it_is() -> None:
    """Whole paragraphs move with their marks."""
    body = (
        par(f"<w:moveFrom>{run('bees')}</w:moveFrom>",
            properties="<w:rPr><w:moveFrom/></w:rPr>")
        + par("elms")
        + par(f"<w:moveTo>{run('bees')}</w:moveTo>",
              properties="<w:rPr><w:moveTo/></w:rPr>")
    )  # fmt: skip
    assert views(body + par("oaks")) == (
        ["elms", "bees", "oaks"],
        ["bees", "elms", "oaks"],
        ["bees", "elms", "bees", "oaks"],
    )


def test_a_paragraph_split_in_two_was_one() -> None:
    """An inserted mark is not there before; a deleted one still is."""
    split = par("bees ", properties=INSERTED) + par("and elms")
    assert views(split) == (
        ["bees", "and elms"],
        ["bees and elms"],
        ["bees", "and elms"],
    )
    joined = par("bees ", properties=DELETED) + par("and elms")
    assert views(joined) == (
        ["bees and elms"],
        ["bees", "and elms"],
        ["bees", "and elms"],
    )


def test_an_inserted_paragraph_counts_only_where_it_is() -> None:
    """The numbers of the others are those of each version."""
    body = (
        par(taken("a"), properties=NUMBERED + DELETED)
        + par(added("b"), properties=NUMBERED + INSERTED)
        + par(added("c"), properties=NUMBERED + INSERTED)
        + par("d", properties=NUMBERED)
    )
    assert views(body, numbering=LISTS) == (
        ["1.\tb", "2.\tc", "3.\td"],
        ["1.\ta", "2.\td"],
        ["1.\ta", "2.\tb", "3.\tc", "4.\td"],
    )


def test_formats_are_those_of_the_version() -> None:
    """Italics that were set or taken away since."""
    italic = run("Welcomes", "<w:i/><w:rPrChange w:id='1'><w:rPr/></w:rPrChange>")
    roman = run("lamps", "<w:rPrChange w:id='1'><w:rPr><w:i/></w:rPr></w:rPrChange>")
    body = par(italic, " ", roman)
    final, original = source(View.FINAL, body), source(View.ORIGINAL, body)
    assert [final[each.span] for each in final.emphasis] == ["Welcomes"]
    assert [original[each.span] for each in original.emphasis] == ["lamps"]


@pytest.mark.parametrize(
    ("properties", "final", "original"),
    [
        (f"{NUMBERED}<w:pPrChange w:id='1'><w:pPr/></w:pPrChange>", "1.\ta", "a"),
        (f"<w:pPrChange w:id='1'><w:pPr>{NUMBERED}</w:pPr></w:pPrChange>",
         "a", "1.\ta"),
        (NUMBERED.replace("</w:numPr>", "<w:ins w:id='1'/></w:numPr>"), "1.\ta", "a"),
        (NUMBERED.replace("</w:numPr>", "<w:numberingChange w:original='%1:4:2:.'/>"
         "</w:numPr>"), "1.\ta", "iv.\ta"),
        (NUMBERED.replace("</w:numPr>", "<w:numberingChange w:original=''/></w:numPr>"),
         "1.\ta", "a"),
    ],
)  # fmt: skip
def test_numbers_are_those_of_the_version(
    properties: str, final: str, original: str
) -> None:
    """A list joined, left, or changed."""
    made = views(par("a", properties=properties), numbering=LISTS)
    assert made[:2] == ([final], [original])


def test_a_heading_was_a_paragraph() -> None:
    """The old style is that of the old properties."""
    name = '<w:name w:val="heading 1"/>'
    styles = f'<w:style w:type="paragraph" w:styleId="H">{name}</w:style>'
    change = "<w:pPrChange w:id='1'><w:pPr/></w:pPrChange>"
    body = par("Lamps", properties=f'<w:pStyle w:val="H"/>{change}')
    styled = [source(view, body, styles=styles).blocks[0].style for view in View]
    assert styled == ["heading", "body", "heading"]


def test_rows_and_cells_come_and_go() -> None:
    """Where the whole row was inserted, nothing is left of it."""
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc><w:tcPr>{}</w:tcPr>{}</w:tc></w:tr>"
    table = (
        row.format("", "", par("a"))
        + row.format("<w:del w:id='1'/>", "", par("b"))
        + row.format("<w:ins w:id='1'/>", "", par("c"))
        + row.format("", "<w:cellDel w:id='1'/>", par("d"))
        + row.format("", "<w:cellIns w:id='1'/>", par("e"))
    )
    body = par("x" * 300) + f"<w:tbl>{table}</w:tbl>"
    final, original, both = views(body)
    assert final[1:] == ["a", "c", "e"]
    assert original[1:] == ["a", "b", "d"]
    assert both[1:] == ["a", "b", "c", "d", "e"]


CALL = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


def test_notes_are_called_and_numbered_as_in_the_version() -> None:
    """A note whose call was inserted is not there before; words in notes change too."""
    body = par(
        "a",
        f"<w:ins>{CALL.format(2)}</w:ins>",
        f"<w:del>{CALL.format(3)}</w:del>",
        CALL.format(4),
    )
    note = '<w:footnote w:id="{}">{}</w:footnote>'
    notes = (
        note.format(2, par("New."))
        + note.format(3, par("Old."))
        + note.format(4, par(taken("Dim"), added("Bright"), "."))
    )
    shown = [source(view, body, footnotes=notes) for view in View]
    told = [
        [(each.label, text[each.span]) for each in text.blocks[1:]] for text in shown
    ]
    assert told == [
        [("1", "New."), ("2", "Bright.")],
        [("1", "Old."), ("2", "Dim.")],
        [("1", "New."), ("2", "Old."), ("3", "DimBright.")],
    ]  # fmt: skip
    assert [len(text.calls) for text in shown] == [2, 2, 3]


def test_the_head_of_the_page_has_versions_too() -> None:
    """Symbols are changed there."""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    )
    header = par("A/99/L.", taken("1"), added("2"))
    shown = views(par("bees") + section, header1=header)
    assert [each[0] for each in shown] == ["A/99/L.2", "A/99/L.1", "A/99/L.12"]


TURN = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def test_fields_come_and_go() -> None:
    """A deleted field shows its result where it is not deleted, and no instruction."""
    told = '<w:r><w:delInstrText xml:space="preserve"> REF x </w:delInstrText></w:r>'
    gone = (
        f"<w:del>{TURN.format('begin')}{told}{TURN.format('separate')}"
        f"<w:r><w:delText>7 May</w:delText></w:r>{TURN.format('end')}</w:del>"
    )
    assert views(par("on ", gone)) == (["on"], ["on 7 May"], ["on 7 May"])


def test_a_field_whose_end_is_deleted_hides_nothing() -> None:
    """It is no field any more."""
    body = par(TURN.format("begin"), "a", f"<w:del>{TURN.format('end')}</w:del>", "b")
    assert seen(View.FINAL, body) == ["ab"]


def test_deleted_mathematics_are_gone() -> None:
    """Also within a formula."""
    formula = (
        "<m:oMath><w:del><m:r><m:t>x</m:t></m:r></w:del>"
        "<w:ins><m:r><m:t>y</m:t></m:r></w:ins></m:oMath>"
    )
    assert views(par("is ", formula)) == (["is y"], ["is x"], ["is xy"])


def test_changes_of_sections_and_tables_change_nothing() -> None:
    """They are about pages and borders."""
    section = (
        "<w:sectPr><w:sectPrChange w:id='1'><w:sectPr/></w:sectPrChange></w:sectPr>"
    )
    table = (
        "<w:tbl><w:tblPr><w:tblPrChange w:id='1'><w:tblPr/></w:tblPrChange></w:tblPr>"
        f"<w:tr><w:trPr><w:trPrChange w:id='2'><w:trPr/></w:trPrChange></w:trPr>"
        f"<w:tc>{par('a')}</w:tc></w:tr></w:tbl>"
    )
    final, original, both = views(par("x" * 300) + table + section)
    assert final == original == both
    assert source(View.FINAL, table + section).tracked == 0


def test_text_that_says_it_is_deleted_and_is_not_stays_unread() -> None:
    """In each view alike."""
    stray = "<w:r><w:delText>x</w:delText></w:r>"
    assert views(par("a", stray)) == (["a"], ["a"], ["a"])


def test_strict_files_have_the_same_views() -> None:
    """The other namespaces of the standard."""
    data = docx(par("the ", taken("dim"), added("bright"), " lamp"), strict=True)
    assert [lines(read(data, "a.docx", view))[0] for view in View] == [
        "the bright lamp",
        "the dim lamp",
        "the dimbright lamp",
    ]


def test_blocks_know_their_paragraphs_in_each_view() -> None:
    """The names are the same, whatever is shown of them."""
    split = par("bees ", properties=INSERTED) + par("and elms") + par("oaks")
    final, original = source(View.FINAL, split), source(View.ORIGINAL, split)
    assert [each.made_of for each in final.blocks] == [
        ("document 1",),
        ("document 2",),
        ("document 3",),
    ]
    assert [each.made_of for each in original.blocks] == [
        ("document 1", "document 2"),
        ("document 3",),
    ]
