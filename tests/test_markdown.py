"""Markdown: what each piece of markup gives."""

import pytest

from resolint.readers.markdown import from_markdown, read
from resolint.text import Block, Source, Style


def texts(source: Source, *styles: Style) -> list[str]:
    """Return the text of each block, or of the blocks of some styles."""
    return [
        source[block.span]
        for block in source.blocks
        if not styles or block.style in styles
    ]


def italics(source: Source) -> list[str]:
    """Return each run in italics."""
    return [source[run.span] for run in source.emphasis]


def block(source: Source, words: str) -> Block:
    """Return the block that has some words."""
    return next(b for b in source.blocks if words in source[b.span])


@pytest.mark.parametrize(
    ("raw", "text", "runs"),
    [
        ("*Noting* bees,", "Noting bees,", ["Noting"]),
        ("_Noting_ bees,", "Noting bees,", ["Noting"]),
        ("***Noting*** bees,", "Noting bees,", ["Noting"]),
        (
            "*Noting **with** care* bees,",
            "Noting with care bees,",
            ["Noting with care"],
        ),
        ("a *b*_c_ d", "a bc d", ["bc"]),
        ("2 * 3 * 4", "2 * 3 * 4", []),
        (r"\*Noting\* \[bees\]", "*Noting* [bees]", []),
        ("A_RES_59", "A_RES_59", []),
        ("<i>Noting</i> <u>bees</u>", "Noting bees", ["Noting"]),
        ("<i>Noting bees", "Noting bees", []),
        ("the matter*.*", "the matter.", ["."]),
        ("Norway*, Peru*", "Norway*, Peru*", []),
        ("*Noting\nbees* again", "Noting bees again", ["Noting bees"]),
        ("[the *report*](http://un.example/x_y_z)", "the report", ["report"]),
        ("*a [b* c](x)", "*a b* c", []),
        ("`*a*` b", "*a* b", []),
        ("&lt;a&gt; &amp; b&nbsp;c", "<a> & b\u00a0c", []),
        ("46^th^ session", "46th session", []),
        ("![seal](seal.png) text", "seal text", []),
    ],
)
def test_inline_markup(raw: str, text: str, runs: list[str]) -> None:
    """Marks go, words stay, and runs of emphasis are known."""
    source = from_markdown(raw)
    assert texts(source) == [text]
    assert italics(source) == runs


def test_bold_and_underline_are_no_italics() -> None:
    """Bold and underline have spans of their own."""
    source = from_markdown("**59/3.** <u>Bees</u>")
    assert [source[span] for span in source.bold] == ["59/3."]
    assert [source[span] for span in source.underline] == ["Bees"]
    assert not source.emphasis


def test_marks_of_emphasis_are_known_in_the_file() -> None:
    """Emphasis says where its marks stand."""
    (run,) = from_markdown("1. *Decides* it").emphasis
    assert (run.opening, run.closing) == ((3, 4), (11, 12))


def test_notes_are_called_and_come_last() -> None:
    """References become calls; notes stand at the end as they are called."""
    source = from_markdown(
        "*Noting* bees,[^2] wasps[^1]\n\n[^1]: On\nwasps.\n[^2]: *On* bees.\n\n"
        "    More.\n\nLast."
    )
    assert texts(source, Style.NOTE) == ["On bees. More.", "On wasps."]
    assert [b.label for b in source.blocks if b.style is Style.NOTE] == ["2", "1"]
    assert texts(source, Style.BODY) == ["Noting bees, wasps", "Last."]
    assert [(call.label, source.text[: call.at]) for call in source.calls] == [
        ("2", "Noting bees,"),
        ("1", "Noting bees, wasps"),
    ]


@pytest.mark.parametrize("mark", ["¹", "^1^", "<sup>1</sup>"])
def test_a_superscript_calls_the_note_it_begins(mark: str) -> None:
    """A figure in superscript is a reference where such a note stands."""
    source = from_markdown(f"Bees{mark} and 3 m² of it\n\n{mark} On bees.")
    assert texts(source) == ["Bees and 3 m² of it", "On bees."]
    assert [call.label for call in source.calls] == ["1"]


def test_a_superscript_without_a_note_is_text() -> None:
    """Nothing is called where nothing is to be called."""
    source = from_markdown("Bees<sup>1</sup> and m²")
    assert texts(source) == ["Bees1 and m²"]
    assert not source.calls


def test_text_put_in_lands_between_emphasis_and_reference() -> None:
    """A comma after an opening goes behind its mark, and before the reference."""
    source = from_markdown("*Recalling*[^1] its")
    at = source.emphasis[0].span.end
    assert source.origins(type(source.emphasis[0].span)(at, at)) == (11, 11)


def test_headings() -> None:
    """Number signs and underlines make headings of a depth."""
    source = from_markdown("## Bees ##\nText\n\nWasps\n-----\n\n#no")
    assert [(source[b.span], b.style, b.depth) for b in source.blocks] == [
        ("Bees", Style.HEADING, 2),
        ("Text", Style.BODY, 0),
        ("Wasps", Style.HEADING, 2),
        ("#no", Style.BODY, 0),
    ]


