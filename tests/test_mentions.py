"""What references to paragraphs name, as the engine tells it."""

import os
from pathlib import Path

import pytest

from resolint.engine import understood
from resolint.mentions import mentions, row, rows
from resolint.readers import read_text

SHARED = Path(
    os.environ.get("RESOLINT_SHARED", Path(__file__).parents[1].parent / "shared")
)
CORPUS = SHARED / "corpus"
DRAFT = """\
The General Assembly,

Recalling the wells,

1. Welcomes the lamps, and {};

2. Decides to keep:

(a) The lenses;

(b) The wicks:

(i) Of the harbour;

(ii) Of the coast;

(c) The glass;

3. Requests the keepers to light them;

3 bis. Invites them to go on;

4. Invites all to come.
"""


def named(words: str) -> list[str]:
    """Return what some words in the first paragraph name, ranges counted out."""
    resolution = understood(read_text(DRAFT.format(words), "draft.txt"))
    return [
        "|".join(each.node.locator.removeprefix("paragraph ") for each in said.targets)
        for said in mentions(resolution)
        if said.last or not said.written
    ]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("see paragraph 3 below", ["3"]),
        ("see paragraphs 2 and 4 of the present resolution", ["2", "4"]),
        ("see paragraphs 2 to 4 of this resolution", ["2", "3", "3", "4"]),
        ("see paragraph 2 (b) below", ["2 (b)"]),
        ("see paragraph 2(b)(ii) below", ["2 (b) (ii)"]),
        ("see paragraph 2 (b) (i) and (ii) below", ["2 (b) (i)", "2 (b) (ii)"]),
        ("see paragraph 2 (b) (ii) and (c) below", ["2 (b) (ii)", "2 (c)"]),
        ("see paragraphs 2 (a) and 3 below", ["2 (a)", "3"]),
        ("see paragraph 2 (a) to (c) below", ["2 (a)", "2 (b)", "2 (c)"]),
        ("see paragraph 7 below", [""]),
        ("see paragraph 2 (k) below", [""]),
        # No more is said: the same text is likest.
        ("see paragraph 3", ["3"]),
        ("see paragraph 3 and paragraph 4 below", ["3", "4"]),
        ("see paragraph 9", []),
        # Those of others.
        ("see paragraph 3 of resolution 59/262", []),
        ("see its paragraph 3", []),
        ("see resolution 59/262, paragraph 3", []),
        ("see paragraph 3 and paragraph 4 of resolution 59/262", []),
        ("see A/79/328, para. 3", []),
        ("see article 1, paragraph 2", []),
        ("see paragraph 2 of section V of its resolution 59/262", []),
        ("see paragraph 4, subparagraphs (a) to (h), of the outcome", []),
        ("the words “paragraph 3 above”", []),
    ],
)
def test_references_name_paragraphs(words: str, due: list[str]) -> None:
    """Numbers and letters, ranges and lists name what the draft has of them."""
    assert named(words) == due


def test_rows_keep_to_one_form() -> None:
    """What is counted in one row is of one level and of one form."""
    resolution = understood(read_text(DRAFT.format("wells"), "draft.txt"))
    keys = [[each.key for each in siblings] for siblings in rows(resolution)]
    assert keys == [["1", "2", "3", "3 bis", "4"], ["a", "b", "c"], ["i", "ii"]]
    first = next(rows(resolution))
    assert row(first, first[0]) == first


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus at {CORPUS}")
def test_published_references_are_found() -> None:
    """What published texts say of paragraphs above or below is there, once."""
    count = 0
    for file in sorted(CORPUS.glob("*/*.md"))[::9]:
        resolution = understood(read_text(file.read_text("utf-8"), file.name))
        for said in mentions(resolution):
            count += 1
            assert len(said.targets) == 1, (file.name, said.passage.locator)
    assert count > 30
