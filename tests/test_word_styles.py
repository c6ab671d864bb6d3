"""Italics, bold and underline as a Word file shows them."""

import pytest

from resolint.readers.word import read
from resolint.text import Source, Style
from test_word_package import docx, lines, par, run

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:u w:val="none"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
</w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:basedOn w:val="Normal"/>
  <w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Inner"><w:basedOn w:val="Quote"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Plain"><w:basedOn w:val="Quote"/>
  <w:rPr><w:i w:val="0"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Stress"><w:basedOn w:val="Emphasis"/>
  <w:rPr><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="Part"><w:pPr><w:outlineLvl w:val="2"/></w:pPr>
</w:style>
"""


def shown(*runs: str, style: str = "Normal", styles: str = STYLES) -> Source:
    """Read one paragraph."""
    named = f'<w:pStyle w:val="{style}"/>'
    return read(docx(par(*runs, properties=named), styles=styles), "a.docx")


def italics(source: Source) -> list[str]:
    """Return the runs in italics."""
    return [source[each.span] for each in source.emphasis]


@pytest.mark.parametrize(
    ("style", "properties", "seen"),
    [
        ("Normal", "", False),
        ("Normal", "<w:i/>", True),
        ("Normal", '<w:i w:val="false"/>', False),
        ("Normal", '<w:i w:val="off"/>', False),
        ("Normal", '<w:iCs/>', False),
        ("Normal", '<w:rStyle w:val="Emphasis"/>', True),
        ("Normal", '<w:rStyle w:val="Stress"/>', True),
        ("Quote", "", True),
        ("Inner", "", True),
        ("Plain", "", False),
        ("Quote", '<w:rStyle w:val="Emphasis"/>', False),
        ("Plain", '<w:rStyle w:val="Emphasis"/>', True),
        ("Quote", '<w:rStyle w:val="Emphasis"/><w:i/>', True),
        ("Quote", '<w:i w:val="0"/>', False),
        ("Quote", "<w:rPrChange><w:rPr><w:i w:val='0'/></w:rPr></w:rPrChange>", True),
        ("A", "", False),
        ("Unknown", "", False),
    ],
)  # fmt: skip
def test_italics_come_from_run_and_styles(
    style: str, properties: str, seen: bool
) -> None:
    """A toggle set by two kinds of style is off; the run has the last word."""
    source = shown(run("Bearing in mind", properties), style=style)
    assert italics(source) == (["Bearing in mind"] if seen else [])


def test_italic_defaults_hold_whatever_the_styles_toggle() -> None:
    """What the defaults switch on, styles do not switch off."""
    styles = STYLES.replace('<w:u w:val="none"/>', "<w:i/>")
    assert italics(shown("Bearing in mind", style="Quote", styles=styles))
    assert not italics(shown(run("Bees", '<w:i w:val="0"/>'), styles=styles))


def test_bold_and_underline_are_seen_as_well() -> None:
    """Underline is no toggle: the nearest that speaks decides."""
    source = shown(
        run("Urges", "<w:b/>"),
        run(" all", '<w:u w:val="single"/>'),
        run(" keepers", '<w:rStyle w:val="Stress"/><w:u w:val="none"/>'),
        run(" of bees", '<w:rStyle w:val="Stress"/>'),
    )
    assert [source[each] for each in source.bold] == ["Urges"]
    assert [source[each] for each in source.underline] == ["all", "of bees"]


def test_italic_runs_that_adjoin_are_one() -> None:
    """Runs merge over the white space between them, and end without any."""
    source = shown(
        run("Noting ", "<w:i/>"),
        " ",
        run("with", "<w:i/>"),
        run(" concern ", "<w:i/><w:b/>"),
        "the tide",
    )
    assert italics(source) == ["Noting  with concern"]


@pytest.mark.parametrize(("style", "depth"), [("H2", 2), ("Sub", 2), ("Part", 3)])
def test_headings_are_told_by_style_or_outline(style: str, depth: int) -> None:
    """A heading has the depth of its style."""
    (block,) = shown("Tides", style=style).blocks
    assert (block.style, block.depth) == (Style.HEADING, depth)


def test_hidden_text_is_not_read() -> None:
    """Text is hidden by the run, by a style, or with a whole paragraph."""
    hide = "<w:vanish/>"
    body = par(run("job", hide), properties=f"<w:rPr>{hide}</w:rPr>")
    body += par(run("04-12345", hide), "Bees", run(" x", '<w:vanish w:val="1"/>'))
    assert lines(read(docx(body), "a.docx")) == ["Bees"]
