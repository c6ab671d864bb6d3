"""The outline of a draft, what folds, and how a selection grows."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from editing import ABLE, TEXTS, analysed, place_of, words_at
from harbours import DRAFT, PARTS, SECTIONS
from messes import mangled
from resolint.server.analysis import Analysis
from resolint.server.outline import outline
from resolint.server.selecting import selections

_DOCUMENT = types.TextDocumentIdentifier("file:///drafts/draft.md")
_ASKED = types.DocumentSymbolParams(_DOCUMENT)
_NESTING = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        document_symbol=types.DocumentSymbolClientCapabilities(
            hierarchical_document_symbol_support=True
        )
    )
)


def symbols(analysis: Analysis) -> list[types.DocumentSymbol]:
    """Return the outline, nested."""
    made = []
    for each in outline(analysis, _ASKED) or []:
        assert isinstance(each, types.DocumentSymbol)
        made.append(each)
    return made


def shown(nested: Sequence[types.DocumentSymbol], depth: int = 0) -> Iterator[str]:
    """Yield an outline line by line."""
    for each in nested:
        yield f"{'  ' * depth}{each.name}"
        yield from shown(each.children or (), depth + 1)


def outlined(text: str, name: str = "draft.md") -> list[str]:
    """Return the outline of a text, line by line."""
    return [*shown(symbols(analysed(text, name, capabilities=_NESTING)))]


def test_a_draft_is_told_as_its_drafters_do() -> None:
    """Numbers and first words name paragraphs, letters items, labels notes."""
    assert outlined(DRAFT) == [
        "Masthead",
        "79/150. Lamps of the harbours 𝕏",
        "The General Assembly",
        "Preamble",
        "  Recalling its resolution 45/158 of 18 …",
        "  Bearing in mind paragraph 2 of …",
        "Operative part",
        "  1. Welcomes the lamps of the harbours;",
        "  2. Decides, as 𝕏 set out in …",
        "    (a) To keep the lenses;",
        "    (b) To mend what subparagraph (a) above …",
        "      (i) The wicks;",
        "      (ii) The glass;",
        "  3. Requests the keepers, under paragraphs 2 …",
        "  4. Invites all to follow paragraphs 1 …",
        "  5. Also invites the “guests of paragraph …",
        "Closing",
        "Annex",
        "  Rules of the lamp room",
        "    1. Lamps are lit at dusk.",
        "    2. Whoever lights them under paragraph 1 …",
        "Notes",
        "  note 1",
        "  note keepers",
    ]


def test_parts_and_sections_nest() -> None:
    """Lettered parts hold their own paragraphs, sections those below them."""
    assert outlined(PARTS, "draft.txt")[-7:] == [
        "Part B. Wells",
        "  The General Assembly",
        "  Preamble",
        "    Noting the wells,",
        "  Operative part",
        "    1. Welcomes the wells;",
        "    2. Requests the keepers to fill those …",
    ]
    assert outlined(SECTIONS, "draft.txt")[-7:] == [
        "Operative part",
        "  I Lamps",
        "    1. Welcomes the lamps;",
        "    2. Requests the keepers to light those …",
        "  II Wells",
        "    1. Welcomes the wells, as in section …",
        "    2. Requests the keepers to fill those …",
    ]


def test_an_editor_that_cannot_nest_gets_one_row() -> None:
    """Each part then says what it belongs to."""
    found = outline(analysed(DRAFT, capabilities=ABLE), _ASKED) or []
    rows = []
    for each in found:
        assert isinstance(each, types.SymbolInformation)
        rows.append((each.name, each.container_name))
    assert ("Operative part", None) in rows
    assert ("(a) To keep the lenses;", "2. Decides, as 𝕏 set out in …") in rows
    assert ("note 1", "Notes") in rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_what_is_selected_is_the_number(encoding: str) -> None:
    """The whole of a paragraph has its items, what one goes to is its number."""
    analysis = analysed(DRAFT, encoding=encoding, capabilities=_NESTING)
    part = next(each for each in symbols(analysis) if each.name == "Operative part")
    second = (part.children or ())[1]
    assert words_at(analysis, second.selection_range) == "2."
    whole = words_at(analysis, second.range)
    assert whole.startswith("2. *Decides*") and whole.endswith("(ii) The glass;")
    third = (part.children or ())[2]
    assert words_at(analysis, third.range).endswith("4 below, to light them;")


def test_a_selection_grows_to_the_whole() -> None:
    """From a citation to its paragraph, to its part, to the file."""
    analysis = analysed(DRAFT)
    place = place_of(analysis, "(ii) and 4", 1)
    (found,) = (
        selections(analysis, types.SelectionRangeParams(_DOCUMENT, [place])) or []
    )
    grown, each = [], found.parent
    while each is not None:
        grown.append(words_at(analysis, each.range))
        each = each.parent
    assert grown[0] == "paragraphs 2 (b) (ii) and 4 below"
    assert any(words.startswith("3. *Requests*") for words in grown)
    assert any(words.startswith("1. *Welcomes*") for words in grown)
    assert grown[-1] == DRAFT


@given(
    st.data(),
    TEXTS,
    st.booleans(),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
)
def test_what_nests_is_within(
    data: st.DataObject, text: tuple[str, str], wild: bool, encoding: str
) -> None:
    """Of any text each range holds what is selected, and the ranges below it."""
    words, name = text
    if wild:
        words = data.draw(mangled(words))
    analysis = analysed(words, name, encoding, capabilities=_NESTING)
    found = symbols(analysis)
    for each in found:
        _within(each)
    for place in (types.Position(0, 0), types.Position(3, 5), types.Position(99, 99)):
        params = types.SelectionRangeParams(_DOCUMENT, [place])
        for grown in selections(analysis, params) or []:
            outer = grown.parent
            while outer is not None:
                assert _holds(outer.range, grown.range)
                grown, outer = outer, outer.parent


def _within(one: types.DocumentSymbol) -> None:
    assert one.name.strip()
    assert _holds(one.range, one.selection_range)
    for each in one.children or ():
        assert _holds(one.range, each.range)
        _within(each)


def _holds(outer: types.Range, inner: types.Range) -> bool:
    return (
        _key(outer.start) <= _key(inner.start)
        and _key(inner.start) <= _key(inner.end)
        and _key(inner.end) <= _key(outer.end)
    )


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
