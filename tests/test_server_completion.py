"""What the server offers to go on with: opening phrases and instruments."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from editing import ABLE, analysed
from messes import messes
from renderings import akn, markdown, typed
from resolint.server.analysis import Analysis
from resolint.server.completion import completion
from strategies import drafts
from talking import PATIENCE, open_draft, session, told

URI = "file:///drafts/draft.md"
HERE = "⌶"
"""Stands in a draft where the cursor is."""
SNIPPETS = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        completion=types.CompletionClientCapabilities(
            completion_item=types.ClientCompletionItemOptions(snippet_support=True)
        )
    )
)
"""An editor that knows places to fill in."""
PREAMBLE = """\
*The General Assembly*,

*Recalling* its resolution on wells,

{}

1. *Requests* the Secretary-General to keep the lamps;

2. *Welcomes* the keepers of the lamps.
"""
OPERATIVE = """\
*The General Assembly*,

*Recalling* its resolution on wells,

1. *Requests* the Secretary-General to keep the lamps;

{}
"""
COUNCIL = """\
*The Security Council*,

*Recalling* its resolution 1325 (2000),

{}
"""
NOTED = """\
*The General Assembly*,

*Recalling* the wells,{}

*Noting* the report of the keepers,[^1]

1. *Welcomes* the lamps;{}

[^1]: A/79/328.
[^2]: A/79/329.

2. *Decides* to remain seized of the matter.[^2]
"""


def offered(
    text: str, name: str = "draft.md", able: types.ClientCapabilities = ABLE
) -> tuple[Analysis, list[types.CompletionItem]]:
    """Return a draft, and what is offered at the cursor in it, as editors sort it."""
    at = text.index(HERE)
    draft = analysed(text.replace(HERE, ""), name, capabilities=able)
    document = types.TextDocumentIdentifier(draft.uri)
    params = types.CompletionParams(document, draft.text.position(at))
    items = completion(draft, params).items
    return draft, sorted(items, key=lambda item: item.sort_text or "")


def labels(text: str, name: str = "draft.md") -> list[str]:
    """Return the labels of what is offered."""
    return [item.label for item in offered(text, name)[1]]


def chosen(
    text: str,
    label: str,
    name: str = "draft.md",
    able: types.ClientCapabilities = ABLE,
) -> str:
    """Return the file with what has a label put in."""
    draft, items = offered(text, name, able)
    (item,) = (each for each in items if each.label == label)
    assert isinstance(item.text_edit, types.TextEdit)
    changes = [item.text_edit, *(item.additional_text_edits or ())]
    spans = [(*draft.text.offsets(each.range), each.new_text) for each in changes]
    made = draft.text.words
    for start, end, new in sorted(spans, reverse=True):
        made = made[:start] + new + made[end:]
    return made


def test_preamble() -> None:
    """In the preamble its phrases are offered, the organ's usual ones first."""
    found = labels(PREAMBLE.format(HERE))
    assert found[:3] == ["Recalling also", "Recognizing", "Reaffirming"]
    assert "Requests" not in found
    assert labels(COUNCIL.format(f"A{HERE}"))[0] == "Acting"


def test_operative() -> None:
    """Behind a number the phrases of the operative part are offered."""
    found = labels(OPERATIVE.format(f"2. {HERE}"))
    assert "Encourages" in found
    assert "Noting" not in found


def test_also() -> None:
    """*Also* and *further* are offered where they have their turn, and only there."""
    assert labels(PREAMBLE.format(f"*Rec{HERE}"))[0] == "Recalling also"
    further = PREAMBLE.format(f"*Recalling also* the lamps,\n\n*Rec{HERE}")
    assert labels(further)[0] == "Recalling further"
    anew = further.replace("also*", "further*")
    assert labels(anew)[0] == "Recalling"
    assert "Recognizing also" not in labels(PREAMBLE.format(f"*Rec{HERE}"))
    assert "Noting also" not in labels(PREAMBLE.format(f"*Noting{HERE}"))


def test_addressee() -> None:
    """After a request both are offered: to the same, and to somebody else."""
    items = offered(OPERATIVE.format(f"2. *{HERE}"))[1]
    assert [(item.label, item.detail) for item in items[:2]] == [
        ("Also requests", "if it is the Secretary-General again"),
        ("Requests", "if it is not the Secretary-General"),
    ]
    assert [item.preselect for item in items[:3]] == [True, None, None]
    # Who begins with the verb is offered the adverb before it too, and can choose it.
    typed = offered(OPERATIVE.format(f"2. *Req{HERE}"))[1]
    assert [item.label for item in typed] == ["Also requests", "Requests"]
    assert [item.filter_text for item in typed] == ["*requests", "*Requests"]


def test_heading() -> None:
    """Under a new heading the row of a phrase begins anew."""
    text = OPERATIVE.format(f"**Lamps**\n\n2. *{HERE}")
    assert "Also requests" not in labels(text)


