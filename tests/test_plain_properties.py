"""What holds of any text."""

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.readers.plain import from_text

LINES = st.sampled_from(
    [
        "",
        " ",
        "[DU1]",
        "United NationsA/RES/9/9General AssemblyDistr.: General",
        "3 May 2031Ninth sessionAgenda item 4 (a)Lamps",
        "United Nations",
        "A/C.9/99/L.4",
        "31-17751 (E)    101131",
        "*3117751*",
        "31-17751",
        "2/5",
        "3",
        "__________________",
        "----",
        "The Council,",
        "Noting the lamps1 of 5 May 20202 and wicks,3",
        "lamps, 4  which burn",
        "1.",
        "(a)",
        "1. Decides;[1]",
        "1 Ibid.",
        "2 Ibid.",
        "3  Ibid.",
        "[1] Ibid.",
        "¹ Ibid.",
        "* Any change.",
        "Chad:* draft",
        "4th meeting",
        "3 May 2031",
        "\f",
        "well-",
        "known lamps",
    ]
)
TEXTS = st.one_of(
    st.text(),
    st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=40).map("\n".join),
    st.lists(LINES, max_size=60).map("\n".join),
)


@given(TEXTS)
def test_each_piece_stands_unchanged_in_the_file(text: str) -> None:
    """And they come in the order of the text."""
    source = from_text(text, "any.txt")
    at = 0
    for piece in source.pieces:
        assert piece.at >= at
        at = piece.at + piece.length
        assert source.text[piece.at : at] == source.raw[piece.raw :][: piece.length]


@given(TEXTS)
def test_blocks_are_lines_without_white_space_around_them(text: str) -> None:
    """Calls stand inside the text, in order."""
    source = from_text(text, "any.txt")
    for block in source.blocks:
        words = source[block.span]
        assert words == words.strip()
        assert words
        assert "\n" not in words
    assert list(source.calls) == sorted(source.calls)
    assert all(0 <= call.at <= len(source.text) for call in source.calls)


@given(TEXTS)
def test_nothing_is_made_up(text: str) -> None:
    """What the reader writes itself is white space."""
    source = from_text(text, "any.txt")
    copied = {
        at for piece in source.pieces for at in range(piece.at, piece.at + piece.length)
    }
    written = [char for at, char in enumerate(source.text) if at not in copied]
    assert "".join(written).strip() == ""


@given(st.lists(st.text("abcXYZ.,;:()“” \n\t\u00a0é"), max_size=30).map("\n".join))
def test_nothing_is_lost_of_a_text_without_furniture_and_numbers(text: str) -> None:
    """But white space."""
    source = from_text(text, "any.txt")
    assert Counter("".join(source.text.split())) == Counter("".join(text.split()))


@pytest.mark.parametrize(
    "text",
    [
        "[DU1]\n" + "Noting the lamps1 of 5 May 20202,\n" * 8000 + "1 A.\n2 B.\n",
        "a1,2 " * 40000 + "\n\n----\n1 A.\n2 B.\n",
        "*3117751*\n"
        + "the lamps of the quays\n" * 10000
        + "\n__________\n1 A.\n2/3\n",
        "(a)\n" * 40000,
        "United NationsA/" + "a/" * 200000,
        "United NationsA/RES/1Agenda item 3" + "aaaaB" * 60000,
        "_" * 300000,
        " " * 300000 + "x",
        "1" * 300000,
        "<<ODS " * 50000,
    ],
)
def test_long_texts_do_not_take_long(text: str) -> None:
    """The cost grows as the length."""
    begun = time.perf_counter()
    from_text(text, "long.txt")
    assert time.perf_counter() - begun < 10
