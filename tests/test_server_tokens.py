"""What is painted in a draft, and as what."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from editing import TEXTS, analysed, place_of, words_at
from harbours import DRAFT
from messes import mangled
from resolint.server.analysis import Analysis
from resolint.server.tokens import LEGEND, tokens, tokens_since, tokens_within

_DOCUMENT = types.TextDocumentIdentifier("file:///draft.md")
_ASKED = types.SemanticTokensParams(_DOCUMENT)


def decoded(data: Sequence[int]) -> Iterator[tuple[types.Range, str]]:
    """Yield the ranges that are painted, and as what, as an editor counts them."""
    line = column = 0
    for at in range(0, len(data), 5):
        down, right, length, kind, modifiers = data[at : at + 5]
        assert down >= 0 and length > 0 and modifiers == 0
        column = right if down else column + right
        line += down
        start, end = types.Position(line, column), types.Position(line, column + length)
        yield types.Range(start, end), LEGEND.token_types[kind]


def painted(analysis: Analysis, data: Sequence[int]) -> list[tuple[str, str]]:
    """Return the words that are painted, and as what."""
    return [(words_at(analysis, area), kind) for area, kind in decoded(data)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_each_thing_has_its_colour(encoding: str) -> None:
    """Numbers, openings, references, citations, dates, notes and headings."""
    analysis = analysed(DRAFT, encoding=encoding)
    found = painted(analysis, tokens(analysis, _ASKED).data)
    assert ("The General Assembly", "class") in found
    assert ("Recalling", "keyword") in found
    assert ("resolution 45/158", "function") in found or (
        "45/158",
        "function",
    ) in found
    assert ("18 December 1990", "number") in found
    assert ("[^1]", "decorator") in found
    assert ("2.", "enumMember") in found and ("(ii)", "enumMember") in found
    assert ("paragraph 1 above", "variable") in found
    assert ("A/79/328", "type") in found
    assert ("Annex", "namespace") in found
    assert ("Lamps of the harbours 𝕏", "namespace") in found


def test_a_range_has_its_own() -> None:
    """Of a range only that is painted which it meets."""
    analysis = analysed(DRAFT)
    area = types.Range(place_of(analysis, "(a) To"), place_of(analysis, "(b) To"))
    params = types.SemanticTokensRangeParams(_DOCUMENT, area)
    found = painted(analysis, tokens_within(analysis, params).data)
    assert found == [("(a)", "enumMember")]


@given(st.sampled_from([DRAFT, "", DRAFT[:400]]), st.data())
def test_changes_make_the_whole(text: str, data: st.DataObject) -> None:
    """What has changed, put into what was told before, is what is told now."""
    before = tokens(analysed(DRAFT), _ASKED)
    analysis = analysed(data.draw(mangled(text)))
    assert before.result_id is not None
    params = types.SemanticTokensDeltaParams(_DOCUMENT, before.result_id)
    delta = tokens_since(analysis, params)
    assert isinstance(delta, types.SemanticTokensDelta)
    made = [*before.data]
    for edit in delta.edits:
        made[edit.start : edit.start + edit.delete_count] = edit.data or []
    assert made == list(tokens(analysis, _ASKED).data)


def test_what_is_not_known_any_more_is_told_anew() -> None:
    """An answer that nobody remembers is answered with the whole."""
    analysis = analysed(DRAFT)
    params = types.SemanticTokensDeltaParams(_DOCUMENT, "no such answer")
    assert tokens_since(analysis, params) == tokens(analysis, _ASKED)


@given(
    st.data(),
    TEXTS,
    st.booleans(),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
)
def test_nothing_is_painted_twice(
    data: st.DataObject, text: tuple[str, str], wild: bool, encoding: str
) -> None:
    """Tokens of any text are in order, on one line, and none over another."""
    words, name = text
    if wild:
        words = data.draw(mangled(words))
    analysis = analysed(words, name, encoding)
    done = 0
    for area, _ in decoded(tokens(analysis, _ASKED).data):
        start, end = analysis.text.offsets(area)
        assert done <= start < end
        assert analysis.text.range(start, end) == area
        assert "\n" not in words[start:end] and "\r" not in words[start:end]
        done = end