def test_council() -> None:
    """The Security Council has no such rows: all its phrases are offered."""
    found = labels(COUNCIL.format(f"Rec{HERE}"))
    assert found[0] == "Recalling"
    assert "Recalling also" in found


def test_italics() -> None:
    """Italics are marked in Markdown as they have been begun, and not in text."""
    assert "\n\n*Recalling also* \n" in chosen(
        PREAMBLE.format(f"Rec{HERE}"), "Recalling also"
    )
    assert "\n\n_Noting_ \n" in chosen(PREAMBLE.format(f"_No{HERE}"), "Noting")
    assert "\n\n*Noting* the lamps,\n" in chosen(
        PREAMBLE.format(f"*No{HERE}* the lamps,"), "Noting"
    )
    plain = PREAMBLE.replace("*", "").format(f"No{HERE}")
    assert "\n\nNoting \n" in chosen(plain, "Noting", "draft.txt")


def test_case() -> None:
    """What is typed in small letters gets its capital; capitals stay."""
    assert "*Noting* " in chosen(PREAMBLE.format(f"no{HERE}"), "Noting")
    assert "*NOTING* " in chosen(PREAMBLE.format(f"*NO{HERE}"), "NOTING")


@pytest.mark.parametrize(
    "text",
    [
        PREAMBLE.format(f"*Recalling also* the lamps, not{HERE}"),
        PREAMBLE.replace("on wells,", f"on wells\nnot{HERE},"),
        PREAMBLE.replace("*The", f"no{HERE}\n\n*The"),
        OPERATIVE.format(f"2. *Welcomes* the lamps.\n\nAnnex\n\nRules\n\nno{HERE}"),
        OPERATIVE.format(f"2. *Welcomes* the lamps.[^1]\n\n[^1]: no{HERE}"),
    ],
    ids=["in a paragraph", "in its second line", "masthead", "annex", "note"],
)
def test_elsewhere(text: str) -> None:
    """Opening phrases are offered only where a paragraph begins."""
    assert labels(text.replace("{}", "")) == []


def test_first_words() -> None:
    """A draft that is no resolution yet is gone on with too."""
    found = labels(f"Rec{HERE}")
    assert found[0] == "Recalling"
    assert "Recommends" in found
    assert labels(f"1. Rec{HERE}")[:2] == ["Recognizes", "Recalls"]


def test_instrument() -> None:
    """The beginning of a title, of its end or of an acronym gives the whole title."""
    title = "Convention on the Rights of the Child"
    text = PREAMBLE.format(
        f"*Recalling also* the Convention on the Rights of the{HERE}"
    )
    assert f"*Recalling also* the {title}\n" in chosen(text, title)
    sea = "United Nations Convention on the Law of the Sea"
    text = PREAMBLE.format(f"*Noting* the convention on the law of the s{HERE}")
    assert f"*Noting* the {sea}\n" in chosen(text, sea)
    women = "Convention on the Elimination of All Forms of Discrimination against Women"
    assert women in labels(PREAMBLE.format(f"*Noting* the CEDAW{HERE}"))
    assert labels(PREAMBLE.format(f"*Noting* the lamps of the{HERE}")) == []


def test_first_note() -> None:
    """With the title comes its note, at the end of the file where there is no other."""
    text = PREAMBLE.format(f"*Noting* the Convention on the Rights of the C{HERE},")
    made = chosen(text, "Convention on the Rights of the Child [^1]")
    assert "*Noting* the Convention on the Rights of the Child,[^1]\n" in made
    assert made.endswith(
        "keepers of the lamps.\n\n"
        "[^1]: United Nations, *Treaty Series*, vol. 1577, No. 27531.\n"
    )
    found = analysed(made).found
    assert not [each for each in found if each.code[:3] in ("FNT", "TRE", "PUN")]


def test_note_between() -> None:
    """A note between others gets a word for a label, and stands in its turn."""
    text = NOTED.format(f" the New Urban Agen{HERE},", "")
    made = chosen(text, "New Urban Agenda [^urban-agenda]")
    assert "the New Urban Agenda,[^urban-agenda]\n" in made
    assert "[^urban-agenda]: Resolution 71/256, annex.\n[^1]: A/79/328.\n" in made
    text = NOTED.format("", f" the New Urban Agen{HERE}.")
    made = chosen(text, "New Urban Agenda [^urban-agenda]")
    assert "[^1]: A/79/328.\n[^urban-agenda]: Resolution 71/256, annex.\n[^2]:" in made
    assert not [each for each in analysed(made).found if each.code == "FNT001"]


def test_last_note() -> None:
    """A note behind all others gets the next number."""
    text = f"{NOTED.format('', '')}\n3. *Notes* the New Urban Agen{HERE}.\n"
    made = chosen(text, "New Urban Agenda [^3]")
    assert "[^2]: A/79/329.\n[^3]: Resolution 71/256, annex.\n" in made


