"""What the server says of the thing under the pointer."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from editing import analysed, place_of, words_at
from messes import messes
from renderings import akn, markdown, typed
from resolint.server.analysis import Analysis
from resolint.server.hover import hover
from strategies import drafts
from talking import PATIENCE, open_draft, session, told

URI = "file:///drafts/draft.md"
DRAFT = """\
United Nations

A/C.3/79/L.98

General Assembly

Seventy-ninth session

*The General Assembly*,

*Recalling* its resolution 70/1 of 24 September 2015, and the report of the \
Secretary-General,[^1]

*Recalling also* the Universal Declaration of Human Rights 𝕏, adopted in its \
resolution 217 A (III) of 10 December 1948,

*Bearing in mind* resolutions 70/1 and 71/1 of 19 September 2016 and resolution 53/14,

1. *Requests* the keepers of the lighthouses:

(a) To trim the lamps;

(b) To mend the lenses, as in A/C3/79/L60;

2. *Takes note* of the report of the Committee on its eighty-first session, and of \
paragraph 3 of its report;

3. *Decides* to include in the provisional agenda of its eightieth session an item on \
the lenses of paragraph 1 (b) above, and to hear the keepers at its fifty-first session.

[^1]: A/79/328.
"""


def said(analysis: Analysis, words: str, into: int = 0) -> str:
    """Return what is said at a place in some words; nothing if nothing is."""
    found = shown(analysis, words, into)
    if found is None:
        return ""
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


def shown(analysis: Analysis, words: str, into: int = 0) -> types.Hover | None:
    """Return what is shown at a place in some words."""
    document = types.TextDocumentIdentifier(analysis.uri)
    place = place_of(analysis, words, into)
    return hover(analysis, types.HoverParams(document, place))


def able(*kinds: types.MarkupKind) -> types.ClientCapabilities:
    """Return an editor that shows some kinds of text on a hover."""
    asked = types.HoverClientCapabilities(content_format=kinds)
    document = types.TextDocumentClientCapabilities(hover=asked)
    return types.ClientCapabilities(text_document=document)


@pytest.fixture(scope="module")
def draft() -> Analysis:
    """Return a draft that cites."""
    return analysed(DRAFT)


def test_symbol(draft: Analysis) -> None:
    """A symbol is taken apart: committee, session, kind and address."""
    words = said(draft, "A/C.3/79/L.98")
    assert "**A/C.3/79/L.98: draft**" in words
    assert "- body: Third Committee (Social, Humanitarian and Cultural)" in words
    assert "- session: 79 (2024–25)" in words
    assert "<https://undocs.org/en/A/C.3/79/L.98>" in words


def test_bad_symbol(draft: Analysis) -> None:
    """Of a bad symbol it is said what is wrong, and what was probably meant."""
    words = said(draft, "A/C3/79/L60")
    assert "- problem: “C3” is written “C.3”; “L60” is written “L.60”" in words
    assert "- probably meant: A/C.3/79/L.60" in words
    assert "# symbol-form (SYM001)" in words


def test_resolution(draft: Analysis) -> None:
    """Of a resolution organ, session, date of adoption and instrument are told."""
    assert said(draft, "217 A (III)").startswith(
        "**General Assembly resolution 217 A (III)**\n\n"
        "- session: 3, from September 1948 to September 1949\n"
        "- adopted: 10 December 1948\n"
        "- instrument: Universal Declaration of Human Rights\n\n"
        "<https://undocs.org/en/A/RES/217A(III)>"
    )


def test_date(draft: Analysis) -> None:
    """A date that is not that of the adoption is told beside the right one."""
    words = said(draft, "70/1")
    assert "- adopted: 25 September 2015\n- the text says: 24 September 2015" in words
    assert "the text says" not in said(draft, "217 A (III)")


def test_shared_date(draft: Analysis) -> None:
    """A date that several numbers share is not held against the first."""
    place = "70/1 and 71/1"
    assert "adopted: 25 September 2015" in said(draft, place)
    assert "the text says" not in said(draft, place)


def test_on_the_date(draft: Analysis) -> None:
    """The one citation of a paragraph is told of from its first word to its date."""
    found = shown(draft, "resolution 217 A (III) of 10 Dec", 26)
    assert found is not None and found.range is not None
    assert words_at(draft, found.range) == "resolution 217 A (III) of 10 December 1948"


def test_unsure(draft: Analysis) -> None:
    """Of a number that may be another body's nothing is said."""
    text = "*The Human Rights Council*,\n\n*Recalling* resolution 53/14 on wells,\n"
    assert "resolution 53/14" not in said(analysed(text), "53/14")


def test_number_without_year() -> None:
    """A number that no organ can have is told with what was probably meant."""
    cited = "Security Council resolution 1325/2000"
    text = f"*The General Assembly*,\n\n*Recalling* {cited},\n"
    assert "probably meant: Security Council resolution 1325 (2000)" in said(
        analysed(text), "1325/2000"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Seventy-ninth", "**General Assembly, session 79**\n\n- from September 2024"),
        ("eightieth", "**General Assembly, session 80**\n\n- from September 2025"),
        ("eighty-first", ""),
        ("fifty-first", ""),
    ],
)
def test_session(draft: Analysis, words: str, told: str) -> None:
    """A session is told of where there is no doubt whose it is."""
    found = said(draft, words)
    assert found.startswith(told)
    assert told or "- from September" not in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the report of the General Assembly at its tenth special session", "1978"),
        ("the tenth emergency special session", "April 1997"),
        ("the fifty-fourth session of the Human Rights Council", "autumn 2023"),
        ("the fifty-fourth session of the Council of Lamplighters", ""),
        ("the fifty-fourth session of the Commission on Wells", ""),
        ("the Environment Assembly at its sixty-sixth session", ""),
    ],
)
def test_whose_session(text: str, told: str) -> None:
    """A session of another body is never taken for one of the organ's own."""
    draft = analysed(f"*The General Assembly*,\n\n*Recalling* {text},\n")
    words = said(draft, "session")
    assert told in words
    assert bool(told) == ("session " in words.partition("\n")[0])


