"""Bytes become text, or are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.readers.errors import UnreadableError
from resolint.readers.plain import decoded, read

WORDS = "The Council of Lamps,\r\nNoting “the wick” – and its oil,\r\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    """With a byte order mark or without one."""
    assert decoded(WORDS.encode(encoding)) == WORDS


def test_utf16_big_endian_with_a_mark() -> None:
    """The mark does not stay in the text."""
    assert decoded(b"\xfe\xff" + WORDS.encode("utf-16-be")) == WORDS


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"PK\x03\x04\x14\0\x06\0",
        b"The Council\0of Lamps",
        bytes(range(1, 32)) * 4,
        b"\xff\xfeT\0h",
        b"\xef\xbb\xbf\xff\xff",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """With one line that says so."""
    with pytest.raises(UnreadableError) as caught:
        decoded(data)
    assert "\n" not in str(caught.value)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Nothing else is raised."""
    try:
        source = read(data, "any.txt")
    except UnreadableError:
        return
    assert source.raw == decoded(data)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_right_whichever_line_ends_a_file_has(end: str) -> None:
    """Old Macintosh files too."""
    text = end.join(["The Council of Lamps,", "", "\tNoting the oil,", "", "1. Acts."])
    source = read(text.encode(), "lamps.txt")
    assert [source.place(block.span.start) for block in source.blocks] == [
        (1, 1),
        (3, 2),
        (5, 1),
    ]
