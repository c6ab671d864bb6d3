"""From references to paragraphs and notes to what they name, and back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from editing import analysed, place_of, words_at
from harbours import DRAFT, PARTS, SECTIONS
from messes import messes
from renderings import akn, dumped, markdown, typed
from resolint.server.analysis import Analysis
from resolint.server.indicators import indicators
from resolint.server.references import definition, highlights, references
from strategies import drafts

_DOCUMENT = types.TextDocumentIdentifier("file:///drafts/draft.md")
ENCODINGS = ("utf-8", "utf-16", "utf-32")


def led(analysis: Analysis, words: str, into: int = 0) -> list[str]:
    """Return the lines that a place in some words leads to."""
    params = types.DefinitionParams(_DOCUMENT, place_of(analysis, words, into))
    found = definition(analysis, params)
    rows: list[str] = []
    for each in found or []:
        assert isinstance(each, types.Location)
        start, end = analysis.text.line(each.range.start.line)
        rows.append(analysis.text.words[start:end][:24])
    return rows


def named(analysis: Analysis, words: str, into: int = 0, *, own: bool = False) -> Any:
    """Return what is said of what stands at a place in some words."""
    params = types.ReferenceParams(
        types.ReferenceContext(own), _DOCUMENT, place_of(analysis, words, into)
    )
    found = references(analysis, params) or []
    return [
        (each.range.start.line + 1, words_at(analysis, each.range)) for each in found
    ]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("words", "into", "lines"),
    [
        ("paragraph 1 above:", 10, ["1. *Welcomes* the lamps "]),
        ("paragraph 1 above:", 0, ["1. *Welcomes* the lamps "]),
        ("2 of the present", 0, ["2. *Decides*, as 𝕏 set o"]),
        ("(a) above names", 1, ["(a) To keep the lenses;"]),
        ("2 (b) (ii) and", 0, ["2. *Decides*, as 𝕏 set o"]),
        ("(b) (ii) and", 1, ["(b) To mend what subpara"]),
        ("(ii) and", 1, ["(ii) The glass;[^keepers"]),
        ("4 below", 0, ["4. *Invites* all to foll"]),
        (
            "paragraphs 1 to 3 above",
            0,
            [
                "1. *Welcomes* the lamps ",
                "2. *Decides*, as 𝕏 set o",
                "3. *Requests* the keeper",
            ],
        ),
        ("4 above.\n", 0, ["4. *Invites* all to foll"]),
        ("1 above writes", 0, ["1. Lamps are lit at dusk"]),
        ("3. *Req", 0, ["3. *Requests* the keeper"]),
    ],
)
def test_a_reference_leads_to_its_paragraph(
    words: str, into: int, lines: list[str], encoding: str
) -> None:
    """Numbers lead to paragraphs, letters to items, the word before to all of them."""
    assert led(analysed(DRAFT, encoding=encoding), words, into) == lines


@pytest.mark.parametrize(
    ("words", "into"),
    [
        ("paragraph 3 thereof", 10),
        ("paragraph 3 of resolution", 10),
        ("paragraph 1 above” to stay", 10),
        ("para. 2.", 6),
        ("Lamps of the", 2),
    ],
)
def test_other_texts_lead_nowhere(words: str, into: int) -> None:
    """What another text has, what is quoted and what is no reference has no target."""
    assert led(analysed(DRAFT), words, into) == []


def test_notes_lead_to_and_fro() -> None:
    """A call leads to its note, and the note to all that call it."""
    analysis = analysed(DRAFT)
    assert led(analysis, "[^keepers]", 2) == ["[^keepers]: A/79/328, pa"]
    assert len(led(analysis, "[^1]: See", 2)) == 2
    assert [words for _, words in named(analysis, "[^1]", 2)] == ["[^1]", "[^1]"]


@pytest.mark.parametrize(("call", "mark"), [("1", "1"), ("[1]", "[1]"), ("¹", "¹")])
def test_notes_of_text_files(call: str, mark: str) -> None:
    """However the indicators of a text file look, they lead to the note."""
    text = f"1. Welcomes the lamps;{call}\n\n2. Invites bees.\n\n{mark} A/79/328.\n"
    analysis = analysed(text, "draft.txt")
    assert analysis.source is not None and analysis.source.calls
    assert led(analysis, f";{call}", 1) == [f"{mark} A/79/328."]


def test_a_number_knows_all_that_speaks_of_it() -> None:
    """Ranges are told as a whole where they only pass over a paragraph."""
    analysis = analysed(DRAFT)
    assert named(analysis, "2. *Dec") == [(11, "2"), (25, "2"), (27, "1 to 3")]
    assert named(analysis, "1. *Welc", own=True) == [(13, "1"), (15, "1"), (27, "1")]
    assert named(analysis, "(ii) The", 1) == [(25, "ii")]
    assert named(analysis, "(a) To", 1) == [(19, "a")]
    assert named(analysis, "1. Lamps") == [(40, "1")]
    assert named(analysis, "4. *Inv") == [(25, "4"), (42, "4")]


def test_highlights_tell_the_number_from_its_mentions() -> None:
    """The number itself is written, what speaks of it is read."""
    analysis = analysed(DRAFT)
    params = types.DocumentHighlightParams(_DOCUMENT, place_of(analysis, "4 below"))
    kinds = [each.kind for each in highlights(analysis, params) or []]
    write, read = types.DocumentHighlightKind.Write, types.DocumentHighlightKind.Read
    assert kinds == [write, read, read]


def test_parts_have_numbers_of_their_own() -> None:
    """Paragraph 1 of part B is none of part A."""
    analysis = analysed(PARTS, "draft.txt")
    assert led(analysis, "light those of paragraph 1", 25) == ["1. Welcomes the lamps;"]
    assert led(analysis, "fill those of paragraph 1", 24) == ["1. Welcomes the wells;"]


def test_sections_may_begin_anew() -> None:
    """The nearest number above is meant, unless the section is named."""
    analysis = analysed(SECTIONS, "draft.txt")
    assert led(analysis, "light those of paragraph 1", 25) == ["1. Welcomes the lamps;"]
    assert led(analysis, "fill those of paragraph 1", 24) == [
        "1. Welcomes the wells, a"
    ]
    assert led(analysis, "I, paragraph 2", 13) == ["2. Requests the keepers "]
    assert named(analysis, "1. Welcomes the wells") == [(19, "1")]


def test_links_are_given_to_those_who_know_them() -> None:
    """With link support the reference is underlined, and the paragraph is shown."""
    asks = types.DefinitionClientCapabilities(link_support=True)
    text = types.TextDocumentClientCapabilities(definition=asks)
    able = types.ClientCapabilities(text_document=text)
    analysis = analysed(DRAFT, capabilities=able)
    place = place_of(analysis, "(b) (ii)", 1)
    (link,) = definition(analysis, types.DefinitionParams(_DOCUMENT, place)) or []
    assert isinstance(link, types.LocationLink)
    assert words_at(analysis, link.target_range).endswith("(ii) The glass;")
    assert words_at(analysis, link.target_selection_range) == "(b)"
    assert link.origin_selection_range is not None
    assert words_at(analysis, link.origin_selection_range) == "b"


@given(messes(), st.sampled_from(["a.md", "a.txt"]))
def test_nothing_raises(text: str, name: str) -> None:
    """Whatever a text says, each place in it can be asked about."""
    analysis = analysed(text, name)
    places = [analysis.text.position(at) for at in range(0, len(text) + 1, 7)]
    for place in places:
        definition(analysis, types.DefinitionParams(_DOCUMENT, place))
        context = types.ReferenceContext(True)
        references(analysis, types.ReferenceParams(context, _DOCUMENT, place))
        highlights(analysis, types.DocumentHighlightParams(_DOCUMENT, place))


@given(drafts(), st.sampled_from(["md", "txt", "dump", "xml"]))
def test_each_call_leads_to_its_note(draft: Any, kind: str) -> None:
    """Each call of a draft is found in the file, in whatever format."""
    write = {"md": markdown, "txt": typed, "dump": dumped, "xml": akn}[kind]
    analysis = analysed(write(draft), f"draft.{'txt' if kind == 'dump' else kind}")
    assert analysis.source is not None
    calls = [each for each in indicators(analysis.source) if not each.note]
    assert [each.label for each in calls] == [
        each.label for each in analysis.source.calls
    ]
    for call in calls:
        place = analysis.text.position(call.start)
        assert definition(analysis, types.DefinitionParams(_DOCUMENT, place))
