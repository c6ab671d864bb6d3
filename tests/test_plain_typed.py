"""Text typed by hand."""

import textwrap

import pytest

from resolint.readers.plain import from_text
from resolint.text import Shows, Source, Style

PARAGRAPHS = [
    "The Council of Harbours,",
    "Recalling its resolution 3/4 of 5 May 2011, in which it encouraged all States to"
    " keep the lamps of their lighthouses clean and bright at all times,",
    "1. Decides to paint all lighthouses white, subject to the means that it has and"
    " to the paint that there is in the stores;",
    "2. Requests the Secretariat:",
    "(a) To buy paint of a good quality and to have it stored in a dry place until the"
    " spring has come;",
    "(b) To report thereon.",
    "4th plenary meeting",
    "3 June 2012",
]


def texts(source: Source, style: Style = Style.BODY) -> list[str]:
    """Return the blocks of one style."""
    return [source[block.span] for block in source.blocks if block.style is style]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n", "\n\n\n  \n"])
@pytest.mark.parametrize("indent", ["", "\t", "    "])
def test_a_paragraph_a_line(between: str, indent: str) -> None:
    """With blank lines between them or without; what stands before them is dropped."""
    text = between.join(indent + paragraph for paragraph in PARAGRAPHS)
    assert texts(from_text(text, "typed.txt")) == PARAGRAPHS


@pytest.mark.parametrize("width", [60, 72, 80])
def test_paragraphs_broken_by_an_editor_are_joined(width: int) -> None:
    """Closing lines stay apart though no blank line stands between them."""
    broken = [textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS[:-2]]
    text = "\n\n".join([*broken, "\n".join(PARAGRAPHS[-2:])])
    assert texts(from_text(text, "typed.txt")) == PARAGRAPHS


@pytest.mark.parametrize(
    ("call", "note"),
    [("[{}]", "[{}] "), ("{}", "{} "), ("{}", "{}. "), ("[{}]", "{}. ")],
)
@pytest.mark.parametrize("between", ["\n", "\n\n----\n\n", "\n\nNotes\n\n"])
def test_notes_are_told_from_the_text(call: str, note: str, between: str) -> None:
    """However they are numbered."""
    first, second = call.format(1), call.format(2)
    text = (
        f"The Council,\n\nNoting the lamps,{first} which burn,\n\n1. Acts.{second}\n\n"
        f"4th meeting{between}{note.format(1)}Ibid.\n{note.format(2)}Resolution 4/5.\n"
    )
    source = from_text(text, "typed.txt")
    assert texts(source, Style.NOTE) == ["Ibid.", "Resolution 4/5."]
    assert texts(source) == [
        "The Council,",
        "Noting the lamps, which burn,",
        "1. Acts.",
        "4th meeting",
    ]
    assert [call.label for call in source.calls] == ["1", "2"]
    assert source.shows == {Shows.NOTES}


def test_superscript_numbers_call_notes() -> None:
    """Units of measure do not."""
    text = "Noting 4 km² of lamps,¹ and wicks,²\n\n1. Acts.\n\n¹ Ibid.\n² Lamps.\n"
    source = from_text(text, "typed.txt")
    assert texts(source) == ["Noting 4 km² of lamps, and wicks,", "1. Acts."]
    assert texts(source, Style.NOTE) == ["Ibid.", "Lamps."]


def test_numbers_that_no_note_has_stay() -> None:
    """Without notes nothing is taken out, and the source says that it knows none."""
    text = "Noting B12, 1993,2 and lamps[1] of x²,\n\n1. Acts.\n\n2. Rests."
    source = from_text(text, "typed.txt")
    assert texts(source) == text.split("\n\n")
    assert source.calls == ()
    assert source.shows == frozenset()


def test_a_note_number_with_a_comma_and_another() -> None:
    """Several notes at one place leave no comma behind."""
    text = "Noting the lamps1, 2 and wicks,\n\n1. Acts.\n\n----\n1 Ibid.\n2 Lamps.\n"
    source = from_text(text, "typed.txt")
    assert texts(source)[0] == "Noting the lamps and wicks,"
    assert [call.label for call in source.calls] == ["1", "2"]


def test_a_note_called_again_keeps_its_first_place() -> None:
    """The second number stays in the text."""
    text = "Noting lamps,1 wicks,2 and oil,\n\n1. Acts on lamps.1\n\n1 Ibid.\n2 So.\n"
    source = from_text(text, "typed.txt")
    assert texts(source) == ["Noting lamps, wicks, and oil,", "1. Acts on lamps.1"]


def test_no_text_gives_no_block() -> None:
    """An empty file is a source all the same."""
    assert from_text("", "typed.txt").blocks == ()
    assert from_text(" \n\t\n", "typed.txt").blocks == ()


def test_a_line_that_goes_on_with_a_capital() -> None:
    """A paragraph is one, though its only break stands before a name."""
    source = from_text(
        "The General Assembly,\n\nRecalling the work of keepers in all Member\n"
        "States, and their lamps,\n\n1. Requests keepers to trim their lamps.\n",
        "draft.txt",
    )
    assert len(source.blocks) == 3
