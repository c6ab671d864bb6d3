"""The grammar takes every text, and loses nothing of it but white space."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyparsing import ParseException

from drafting import Draft
from messes import mangled, messes
from renderings import WAYS, dumped, markdown, typed
from resolint import Passage, parse
from resolint.grammar import lines, masthead
from resolint.readers.akn import read as read_akn
from resolint.readers.markdown import from_markdown
from resolint.readers.plain import from_text
from resolint.text import Source
from strategies import drafts


def hold(source: Source) -> None:
    """Assert that each line of a source is in its tree once, in order."""
    document = parse(source)
    passages = [node for node in document.walk() if isinstance(node, Passage)]
    spans = [passage.span for passage in passages]
    assert sorted(spans) == [block.span for block in source.blocks]
    for left, right in pairwise(sorted(spans)):
        assert left.end <= right.start


_BEGINNINGS = (
    *("The ", "Annex", "Appendix", "Part ", "Section ", "Chapter ", "A", "I", "IV."),
    *("Vi", "(a) ", "1. ", "12 ", "[", "Adopted", "In favour", "Not voting", "May "),
    *("plenary meeting", "Plenary meeting ", "Recalling", "Abstaining", "Abstentions"),
)
_RESTS = ("", " ", "General Assembly,", "st meeting", "May 2024", "adopted", "  Care")


@given(st.sampled_from(_BEGINNINGS), st.sampled_from(_RESTS))
def test_short_patterns_leave_nothing_out(beginning: str, rest: str) -> None:
    """What is not tried as all kinds of line would not have been one of them."""
    text = beginning + rest
    if lines.PLAIN.match(text):
        assert lines.line.parse_string(text).get_name() == "text"
    if not masthead.MAY_CLOSE.match(text):
        with pytest.raises(ParseException):
            masthead.closing_line.parse_string(text)


@given(messes())
def test_every_text_is_a_document(text: str) -> None:
    """Good lines and bad ones, in any order, as Markdown and as text."""
    hold(from_markdown(text, "mess.md"))
    hold(from_text(text, "mess.txt"))
    hold(Source.plain(text))


@given(st.text())
def test_chance_characters_are_a_document(text: str) -> None:
    """Which no resolution has."""
    hold(from_markdown(text, "mess.md"))
    hold(from_text(text, "mess.txt"))
    hold(read_akn(f"<akomaNtoso><p>{text}</p>".encode("utf-8", "replace"), "mess.xml"))


@given(drafts(), st.data())
def test_mangled_drafts_are_documents(draft: Draft, data: st.DataObject) -> None:
    """Lines lost, doubled, moved or cut."""
    write = data.draw(st.sampled_from([markdown, typed, dumped]))
    text = data.draw(mangled(write(draft)))
    hold(from_markdown(text, "mess.md") if write is markdown else from_text(text, "a"))


@pytest.mark.parametrize("way", WAYS)
@given(draft=drafts())
def test_nothing_of_a_draft_is_lost(way: str, draft: Draft) -> None:
    """In no format."""
    hold(WAYS[way](draft))
