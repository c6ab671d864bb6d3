"""What holds of Markdown whatever the text."""

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resolint.readers.errors import UnreadableError
from resolint.readers.markdown import from_markdown, read
from resolint.text import Source

MARKUP = st.sampled_from(
    [
        *("*", "**", "_", "`", "```", "~~~", "[", "]", "](a)", "[^1]", "[^1]:", "^1^"),
        *("<i>", "</i>", "<br>", "<!--", "-->", "&amp;", "&#10;", "&#0;", "\\", "¹"),
        *("\n", "\r\n", "\n\n", "  \n", "\t", "    ", "> ", "# ", "---\n", "==="),
        *(
            "1. ",
            "(a) ",
            "- ",
            "|",
            "|-|-|\n",
            "+--+--+\n",
            "-- --\n",
            "a: b\n",
            "\u00a0",
        ),
        *(
            "Noting",
            "bees",
            ",",
            "\u00a0",
            "\ufeff",
            "\ufdd0",
            "\u2028",
            "<sup>1</sup>",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(MARKUP, max_size=25).map("".join))


def hold(source: Source) -> None:
    """Assert what must hold of every source."""
    for piece in source.pieces:
        words = source.text[piece.at : piece.at + piece.length]
        assert words == source.raw[piece.raw : piece.raw + piece.length]
        assert 0 <= piece.raw <= len(source.raw)
    assert [p.at for p in source.pieces] == sorted(p.at for p in source.pieces)
    for block in source.blocks:
        words = source[block.span]
        assert words == words.strip() != ""
    for one, two in pairwise(source.blocks):
        assert one.span.end < two.span.start
    spans = [run.span for run in source.emphasis]
    assert spans == sorted(spans)
    for span in (*spans, *source.bold, *source.underline):
        assert any(span in block.span for block in source.blocks)
    for one_span, two_span in pairwise(spans):
        assert one_span.end < two_span.start
    assert list(source.calls) == sorted(source.calls)
    assert all(0 <= call.at <= len(source.text) for call in source.calls)
    assert all(span.end <= len(source.text) for span, _ in source.remarks)
    for at in range(len(source.text)):
        assert 0 <= source.origin(at) <= len(source.raw)


@given(TEXTS)
@example("---\na: |\n b\n---\n<!--c-->")
@example("|a|\n|-|\n|")
def test_any_text_is_read(raw: str) -> None:
    """Reading is total, and what it gives is in order."""
    hold(from_markdown(raw))


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """What is no text is refused in one line."""
    try:
        hold(read(data, "bees.md"))
    except UnreadableError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    "mark", ["*", "_", "[", "*a _b ", "`a ``", "<!--", "<a ", "> "]
)
def test_cost_is_linear(mark: str) -> None:
    """Twice the marks cost about twice the time."""
    times = []
    for size in (20_000, 80_000):
        start = time.process_time()
        from_markdown((mark * size)[:size])
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 0.2