def test_note_that_is_there() -> None:
    """An instrument whose note is there already is offered alone."""
    text = NOTED.format(f" the New Urban Agen{HERE},", "").replace(
        "A/79/329.", "See resolution 71/256, annex."
    )
    assert labels(text) == ["New Urban Agenda"]


def test_note_of_councils() -> None:
    """The councils name the Assembly in the note; the Security Council has none."""
    text = COUNCIL.format(f"*Noting* the New Urban Agen{HERE},")
    assert labels(text) == ["New Urban Agenda"]
    text = text.replace("Security", "Human Rights")
    made = chosen(text, "New Urban Agenda [^1]")
    assert made.endswith("[^1]: General Assembly resolution 71/256, annex.\n")


def test_no_notes() -> None:
    """Where the format has no notes the title comes alone."""
    text = PREAMBLE.replace("*", "").format(f"Noting the New Urban Agen{HERE},")
    assert labels(text, "draft.txt") == ["New Urban Agenda"]


def test_snippet() -> None:
    """Where no mark follows the indicator leaves room for one before it."""
    text = PREAMBLE.format(f"*Noting* the New Urban Agen{HERE}")
    made = chosen(text, "New Urban Agenda [^1]", able=SNIPPETS)
    assert "*Noting* the New Urban Agenda${1:,}[^1]$0\n" in made
    made = chosen(text, "New Urban Agenda [^1]")
    assert "*Noting* the New Urban Agenda[^1]\n" in made


def test_end_of_file() -> None:
    """At the end of the file the note goes below the place where one writes on."""
    text = COUNCIL.replace("Security Council", "General Assembly").strip()
    text = text.format(f"*Noting* the New Urban Agen{HERE}")
    made = chosen(text, "New Urban Agenda [^1]", able=SNIPPETS)
    assert made.endswith("${1:,}[^1]$0\n\n[^1]: Resolution 71/256, annex.\n")
    assert labels(text) == ["New Urban Agenda"]


def test_line_ends() -> None:
    """A note is written with the line ends of the file."""
    text = PREAMBLE.format(f"*Noting* the New Urban Agen{HERE},")
    made = chosen(text.replace("\n", "\r\n"), "New Urban Agenda [^1]")
    assert made.endswith("\r\n\r\n[^1]: Resolution 71/256, annex.\r\n")
    assert made.count("\n") == made.count("\r\n")


@given(
    st.one_of(
        drafts().map(lambda draft: (markdown(draft), "draft.md")),
        drafts().map(lambda draft: (typed(draft), "draft.txt")),
        drafts().map(lambda draft: (akn(draft), "draft.xml")),
        messes().map(lambda text: (text, "draft.md")),
        messes().map(lambda text: (text, "draft.txt")),
    ),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
    st.sampled_from(["", "\n\n", "\n\nRec", "\n\n4. *Re", " the Conv", " CEDAW"]),
    st.lists(st.floats(0, 1), min_size=2, max_size=2),
)
def test_anywhere(
    file: tuple[str, str], encoding: str, typing: str, shares: list[float]
) -> None:
    """Nothing raises at any place; edits lie in the text, on its line, and apart."""
    for share in shares:
        text, name = file
        at = int(share * len(text))
        draft = analysed(f"{text[:at]}{typing}{text[at:]}", name, encoding)
        document = types.TextDocumentIdentifier(draft.uri)
        place = draft.text.position(at + len(typing))
        here = draft.text.offset(place)
        params = types.CompletionParams(document, place)
        for item in completion(draft, params).items:
            assert isinstance(item.text_edit, types.TextEdit)
            area = item.text_edit.range
            start, end = draft.text.offsets(area)
            assert area.start.line == area.end.line == place.line
            assert start <= here <= end
            for more in item.additional_text_edits or ():
                first, last = draft.text.offsets(more.range)
                assert not start <= first <= last <= end


@pytest.mark.asyncio
async def test_over_the_protocol() -> None:
    """The server offers phrases to an editor; only an asterisk makes it ask."""
    text = OPERATIVE.format("2. *En")
    async with session() as client:
        open_draft(client, URI, text)
        await told(client, URI)
        document = types.TextDocumentIdentifier(URI)
        line = text.splitlines().index("2. *En")
        params = types.CompletionParams(document, types.Position(line, 6))
        found = await asyncio.wait_for(
            client.text_document_completion_async(params), PATIENCE
        )
    assert isinstance(found, types.CompletionList)
    assert found.items[0].label == "Encourages"
    edit = found.items[0].text_edit
    assert isinstance(edit, types.TextEdit)
    assert edit.new_text == "*Encourages* "
    assert (edit.range.start.character, edit.range.end.character) == (3, 6)
