"""Other numbers for paragraphs, letters for items, labels for notes."""

import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from editing import analysed, changed, place_of, words_at
from harbours import DRAFT, PARTS, SECTIONS
from messes import mangled
from renderings import akn, dumped, markdown, typed
from resolint.document import Passage
from resolint.mentions import Counted, rows
from resolint.server.analysis import Analysis
from resolint.server.renaming import prepare, rename
from resolint.server.renewing import RENEW, renewals
from strategies import drafts

_DOCUMENT = types.TextDocumentIdentifier("file:///drafts/draft.md")
REFERRING = """\
*The General Assembly*,

*Bearing in mind* paragraph {d} below and paragraphs {a} to {c} of the present \
resolution,[^1]

1. *Welcomes* the lamps 𝕏;

2. *Decides*, as 𝕏 set out in paragraphs {b} (b) and {d} below:

(a) To keep the lenses;

(b) To mend what subparagraph (a) above names;

3. *Requests* the keepers of paragraph 3 of resolution 59/262 to light them;

4. *Invites* all to follow paragraphs {a}, {b} and {d} above;

5. *Also invites* the “guests of paragraph 1 above” to stay.

[^1]: See paragraph {d} above.
"""
SPEAKING = (
    ("the shores", "paragraphs 1, 2 and 4 to 6 of the present resolution"),
    ("the care that they take", "the care of paragraph 1 (b) above"),
    ("those of wood", "those that subparagraph (a) above names"),
    ("See resolution 70/1", "See paragraph 2 above"),
)
"""What drafts from strategies say, and what they might say of themselves."""


def renamed(analysis: Analysis, words: str, new: str, into: int = 0) -> str:
    """Return the file when what stands at a place in some words has a new name."""
    place = place_of(analysis, words, into)
    params = types.RenameParams(text_document=_DOCUMENT, position=place, new_name=new)
    return changed(analysis, rename(analysis, params))


def offered(analysis: Analysis, words: str, into: int = 0) -> str | None:
    """Return what an editor would let be renamed at a place in some words."""
    place = place_of(analysis, words, into)
    found = prepare(analysis, types.PrepareRenameParams(_DOCUMENT, place))
    if found is None:
        return None
    assert words_at(analysis, found.range) == found.placeholder
    return found.placeholder


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_number_takes_those_behind_it_along(encoding: str, end: str) -> None:
    """Paragraphs that follow go on from the new number, and references follow."""
    before = DRAFT.replace("\n", end)
    after = renamed(analysed(before, encoding=encoding), "3. *Req", "5")
    due = (
        DRAFT.replace("5. *Also", "7. *Also")
        .replace("4. *Invites", "6. *Invites")
        .replace("3. *Requests", "5. *Requests")
        .replace("(ii) and 4 below", "(ii) and 6 below")
        .replace("1 to 3 above", "1 to 5 above")
        .replace("See paragraph 4 above", "See paragraph 6 above")
    )
    assert after == due.replace("\n", end)


def test_a_letter_takes_those_behind_it_along() -> None:
    """Items keep to their list, and subparagraphs that are named follow."""
    analysis = analysed(DRAFT)
    after = renamed(analysis, "(a) To keep", "c", 1)
    due = (
        DRAFT.replace("(a) To keep", "(c) To keep")
        .replace("(b) To mend", "(d) To mend")
        .replace("subparagraph (a) above", "subparagraph (c) above")
        .replace("2 (b) (ii)", "2 (d) (ii)")
    )
    assert after == due
    after = renamed(analysis, "(ii) The", "(iv).", 1)
    due = DRAFT.replace("(ii) The", "(iv) The").replace("(b) (ii) and", "(b) (iv) and")
    assert after == due


def test_a_reference_renames_what_it_names() -> None:
    """On the number of a reference it is its paragraph that is renamed."""
    analysis = analysed(DRAFT)
    assert offered(analysis, "4 below") == "4"
    assert renamed(analysis, "4 below", "8") == renamed(analysis, "4. *Inv", "8")


def replaced(text: str, *pairs: tuple[str, str]) -> str:
    """Return a text with some words exchanged, which it must have."""
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    return text


