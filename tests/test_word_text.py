"""The text of Word files: breaks, fields, controls, tracked changes."""

import pytest

from resolint.readers.word import read
from test_word_package import docx, lines, par, run


def read_lines(body: str) -> list[str]:
    """Read a body and return its lines."""
    return lines(read(docx(body), "a.docx"))


BREAK = "<w:r><w:br/></w:r>"


def test_a_break_ends_a_block_unless_the_sentence_goes_on() -> None:
    """Before lower case it is one space; a new page is always a new block."""
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert read_lines(par("4th plenary meeting", BREAK, "7 May 2031")) == [
        "4th plenary meeting",
        "7 May 2031",
    ]
    assert read_lines(par("the keeping ", BREAK, BREAK, " of bees")) == [
        "the keeping of bees"
    ]
    assert read_lines(par("bees", page, "elms")) == ["bees", "elms"]
    assert read_lines(par(BREAK, "bees", "<w:r><w:cr/></w:r>")) == ["bees"]


def test_white_space_inside_stays_and_outside_goes() -> None:
    """Double spaces are for rules to see; a line end in the file is a space."""
    body = par("\u00a0\tBees  and\nelms ", "<w:r><w:tab/></w:r>") + par("  ")
    assert read_lines(body) == ["Bees  and elms"]


def test_white_space_that_is_not_preserved_is_not_shown() -> None:
    """Word drops it at both ends of such a text."""
    assert read_lines("<w:p><w:r><w:t> bees </w:t></w:r></w:p>") == ["bees"]
    body = par("a", "<w:r><w:t> b </w:t></w:r>", "c")
    assert read_lines(body) == ["abc"]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<w:tab/>", "\t"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\u00ad"),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "•"),
        ('<w:sym w:font="Symbol" w:char="F062"/>', "β"),
        ('<w:sym w:font="Times New Roman" w:char="2019"/>', "’"),
        ('<w:sym w:font="Arial" w:char="F041"/>', "A"),
        ('<w:sym w:font="Arial" w:char="none"/>', ""),
        ("<w:lastRenderedPageBreak/>", ""),
        ("<w:delText>gone</w:delText>", ""),
        ("<w:ruby><w:rt><w:r><w:t>up</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t>"
         "</w:r></w:rubyBase></w:ruby>", "base"),
    ],
)  # fmt: skip
def test_special_characters_are_what_they_show(markup: str, shown: str) -> None:
    """Tabs, hyphens and symbols are characters."""
    assert read_lines(par("x", f"<w:r>{markup}</w:r>", "y")) == [f"x{shown}y"]


@pytest.mark.parametrize(
    "wrap",
    [
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr>"
        "<w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:ins w:id='4'>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        "<w:customXml><w:customXmlPr/>{}</w:customXml>",
        "<w:fldSimple w:instr='REF x'>{}</w:fldSimple>",
        "<mc:AlternateContent><mc:Choice Requires='x'>{0}</mc:Choice>"
        "<mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>",
    ],
)
def test_what_only_wraps_text_shows_it_once(wrap: str) -> None:
    """Links, controls, tags, insertions, fields."""
    assert read_lines(par("a ", wrap.format(run("b", "<w:i/>")), " c")) == ["a b c"]


def field(*parts: str) -> str:
    """Make a field of an instruction and results."""
    turn = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    told, *results = parts
    return (
        turn.format("begin")
        + f"<w:r><w:instrText>{told}</w:instrText></w:r>"
        + turn.format("separate")
        + "".join(results)
        + turn.format("end")
    )


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    """Also where one field is part of another's instruction."""
    inner = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + field("X", run("no"))
        + (
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("yes")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
    )
    assert read_lines(par("a ", field("DATE", run("7 May")), " b")) == ["a 7 May b"]
    assert read_lines(par("a ", inner)) == ["a yes"]


def test_a_field_that_never_ends_hides_nothing() -> None:
    """Its beginning is passed over."""
    body = par('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "bees") + par("elms")
    assert read_lines(body) == ["bees", "elms"]


def test_changes_are_read_as_accepted() -> None:
    """Inserted and moved text is there; deleted and moved-away text is not."""
    body = par(
        "The ",
        f"<w:del><w:r><w:delText>old</w:delText></w:r>{run('x')}</w:del>",
        f"<w:ins>{run('new')}<w:del>{run('y')}</w:del></w:ins>",
        f"<w:moveFrom>{run(' away')}</w:moveFrom>",
        " bees",
    )
    assert read_lines(body) == ["The new bees"]


DELETED = "<w:rPr><w:del w:id='1'/></w:rPr>"


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    """What is deleted altogether leaves nothing behind."""
    gone = f"<w:del>{run('gone')}</w:del>"
    body = (
        par("the bees ", properties=DELETED)
        + par(gone, properties=DELETED)
        + par("and elms")
        + par("last", properties=DELETED)
    )
    assert read_lines(body) == ["the bees and elms", "last"]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    """Word keeps it in a paragraph of its own."""
    drop = par("B", properties='<w:framePr w:dropCap="drop"/>')
    assert read_lines(drop + par("ees")) == ["Bees"]


def test_deleted_rows_are_gone_and_inserted_ones_stay() -> None:
    """A cell is a block."""
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = (
        row.format("", par("a"), par("b"))
        + row.format("<w:del w:id='1'/>", par("c"), par("d"))
        + row.format("<w:ins w:id='2'/>", par("e"), par("f"))
    )
    body = par("x" * 300) + f"<w:tbl>{table}</w:tbl>"
    source = read(docx(body), "a.docx")
    assert lines(source)[1:] == ["a", "b", "e", "f"]
    assert {str(each.style) for each in source.blocks[1:]} == {"table"}


def test_mathematics_are_read_as_their_characters() -> None:
    """A formula is the text of its parts."""
    formula = "<m:oMath><m:r><m:t>x=</m:t></m:r><m:r><m:t>2</m:t></m:r></m:oMath>"
    assert read_lines(par("where ", formula)) == ["where x=2"]
