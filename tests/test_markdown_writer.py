"""Edits written into Markdown: words, italics, and both."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from resolint.diagnostic import Edit
from resolint.readers.markdown import from_markdown
from resolint.readers.markdown.writer import spliced
from resolint.text import Source, Span


def edit(source: Source, words: str, text: str | None, italic: bool | None) -> Edit:
    """Return an edit of the first place of some words."""
    at = source.text.index(words)
    return Edit(Span(at, at + len(words)), text, italic)


@pytest.mark.parametrize(
    ("raw", "words", "italic", "result"),
    [
        ("*Taking note of* bees,", "of", False, "*Taking note* of bees,"),
        ("*Taking note* of bees,", "of", True, "*Taking note of* bees,"),
        ("1. Decides to act;", "Decides", True, "1. *Decides* to act;"),
        ("1. Decides to act;", " Decides ", True, "1. *Decides* to act;"),
        ("1. *Decides* to act;", "Decides", False, "1. Decides to act;"),
        ("_Noting also_ bees", "also", False, "*Noting* also bees"),
        ("*a b c*", "b", False, "*a* b *c*"),
        ("*Noting*[^1] bees", "Noting", False, "Noting[^1] bees"),
        ("**Bees** here", "Bees", True, "***Bees*** here"),
        ("***Bees*** here", "Bees", False, "**Bees** here"),
        ("Bees[^1] here", "Bees here", True, "*Bees[^1] here*"),
        ("bees(ants)wasps", "(ants)", True, "bees<em>(ants)</em>wasps"),
        ("<i>Noting</i> bees", "Noting", False, "Noting bees"),
        ("Noting\nwith care", "Noting with", True, "*Noting\nwith* care"),
    ],
)
def test_italics(raw: str, words: str, italic: bool, result: str) -> None:
    """Marks are set, taken away, narrowed and joined."""
    source = from_markdown(raw)
    assert spliced(source, [edit(source, words, None, italic)]) == result


@pytest.mark.parametrize(
    ("raw", "words", "text", "result"),
    [
        ("*Taking note of* bees,", "note of bees", "a note", "*Taking a note*,"),
        ("*Noting* bees", "Noting", "", " bees"),
        ("bees[^1] and", "bees and", "wasps", "wasps[^1]"),
        ("see A_B and", "A_B", "[A]", "see [A] and"),
        ("see A and", "A", "*A*", r"see \*A\* and"),
        ("see A and", "A", "[^1]", r"see \[\^1\] and"),
        ("A and", "A", "# A", r"\# A and"),
        (r"1\. Bees", "1.", "2.", "2. Bees"),
        ("a&nbsp;b", "\u00a0", " ", "a b"),
        ("a\n  b", "a b", "c", "c"),
    ],
)
def test_words(raw: str, words: str, text: str, result: str) -> None:
    """New words take the place of the old, and stay words."""
    source = from_markdown(raw)
    assert spliced(source, [edit(source, words, text, None)]) == result


def test_words_and_italics_at_once() -> None:
    """An edit may set the italics of the words it puts in."""
    source = from_markdown("Note bees, *wasps*")
    edits = [edit(source, "wasps", "ants", False), edit(source, "Note", "Noting", True)]
    assert spliced(source, edits) == "*Noting* bees, ants"


def test_a_comma_goes_behind_the_opening() -> None:
    """What is put in after a run in italics is not in italics."""
    source = from_markdown("*Recalling*[^1] its")
    assert spliced(source, [Edit(Span(9, 9), ",")]) == "*Recalling*,[^1] its"


def test_text_without_markup_is_edited_too() -> None:
    """A source that is no Markdown has its words replaced as they are."""
    source = Source.plain("1. Decides\n2. Urges")
    edits = [Edit(Span(3, 10), "*Asks*"), Edit(Span(14, 19), italic=True)]
    assert spliced(source, edits) == "1. *Asks*\n2. Urges"


def test_front_matter_is_edited_too() -> None:
    """A value of the masthead is replaced in its quotation marks."""
    source = from_markdown('---\nsymbol: "A/1"\n---\nText')
    assert spliced(source, [Edit(Span(0, 3), "A/2")]).startswith('---\nsymbol: "A/2"\n')


WORDS = st.sampled_from(
    [
        *("Noting", "bees", "(a)", "“f”", ",", "[^1]", "[d](e)", r"\*", "&amp;"),
        *("*also*", "_with_", "**care**", "*a*_b_", "***x***", "*a**b***"),
        *("<i>c</i>", "g*h*", "`i*`"),
    ]
)
DRAFTS = st.lists(WORDS, min_size=1, max_size=9).flatmap(
    lambda words: st.sampled_from([" ", "", "\n"]).map(lambda gap: gap.join(words))
)


def shown(source: Source) -> list[tuple[str, bool]]:
    """Return each code point that can be seen, and whether it is in italics."""
    return [
        (char, source.is_italic(at))
        for at, char in enumerate(source.text)
        if not char.isspace()
    ]


@given(DRAFTS, st.data())
def test_italics_are_read_back(raw: str, data: st.DataObject) -> None:
    """After an edit the span is in italics or not, and nothing else has changed."""
    source = from_markdown(raw)
    start = data.draw(st.integers(0, len(source.text)))
    end = data.draw(st.integers(start, len(source.text)))
    italic = data.draw(st.booleans())
    aim = [
        (char, italic if start <= at < end else source.is_italic(at))
        for at, char in enumerate(source.text)
        if not char.isspace()
    ]
    result = spliced(source, [Edit(Span(start, end), italic=italic)])
    assert shown(from_markdown(result)) == aim


@given(DRAFTS, st.data())
def test_words_are_read_back(raw: str, data: st.DataObject) -> None:
    """After an edit the text has the new words, and the other words are as before."""
    source = from_markdown(raw)
    assume(source.text)
    start = data.draw(st.integers(0, len(source.text)))
    end = data.draw(st.integers(start, len(source.text)))
    text = data.draw(st.sampled_from(["", "ants", "*", "[^1]", ", and", "_a_"]))
    result = from_markdown(spliced(source, [Edit(Span(start, end), text)])).text
    aim = source.text[:start] + text + source.text[end:]
    assert "".join(result.split()) == "".join(aim.split())
