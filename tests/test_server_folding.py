"""What folds in a draft."""

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from editing import analysed
from harbours import DRAFT
from messes import messes
from renderings import akn, markdown, typed
from resolint.server.folding import folding
from strategies import drafts

_ASKED = types.FoldingRangeParams(types.TextDocumentIdentifier("file:///draft.md"))


def folds(text: str, name: str = "draft.md") -> list[tuple[str, str]]:
    """Return the first and the last line of what folds, cut short."""
    lines = text.splitlines()
    return [
        (lines[each.start_line][:12], lines[each.end_line][:12])
        for each in folding(analysed(text, name), _ASKED) or []
    ]


def test_parts_and_paragraphs_fold() -> None:
    """The parts fold, paragraphs with items, annexes and notes."""
    assert folds(DRAFT) == [
        ("United Natio", "General Asse"),
        ("*Recalling* ", "*Bearing in "),
        ("1. *Welcomes", "5. *Also inv"),
        ("2. *Decides*", "(ii) The gla"),
        ("(b) To mend ", "(ii) The gla"),
        ("54th plenary", "23 December "),
        ("Annex", "2. Whoever l"),
        ("Rules of the", "2. Whoever l"),
        ("[^1]: See pa", "[^keepers]: "),
    ]


def test_front_matter_and_remarks_fold() -> None:
    """What is said of a file before its text, and remarks of several lines."""
    front = "---\nsymbol: A/79/L.1\nsession: 79\n---\n\n"
    remark = "<!--\nresolint: ignore PRE003\n-->\n\n"
    text = f"{front}{remark}{DRAFT}"
    analysis = analysed(text)
    found = folding(analysis, _ASKED) or []
    kinds = {(each.start_line, each.end_line): each.kind for each in found}
    assert kinds[0, 3] == types.FoldingRangeKind.Region
    assert kinds[5, 7] == types.FoldingRangeKind.Comment
    assert len({each.start_line for each in found}) >= len(folds(DRAFT))


@given(
    st.one_of(
        messes().map(lambda text: (text, "draft.md")),
        messes().map(lambda text: (text, "draft.txt")),
        drafts().map(lambda draft: (markdown(draft), "draft.md")),
        drafts().map(lambda draft: (typed(draft, width=60), "draft.txt")),
        drafts().map(lambda draft: (akn(draft), "draft.xml")),
    )
)
def test_folds_are_lines_of_the_file(text: tuple[str, str]) -> None:
    """Each fold has two lines or more, and no two are the same."""
    words, name = text
    analysis = analysed(words, name)
    found = folding(analysis, _ASKED) or []
    last = analysis.text.position(len(words)).line
    rows = [(each.start_line, each.end_line) for each in found]
    assert all(0 <= start < end <= last for start, end in rows)
    assert rows == sorted(rows, key=lambda row: (row[0], -row[1]))