def test_indicator(draft: Analysis) -> None:
    """At an indicator the text of the note is shown, at the note where it is called."""
    assert said(draft, "[^1]", 1) == "**note 1**\n\n- A/79/328."
    assert "- called in first preambular paragraph" in said(draft, "[^1]:", 1)
    found = shown(draft, "[^1]", 1)
    assert found is not None and found.range is not None
    assert words_at(draft, found.range) == "[^1]"


def test_note(draft: Analysis) -> None:
    """The narrowest thing is told first, and its range is given."""
    words = said(draft, "A/79/328", 3)
    first, second = words.split("\n\n---\n\n")[:2]
    assert first.startswith("**A/79/328: document symbol**")
    assert second == "**note 1**\n\n- called in first preambular paragraph"
    found = shown(draft, "A/79/328", 3)
    assert found is not None and found.range is not None
    assert words_at(draft, found.range) == "A/79/328"


def test_reference(draft: Analysis) -> None:
    """A reference shows the beginning of the paragraph that it names."""
    assert said(draft, "paragraph 1 (b) above", 12).startswith(
        "- paragraph 1 (b): To mend the lenses, as in A/C3/79/L60;"
    )


def test_other_reference(draft: Analysis) -> None:
    """A paragraph of another text is not looked for in this one."""
    assert "paragraph 3:" not in said(draft, "paragraph 3 of its report")


def test_instrument(draft: Analysis) -> None:
    """The name of an instrument is told with its footnote."""
    words = said(draft, "Declaration of Human")
    assert "- cited in a footnote as: Resolution 217 A (III)." in words


def test_opening(draft: Analysis) -> None:
    """Of an opening phrase it is told how often the organ has it."""
    assert "in the texts of the General Assembly that were counted" in said(
        draft, "*Recalling also*", 3
    )


def test_page(draft: Analysis) -> None:
    """On a finding its page is shown, in plain text if the editor asks for that."""
    plain = analysed(DRAFT, capabilities=able(types.MarkupKind.PlainText))
    found = shown(plain, "A/C3/79/L60")
    assert found is not None and isinstance(found.contents, types.MarkupContent)
    assert found.contents.kind is types.MarkupKind.PlainText
    assert found.contents.value.startswith("A/C3/79/L60\nproblem: “C3” is")
    assert "--------" in found.contents.value
    found = shown(draft, "A/C3/79/L60")
    assert found is not None and isinstance(found.contents, types.MarkupContent)
    assert found.contents.kind is types.MarkupKind.Markdown


def test_nothing(draft: Analysis) -> None:
    """Where there is nothing to say, nothing is said."""
    assert shown(draft, "the keepers of", 5) is None
    assert shown(analysed("Milk and honey\n"), "honey") is None
    assert shown(analysed("<html/>", "draft.xml"), "html") is None


def test_words_of_the_draft_are_no_markdown() -> None:
    """What a draft says is shown as it is, whatever Markdown would make of it."""
    draft = analysed(
        "*The General Assembly*,\n\n*Recalling* the wells,[^1]\n\n"
        "[^1]: See \\*the\\_map\\* of \\<wells>.\n"
    )
    assert said(draft, "[^1]", 1).endswith(r"See \*the\_map\* of \<wells\>.")


@given(
    st.one_of(
        drafts().map(lambda draft: (markdown(draft), "draft.md")),
        drafts().map(lambda draft: (typed(draft), "draft.txt")),
        drafts().map(lambda draft: (akn(draft), "draft.xml")),
        messes().map(lambda text: (text, "draft.md")),
        messes().map(lambda text: (text, "draft.txt")),
    ),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
    st.lists(st.floats(0, 1), min_size=5, max_size=5),
)
def test_anywhere(file: tuple[str, str], encoding: str, shares: list[float]) -> None:
    """Nothing raises at any place of any text, and the place is in what is told of."""
    draft = analysed(*file, encoding=encoding)
    words = draft.text.words
    document = types.TextDocumentIdentifier(draft.uri)
    for share in shares:
        at = int(share * len(words))
        place = draft.text.position(at)
        found = hover(draft, types.HoverParams(document, place))
        if found is not None:
            assert found.range is not None
            start, end = draft.text.offsets(found.range)
            assert start <= draft.text.offset(place) <= end <= len(words)


@pytest.mark.asyncio
async def test_over_the_protocol() -> None:
    """The server answers a hover of an editor."""
    async with session(able(types.MarkupKind.Markdown)) as client:
        open_draft(client, URI, DRAFT)
        await told(client, URI)
        line = DRAFT.splitlines().index("A/C.3/79/L.98")
        document = types.TextDocumentIdentifier(URI)
        params = types.HoverParams(document, types.Position(line, 4))
        found = await asyncio.wait_for(
            client.text_document_hover_async(params), PATIENCE
        )
    assert found is not None and isinstance(found.contents, types.MarkupContent)
    assert found.contents.value.startswith("**A/C.3/79/L.98: draft**")
    assert found.range == types.Range(types.Position(line, 0), types.Position(line, 13))
