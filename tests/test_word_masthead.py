"""Mastheads of Word files: headers, text boxes, tables of layout."""

from resolint.readers.word import read
from resolint.text import Source, Style
from test_word_package import docx, lines, par, run
from test_word_text import field

TEXT = par("The General Assembly,") + par("Decides to keep bees.")


def masthead(source: Source) -> list[str]:
    """Return the lines known to belong to the masthead."""
    return [source[each.span] for each in source.blocks if each.style is Style.MASTHEAD]


def table(*rows: tuple[str, ...]) -> str:
    """Make a table of cells that hold paragraphs."""
    made = ("".join(f"<w:tc>{each}</w:tc>" for each in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in made)}</w:tbl>"


def box(inner: str) -> str:
    """Make a text box as Word does, in the new way and in the old."""
    new = f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
    old = f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"{new}</w:drawing></mc:Choice><mc:Fallback><w:pict>{old}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


LAYOUT = table(
    (
        par("United Nations"),
        par(run("A", '<w:sz w:val="40"/>'), run("/99/L.7", '<w:sz w:val="20"/>')),
    ),
    (
        par("General Assembly"),
        par(
            "Distr.: Limited",
            "<w:r><w:br/></w:r>",
            "7 May 2044",
            "<w:r><w:br/></w:r>",
            "Original: English",
        ),
    ),
)


def test_a_table_at_the_top_is_the_layout_of_the_masthead() -> None:
    """Each printed line is a block, and comes before the text."""
    source = read(docx(LAYOUT + TEXT), "a.docx")
    assert masthead(source) == [
        "United Nations",
        "A/99/L.7",
        "General Assembly",
        "Distr.: Limited",
        "7 May 2044",
        "Original: English",
    ]
    assert lines(source)[6] == "The General Assembly,"


def test_a_table_after_the_text_has_begun_is_a_table() -> None:
    """Its cells stay in their place."""
    source = read(docx(TEXT + LAYOUT), "a.docx")
    assert masthead(source) == []
    assert [str(each.style) for each in source.blocks][:3] == ["body", "body", "table"]


def test_a_text_box_at_the_top_is_read_once() -> None:
    """Although the file says it twice, for two generations of Word."""
    inner = par("A/99/L.7") + par("Seventh session\tAgenda item 4 (a)")
    source = read(docx(par(box(inner), "Draft resolution") + TEXT), "a.docx")
    assert masthead(source) == ["A/99/L.7", "Seventh session", "Agenda item 4 (a)"]
    assert lines(source)[3] == "Draft resolution"


def test_a_text_box_in_the_text_stays_there() -> None:
    """After the paragraph that it is anchored in."""
    body = TEXT + par("Annex", box(par("A figure"))) + par("End")
    source = read(docx(body), "a.docx")
    assert lines(source)[2:] == ["Annex", "A figure", "End"]


def section(*headers: tuple[str, str], title: bool = True) -> str:
    """Make the properties of a section."""
    made = (f'<w:headerReference w:type="{a}" r:id="{b}"/>' for a, b in headers)
    return f"<w:sectPr>{''.join(made)}{'<w:titlePg/>' if title else ''}</w:sectPr>"


FIRST = table((par("United Nations"), par("A/99/7")))
PAGE = field("PAGE", run("3"))
RUNNING = par("A/99/7") + par("Page ", PAGE, " of ", field("NUMPAGES", run("4")))


def test_headers_are_the_masthead_without_repetition() -> None:
    """The first page's comes first; running heads add what they alone say."""
    end = section(("default", "header1"), ("first", "header2"))
    source = read(
        docx(TEXT + end, header1=RUNNING + par("Bees"), header2=FIRST), "a.docx"
    )
    assert masthead(source) == ["United Nations", "A/99/7", "Bees"]


def test_headers_that_are_not_printed_are_not_read() -> None:
    """A first page or even pages of their own must be switched on."""
    end = section(("first", "header1"), ("even", "header2"), title=False)
    for settings, seen in (("", []), ("<w:evenAndOddHeaders/>", ["Even"])):
        data = docx(
            TEXT + end, settings=settings, header1=par("First"), header2=par("Even")
        )
        assert masthead(read(data, "a.docx")) == seen


def test_a_running_head_does_not_repeat_a_typed_masthead() -> None:
    """The symbol typed at the top is not said again by the header."""
    end = section(("default", "header1"), title=False)
    source = read(docx(par("A/99/7") + TEXT + end, header1=RUNNING), "a.docx")
    assert lines(source)[0] == "A/99/7"
    assert masthead(source) == []


def test_a_cover_page_is_masthead() -> None:
    """Word knows a cover page as such."""
    cover = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Cover Pages'/>"
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{par('Sponsors: Elmland')}"
        "</w:sdtContent></w:sdt>"
    )
    assert masthead(read(docx(cover + TEXT), "a.docx")) == ["Sponsors: Elmland"]
