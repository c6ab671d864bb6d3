"""Trees: their spans, their order, and where their words stand in the file."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting import Draft
from messes import mangled, messes
from renderings import WAYS, akn, dumped, markdown, typed
from resolint import Annex, Item, Masthead, Node, Paragraph, Passage, Resolution, parse
from resolint.readers.markdown import from_markdown
from resolint.readers.plain import from_text
from resolint.text import Source, Span
from strategies import drafts


def hold(document: Resolution) -> None:
    """Assert what holds of every tree."""
    text = document.source.text
    for node in document.walk():
        assert 0 <= node.span.start <= node.span.end <= len(text)
        children = list(node.children())
        assert [c.span for c in children] == sorted(c.span for c in children)
        for child in children:
            assert child.span in extent(node)
        if isinstance(node, Passage):
            assert node.content in node.span
            assert all(part.span in node.span for part in node.inline)
            assert all(
                node.span.start <= call.at <= node.span.end for call in node.calls
            )
        if isinstance(node, Paragraph) and node.opening:
            assert node.opening.span in node.content
        if isinstance(node, Item):
            assert node.marker.span.end <= node.content.start
            assert node.level == len(node.path)


def extent(node: Node) -> Span:
    """Return where the children of a node may stand: of a paragraph, items follow."""
    match node:
        case Paragraph(items=[], continuation=[]):
            return node.span
        case Paragraph():
            return Span(node.span.start, 1 << 60)
        case _:
            return node.span


@given(messes())
def test_trees_of_any_text(text: str) -> None:
    """Children stand in order, inside what they belong to."""
    hold(parse(from_markdown(text, "mess.md")))
    hold(parse(from_text(text, "mess.txt")))


@pytest.mark.parametrize("way", WAYS)
@given(draft=drafts())
def test_trees_of_drafts(way: str, draft: Draft) -> None:
    """The same, in each format."""
    hold(parse(WAYS[way](draft)))


@given(drafts())
def test_paragraphs_end_before_the_next_begins(draft: Draft) -> None:
    """Items included; and annexes and mastheads hold their lines."""
    document = parse(WAYS["markdown"](draft))
    for resolution in (document, *document.parts):
        rows = [*resolution.preamble, *resolution.operative]
        for left, right in pairwise(rows):
            assert all(node.span.end <= right.span.start for node in left.walk())
    for node in document.walk():
        if isinstance(node, Annex | Masthead):
            assert all(child.span in node.span for child in node.children())


@pytest.mark.parametrize("way", ["markdown", "typed", "wrapped", "dumped", "akn"])
@given(draft=drafts())
def test_each_character_is_at_its_origin(way: str, draft: Draft) -> None:
    """In the file, as far as the reader did not write it itself."""
    stand(WAYS[way](draft))


@given(drafts(), st.data())
def test_each_character_of_a_mangled_file_is_at_its_origin(
    draft: Draft, data: st.DataObject
) -> None:
    """Whatever happened to the file."""
    write = data.draw(st.sampled_from([markdown, typed, dumped, akn]))
    text = data.draw(mangled(write(draft)))
    if write is markdown:
        stand(from_markdown(text, "mess.md"))
    elif write is not akn:
        stand(from_text(text, "mess.txt"))


def stand(source: Source) -> None:
    """Assert that words are where their source says that they are."""
    copied = 0
    for piece in source.pieces:
        words = source.text[piece.at : piece.at + piece.length]
        assert source.raw[piece.raw : piece.raw + piece.length] == words
        if piece.length:
            start, end = source.origins(Span(piece.at, piece.at + 1))
            assert source.raw[start:end] == source.text[piece.at]
        copied += piece.length
    wordy = sum(not char.isspace() for char in source.text)
    assert copied >= wordy