def test_parts_and_sections_keep_to_themselves() -> None:
    """The numbers of another part, or of another section, stay what they are."""
    analysis = analysed(PARTS, "draft.txt")
    assert renamed(analysis, "1. Welcomes the wells", "3") == replaced(
        PARTS,
        ("2. Requests the keepers to fill", "4. Requests the keepers to fill"),
        ("1. Welcomes the wells", "3. Welcomes the wells"),
        ("fill those of paragraph 1", "fill those of paragraph 3"),
    )
    analysis = analysed(SECTIONS, "draft.txt")
    assert renamed(analysis, "2. Requests the keepers to light", "3") == replaced(
        SECTIONS,
        ("2. Requests the keepers to light", "3. Requests the keepers to light"),
        ("section I, paragraph 2", "section I, paragraph 3"),
    )


def test_lines_of_an_annex_are_counted_too() -> None:
    """A rule of an annex is renamed with what the annex says of it."""
    assert renamed(analysed(DRAFT), "1. Lamps are", "2") == replaced(
        DRAFT,
        ("2. Whoever lights", "3. Whoever lights"),
        ("lights them under paragraph 1", "lights them under paragraph 2"),
        ("1. Lamps are", "2. Lamps are"),
    )


def test_labels_of_notes() -> None:
    """In Markdown a note is renamed where it stands and where it is called."""
    analysis = analysed(DRAFT)
    assert offered(analysis, "[^1]", 2) == "1"
    due = DRAFT.replace("[^1]", "[^shore]")
    assert renamed(analysis, "[^1]", "shore", 2) == due
    assert renamed(analysis, "[^1]: See", "[^shore]", 2) == due


@pytest.mark.parametrize(
    ("words", "into", "new", "why"),
    [
        ("3. *Req", 0, "b", "“b” is not a number"),
        ("3. *Req", 0, "", "“” is not a number"),
        ("3. *Req", 0, "0", "“0” is not a number"),
        ("3. *Req", 0, "²", "“²” is not a number"),
        ("3. *Req", 0, "2", "2. stands before it: the lowest it can become is 3"),
        ("3. *Req", 0, "998", "the last paragraph would be 1000: 999 is the highest"),
        ("(b) To", 1, "4", "“4” is not a letter"),
        ("(b) To", 1, "ab", "“ab” is not a letter"),
        ("(b) To", 1, "a", "(a) stands before it: the lowest it can become is b"),
        ("(ii) The", 1, "b", "“b” is not a roman number"),
        ("[^1]", 2, "keepers", "there is a note keepers already"),
        ("[^1]", 2, "a b", "“a b” cannot be the label of a note"),
        ("aragraphs 1 to 3", 0, "4", "there are several such paragraphs"),
    ],
)
def test_what_cannot_be_is_refused(words: str, into: int, new: str, why: str) -> None:
    """The editor is told in one line why something cannot be."""
    with pytest.raises(JsonRpcException) as raised:
        renamed(analysed(DRAFT), words, new, into)
    assert str(raised.value) == why
    assert raised.value.code == types.LSPErrorCodes.RequestFailed.value


def test_numbers_in_markup_are_written_alone() -> None:
    """Marks of emphasis about a number stay; one that they divide is refused."""
    text = DRAFT.replace("4. *Invites*", "**4**. *Invites*")
    text = text.replace("paragraph 4 above", "paragraph *4* above")
    made = renamed(analysed(text), "3. *Req", "4")
    assert "**5**. *Invites*" in made and "paragraph *5* above" in made
    text = DRAFT.replace("1. *Welcomes*", "1*2*. *Welcomes*").replace("2. *D", "13. *D")
    with pytest.raises(JsonRpcException, match="divided by markup"):
        renamed(analysed(text), "1*2*", "10")


def test_numbers_that_are_not_in_the_file_are_refused() -> None:
    """A number that the file writes another way is not changed in it."""
    analysis = analysed(DRAFT.replace("1. *Welcomes*", "&#49;. *Welcomes*"))
    with pytest.raises(JsonRpcException, match="is counted by the file"):
        renamed(analysis, ". *Welcomes*", "2")


def test_a_number_that_is_named_twice_is_refused() -> None:
    """Where two paragraphs have one number nobody knows which a reference means."""
    text = DRAFT.replace("2. *Decides*", "1. *Decides*")
    with pytest.raises(JsonRpcException, match="there are 2: nobody can tell which"):
        renamed(analysed(text), "1. *Decides", "2")