def test_numbers_stay_as_typed() -> None:
    """Numbers, letters and bullets stand at the start of their block."""
    source = from_markdown(
        "1.  *Decides* to:\n   (a) Act;\n       i. Soon;\n   (b) Report;\n"
        "2\\. *Urges* all.\n- One\n- Two\n"
    )
    assert [(source[b.span], b.depth) for b in source.blocks] == [
        ("1.  Decides to:", 1),
        ("(a) Act;", 2),
        ("i. Soon;", 3),
        ("(b) Report;", 2),
        ("2. Urges all.", 0),
        ("- One", 1),
        ("- Two", 1),
    ]


def test_a_broken_line_is_not_an_item() -> None:
    """A letter or a year at the start of a broken line begins nothing."""
    source = from_markdown(
        "in paragraphs 2 (a),\n(b) and (c) of its resolution of\n2005. It"
    )
    assert texts(source) == [
        "in paragraphs 2 (a), (b) and (c) of its resolution of 2005. It"
    ]


def test_indentation_is_not_code_and_quotations_are_text() -> None:
    """Tabs before a paragraph and marks of quotation go."""
    source = from_markdown("\t*Noting* bees,\n\n> quoted\nlazily\n> on\n\n        deep")
    assert texts(source) == ["Noting bees,", "quoted lazily on", "deep"]


def test_code_is_text_as_it_stands() -> None:
    """In a fence each line is a block, and no mark a mark."""
    source = from_markdown("```\n*a*\n\n[^1]: b\n```\nc")
    assert texts(source) == ["*a*", "[^1]: b", "c"]


@pytest.mark.parametrize("end", ["  \n", "\\\n", "<br>", "<br/>\n"])
def test_a_hard_break_ends_a_block(end: str) -> None:
    """What follows is a block of its own, unless it goes on in lower case."""
    source = from_markdown(f"3rd meeting{end}4 May 2031")
    assert texts(source) == ["3rd meeting", "4 May 2031"]
    assert texts(from_markdown(f"the{end}bees")) == ["the bees"]


def test_tables_give_cells() -> None:
    """Pipe, simple and grid tables are cells, row by row."""
    pipes = from_markdown("| A | *B* |\n|---|:-:|\n| 1\\|2 | |\nend")
    assert texts(pipes, Style.TABLE) == ["A", "B", "1|2", "end"]
    simple = from_markdown(
        "Bees    Hives\n----- -------\n12        3\nthree   4\n\nText"
    )
    assert texts(simple, Style.TABLE) == ["Bees", "Hives", "12", "3", "three", "4"]
    assert texts(simple, Style.BODY) == ["Text"]
    grid = from_markdown(
        "+---+----+\n| a | b  |\n|   | c  |\n+===+====+\n| d | e  |\n+---+----+"
    )
    assert texts(grid, Style.TABLE) == ["a", "b c", "d", "e"]


def test_comments_are_remarks_on_the_block_they_precede() -> None:
    """A comment is no text; it belongs to its block or to the next."""
    source = from_markdown(
        "<!-- one\ntwo -->\n\nBees,\n<!-- three -->\nwasps <!-- four -->, ants\n\n"
        "<!--five-->"
    )
    assert texts(source) == ["Bees,", "wasps , ants"]
    assert [(source[span], said) for span, said in source.remarks] == [
        ("Bees,", "one\ntwo"),
        ("wasps , ants", "three"),
        ("wasps , ants", "four"),
        ("", "five"),
    ]


def test_a_comment_without_end_is_text() -> None:
    """Nothing is lost for want of a closing mark."""
    assert texts(from_markdown("a <!-- b")) == ["a <!-- b"]


FRONT = """---
symbol: A/C.9/31/L.4   # draft
Agenda item: "7 (b)"
title: 'Bees'' honey'
sponsors: [Atlantis, "Erewhon, Isle of"]
committee:
  - Ninth Committee
summary: >
  folded
  words
date:
---
*The General Assembly*,
"""


def test_front_matter_is_the_masthead() -> None:
    """Keys are labels; values are blocks, each at its place in the file."""
    source = from_markdown(FRONT)
    fields = [(b.label, source[b.span]) for b in source.blocks if b.label]
    assert fields == [
        ("symbol", "A/C.9/31/L.4"),
        ("agenda_item", "7 (b)"),
        ("title", "Bees' honey"),
        ("sponsors", "Atlantis"),
        ("sponsors", "Erewhon, Isle of"),
        ("committee", "Ninth Committee"),
        ("summary", "folded words"),
    ]
    assert source.place(block(source, "Erewhon").span.start) == (5, 23)
    assert texts(source, Style.BODY) == ["The General Assembly,"]


@pytest.mark.parametrize(
    "head",
    ["---\nsymbol: x\n", "---\nno key\n---\n", '---\na: "b\n---\n', "---\n- a\n---\n"],
)
def test_what_is_no_front_matter_stays_text(head: str) -> None:
    """Malformed front matter is never an error."""
    source = from_markdown(head + "Text")
    assert not texts(source, Style.MASTHEAD)
    assert "Text" in source.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    """UTF-8, UTF-16 and Windows-1252 are read."""
    source = read("*Noting* “bees” –\r\nand wasps".encode(encoding), "bees.md")
    assert texts(source) == ["Noting “bees” – and wasps"]
    assert source.format == "markdown"


def test_an_empty_file_has_no_blocks() -> None:
    """Nothing in, nothing out."""
    for raw in ("", "\n\n", "---\n---\n", "#", "**", "<!-- -->"):
        assert all(texts(from_markdown(raw)))
