"""Automatic numbers of Word files, written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.readers.word import read
from resolint.readers.word.formats import printed
from test_word_package import docx, lines, par


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """Define a level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *inner: str) -> str:
    """Define a list."""
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(inner)}</w:abstractNum>'


def num(name: int, base: int, inner: str = "") -> str:
    """Name a list."""
    inner = f'<w:abstractNumId w:val="{base}"/>{inner}'
    return f'<w:num w:numId="{name}">{inner}</w:num>'


def item(words: str, name: int | None, at: int | None = None, style: str = "") -> str:
    """Make a paragraph of a list."""
    of = "" if name is None else f'<w:numId w:val="{name}"/>'
    depth = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    told = f"<w:numPr>{depth}{of}</w:numPr>" if of or depth else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return par(words, properties=named + told)


RESOLUTION = abstract(
    0,
    level(0, "decimal", "%1."),
    level(1, "lowerLetter", "(%2)"),
    level(2, "lowerRoman", "(%3)"),
)


def read_lines(body: str, numbering: str, styles: str = "") -> list[str]:
    """Read a file and return its lines."""
    return lines(read(docx(body, numbering=numbering, styles=styles), "a.docx"))


def test_levels_count_and_begin_anew_under_the_next_higher() -> None:
    """A deeper level restarts; an unnumbered paragraph between changes nothing."""
    body = (
        item("Urges", 1, 0)
        + item("to plant", 1, 1)
        + item("elms", 1, 2)
        + item("to water", 1, 1)
        + par("between")
        + item("Decides", 1, 0)
        + item("to rest", 1, 1)
    )
    source = read(docx(body, numbering=RESOLUTION + num(1, 0)), "a.docx")
    assert lines(source) == [
        "1.\tUrges",
        "(a)\tto plant",
        "(i)\telms",
        "(b)\tto water",
        "between",
        "2.\tDecides",
        "(a)\tto rest",
    ]
    assert [each.depth for each in source.blocks] == [1, 2, 3, 2, 0, 1, 2]


def test_two_lists_of_one_definition_go_on_counting() -> None:
    """Unless the second says where it begins."""
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    defined = RESOLUTION + num(1, 0) + num(2, 0) + num(3, 0, start)
    body = "".join(item("Bees", name, 0) for name in (1, 2, 3, 3, 1))
    assert read_lines(body, defined) == [f"{n}.\tBees" for n in (1, 2, 5, 6, 7)]


def test_a_list_may_replace_a_level() -> None:
    """An override with a level of its own prints as that level says."""
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    assert read_lines(item("Bees", 1), RESOLUTION + num(1, 0, other)) == ["I)\tBees"]


@pytest.mark.parametrize(("restart", "last"), [("", "(a)"), ("0", "(c)"), ("1", "(a)")])
def test_a_level_restarts_when_it_is_told_to(restart: str, last: str) -> None:
    """Never, after the level named, or after any higher one."""
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    base = abstract(
        0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", more)
    )
    body = "".join(item("x", 1, at) for at in (0, 1, 1, 0, 1))
    assert read_lines(body, base + num(1, 0))[-1] == f"{last}\tx"


def test_numbers_of_higher_levels_are_printed_as_the_text_says() -> None:
    """Legal numbering prints them all in figures."""
    for more, first in (("", "II.1"), ("<w:isLgl/>", "2.1")):
        base = abstract(
            0,
            level(0, "upperRoman", "%1", start=2),
            level(1, "decimal", "%1.%2", more),
        )
        body = item("Bees", 1, 0) + item("Hives", 1, 1)
        assert read_lines(body, base + num(1, 0)) == ["II\tBees", f"{first}\tHives"]


@pytest.mark.parametrize(
    ("suffix", "line"),
    [("tab", "1.\tBees"), ("space", "1. Bees"), ("nothing", "1.Bees")],
)
def test_the_number_is_followed_by_what_the_list_says(suffix: str, line: str) -> None:
    """A tab, a space or nothing."""
    more = f'<w:suff w:val="{suffix}"/>'
    base = abstract(0, level(0, "decimal", "%1.", more))
    assert read_lines(item("Bees", 1), base + num(1, 0)) == [line]


def test_bullets_are_written_and_blank_ones_are_not() -> None:
    """A bullet of a symbol font is a bullet; one that is a space is nothing."""
    base = abstract(
        0, *(level(at, "bullet", text) for at, text in enumerate("\uf0b7– "))
    )
    body = "".join(item("Bees", 1, at) for at in range(3)) + item("", 1, 0)
    assert read_lines(body, base + num(1, 0)) == ["•\tBees", "–\tBees", "Bees"]


def test_a_numbered_paragraph_without_words_shows_its_number() -> None:
    """A person sees it, and it counts."""
    body = item("Bees", 1) + item("", 1) + item("Hives", 1)
    assert read_lines(body, RESOLUTION + num(1, 0)) == ["1.\tBees", "2.", "3.\tHives"]


STYLES = """
<w:style w:type="paragraph" w:styleId="Op">
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Op"/></w:style>
<w:style w:type="paragraph" w:styleId="Op2"><w:basedOn w:val="Op"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="numbering" w:styleId="List">
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""


def test_a_paragraph_style_puts_its_paragraphs_into_a_list() -> None:
    """The level is told by the style, or by the level that names the style."""
    base = abstract(
        0,
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Sub"/>'),
    )
    body = (
        item("Urges", None, style="Op")
        + item("to sow", None, style="Sub")
        + item("to reap", None, style="Op2")
        + item("plain", 0, style="Op")
        + item("Decides", None, style="Op")
    )
    assert read_lines(body, base + num(1, 0), STYLES) == [
        "1.\tUrges",
        "(a)\tto sow",
        "(b)\tto reap",
        "plain",
        "2.\tDecides",
    ]


def test_a_list_may_take_its_definition_from_a_list_style() -> None:
    """The link leads to the definition that the style has."""
    base = (
        abstract(0, '<w:styleLink w:val="List"/>', level(0, "decimal", "%1."))
        + abstract(1, '<w:numStyleLink w:val="List"/>')
        + num(1, 0)
        + num(2, 1)
    )
    assert read_lines(item("Bees", 2), base, STYLES) == ["1.\tBees"]


@pytest.mark.parametrize(
    ("form", "number", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 26, "Z"),
        ("ordinal", 112, "112th"),
        ("ordinal", 23, "23rd"),
        ("cardinalText", 42, "Forty-two"),
        ("ordinalText", 20, "Twentieth"),
        ("ordinalText", 31, "Thirty-first"),
        ("chicago", 6, "††"),
        ("none", 4, ""),
        ("numberInDash", 4, "- 4 -"),
        ("decimalEnclosedCircle", 3, "③"),
        ("unheardOf", 4, "4"),
    ],
)
def test_numbers_are_printed_in_their_format(
    form: str, number: int, shown: str
) -> None:
    """As Word prints them."""
    assert printed(number, form) == shown


@given(
    st.integers(-(10**9), 10**9),
    st.sampled_from(["lowerLetter", "upperRoman", "chicago", "ordinalText", "hex"]),
)
def test_no_number_is_printed_at_length(number: int, form: str) -> None:
    """Whatever a file asks for, a number stays short."""
    assert len(printed(number, form)) < 250