def test_what_names_nothing_is_not_caught() -> None:
    """A reference to a paragraph that is not there yet is not to name another."""
    text = DRAFT.replace("See paragraph 4 above", "See paragraph 6 above")
    with pytest.raises(JsonRpcException, match="a reference in note 1 would then name"):
        renamed(analysed(text), "5. *Also", "6")


def test_nothing_is_renamed_elsewhere() -> None:
    """Words are no numbers, and those of other texts are theirs."""
    analysis = analysed(DRAFT)
    for words in ("Lamps of the", "3 thereof", "3 of resolution", "1 above” to stay"):
        assert offered(analysis, words) is None


def test_numbers_are_made_anew() -> None:
    """An action closes the gaps, and references follow."""
    due = REFERRING.format(a=1, b=2, c=3, d=4)
    text = replaced(
        REFERRING.format(a=1, b=3, c=4, d=6),
        ("2. *Dec", "3. *Dec"),
        ("3. *Req", "4. *Req"),
        ("4. *Inv", "6. *Inv"),
        ("5. *Also", "9. *Also"),
    )
    analysis = analysed(text)
    (action,) = renewals(analysis, asked(analysis))
    assert action.kind == RENEW
    assert changed(analysis, action.edit) == due
    assert not renewals(analysed(due), asked(analysis))


def test_numbers_that_follow_are_left_alone() -> None:
    """Away from the numbers that do not follow nothing is offered."""
    analysis = analysed(DRAFT.replace("3. *Req", "4. *Req"))
    context = types.CodeActionContext([])
    place = place_of(analysis, "Recalling")
    params = types.CodeActionParams(_DOCUMENT, types.Range(place, place), context)
    assert not renewals(analysis, params)


def asked(analysis: Analysis) -> types.CodeActionParams:
    """Return what an editor asks about the whole of a draft."""
    area = analysis.text.range(0, len(analysis.text.words))
    return types.CodeActionParams(_DOCUMENT, area, types.CodeActionContext([]))


def kept(analysis: Analysis) -> list[list[str]]:
    """Return where each reference stands and what it names, numbers left out."""
    return [
        [_bare(said.passage, analysis)]
        + [_bare(each.node, analysis) for each in said.targets]
        for said in analysis.mentions
    ]


def _bare(node: Passage, analysis: Analysis) -> str:
    assert analysis.source is not None
    return re.sub(r"\([a-z]+\)|\d", "", analysis.source[node.content])


def _near(value: str) -> list[str]:
    """Return what comes soon after a number or a letter."""
    if value.isdigit():
        return [str(int(value) + by) for by in (1, 2, 9)]
    if len(value) > 1:
        return [f"{value}i"]
    return [chr(ord(value) + by) for by in (1, 3)]


def everything(analysis: Analysis) -> list[Counted]:
    """Return all that has a number or a letter."""
    assert analysis.resolution is not None
    return [each for siblings in rows(analysis.resolution) for each in siblings]


@given(
    st.data(),
    drafts(),
    st.sampled_from(["md", "txt", "dump", "xml"]),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
    st.booleans(),
)
def test_references_name_what_they_named(
    data: st.DataObject, draft: Any, kind: str, encoding: str, wild: bool
) -> None:
    """Whatever is renamed, each reference names the same words as before."""
    write = {"md": markdown, "txt": typed, "dump": dumped, "xml": akn}[kind]
    text = write(draft)
    for said, meant in SPEAKING:
        text = text.replace(said, meant)
    if wild:
        text = data.draw(mangled(text))
    analysis = analysed(text, f"draft.{'txt' if kind == 'dump' else kind}", encoding)
    assume(analysis.resolution is not None and everything(analysis))
    one = data.draw(st.sampled_from(everything(analysis)))
    new = data.draw(st.sampled_from([*_near(one.marker.value), "17", "b", "iv"]))
    place = analysis.range(one.value).start
    params = types.RenameParams(text_document=_DOCUMENT, position=place, new_name=new)
    try:
        edit = rename(analysis, params)
    except JsonRpcException:
        return
    if edit is None:
        return
    after = analysed(changed(analysis, edit), analysis.uri.rpartition("/")[2])
    assert kept(after) == kept(analysis)
    assert len(everything(after)) == len(everything(analysis))
