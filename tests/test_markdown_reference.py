"""The reader held against markdown-it, where both mean the same.

Compared are the words of paragraphs and headings, and which of them are in italics or
bold. Not compared is what CommonMark has otherwise: notes, tables, code, front matter,
HTML, indentation (there code, here text), superscripts, the numbers of lists (there
markup, here text), and asterisks that our reader takes for marks though CommonMark
leaves them (``crime*,* while``, see `relax`).
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from resolint.readers.markdown import from_markdown
from resolint.text import Source, Span

SHARED = Path(
    os.environ.get("RESOLINT_SHARED", Path(__file__).parents[1].parent / "shared")
)
REFERENCE = MarkdownIt("commonmark")
NUMBER = re.compile(r"[0-9]{1,3}[.)]\s+|[-+*]\s+")
CALL = re.compile(r"\[\^[^\]\s]+\]")

Shown = list[tuple[str, bool, bool]]
"""Each code point that is not white space, whether in italics, whether in bold."""


def reference(raw: str) -> Iterator[Shown]:
    """Yield what markdown-it shows of each paragraph and heading."""
    for token in REFERENCE.parse(raw):
        if token.type == "inline":
            yield from split(token.children or [])


def split(tokens: list[Token]) -> Iterator[Shown]:
    """Yield the lines of a paragraph, as hard breaks part them."""
    shown: list[list[tuple[str, bool, bool]]] = [[]]
    italic = bold = 0
    for token in tokens:
        match token.type:
            case "em_open" | "em_close":
                italic += token.nesting
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "hardbreak":
                shown.append([])
            case "softbreak":
                shown[-1].append((" ", False, False))
            case _:
                shown[-1] += ((c, italic > 0, bold > 0) for c in token.content)
    for number, line in enumerate(shown[1:], 1):
        words = "".join(char for char, _, _ in line).lstrip()
        if words[:1].islower():
            line[:0] = shown[number - 1]
            shown[number - 1] = []
    yield from (black(line) for line in shown if black(line))


def black(shown: Shown) -> Shown:
    """Return what is not white space."""
    return [one for one in shown if not one[0].isspace()]


def ours(source: Source) -> Iterator[Shown]:
    """Yield what our reader shows of each block, without the numbers of lists."""
    for block in source.blocks:
        start, end = block.span.start, block.span.end
        if match := NUMBER.match(source.text, start, end):
            start = match.end()
        yield black(
            [
                (
                    source.text[at],
                    source.is_italic(at),
                    any(Span(at, at + 1) in bold for bold in source.bold),
                )
                for at in range(start, end)
            ]
        )


WORDS = st.sampled_from(
    [
        *("bees", "Noting", "(a)", "“f”", ",", ".", "é", r"\*", r"\_", "&amp;"),
        *("*", "**", "***", "_", "__", "[d](e)", "[*g*](h)", "[", "]", "\n"),
    ]
)
DRAFTS = st.lists(st.one_of(WORDS, st.just(" ")), min_size=1, max_size=14)


@given(DRAFTS)
def test_generated_emphasis_is_read_alike(words: list[str]) -> None:
    """The same asterisks and underscores are marks."""
    raw = "x" + re.sub(r"\n\s*", "\nx", "".join(words))
    expected = list(reference(raw))
    told = "".join(char for line in expected for char, _, _ in line)
    # After what markdown-it leaves of the asterisks, only these could be relaxed.
    if told.count("*") < 2:
        assert list(ours(from_markdown(raw))) == expected


@pytest.mark.skipif(not SHARED.is_dir(), reason="the published texts are not here")
def test_published_resolutions_are_read_alike() -> None:
    """The published resolutions have the same words, italics and bold."""
    for path in sorted(SHARED.glob("corpus/*/*.md"))[::9]:
        raw = re.sub(r"(?m)^\[\^[^\]]+\]:.*\n?", "", path.read_text("utf-8"))
        expected = [line for line in reference(CALL.sub("", raw)) if line]
        found = [line for line in ours(from_markdown(CALL.sub("", raw))) if line]
        assert len(found) == len(expected), path.name
        for one, other in zip(found, expected, strict=True):
            if "*" not in (char for char, _, _ in other):
                assert one == other, path.name
