"""pandoc: Word files of its making read as the Markdown that they were made of."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from drafting import Draft, read_from, said_by
from office import PANDOC
from renderings import markdown
from resolint import parse, read
from strategies import drafts

pytestmark = pytest.mark.skipif(
    PANDOC is None, reason="pandoc is not here: apt install pandoc"
)
DRAFT = """# Lighthouses

*The General Assembly*,

*Recalling* the lighthouses of the coast,[^1]

*Noting* the keepers:

(a) Of the lamps;

(b) Of the **logbooks**,

1\\. *Welcomes* the restoration of the lighthouse;

2\\. *Decides* to remain seized of the matter.

[^1]: See A/98/7.
"""


def word(text: str) -> bytes:
    """Return the Word file that pandoc makes of Markdown."""
    assert PANDOC
    # Front matter is for us; lists stay as they are typed.
    form = "markdown-yaml_metadata_block-fancy_lists-startnum-example_lists"
    return subprocess.run(
        [PANDOC, f"--from={form}", "--to=docx", "--output=-"],
        input=text.encode(),
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout


def test_markdown_through_pandoc() -> None:
    """Paragraphs, items, italics, bold, notes and their calls are the same."""
    ours, theirs = read(DRAFT.encode(), "draft.md"), read(word(DRAFT), "draft.docx")
    assert read_from(parse(theirs)) == read_from(parse(ours))
    for each in (ours, theirs):
        assert "logbooks" in [each[span] for span in each.bold]
        (call,) = each.calls
        assert each.text[: call.at].endswith("coast,")


def test_automatic_numbers() -> None:
    """A numbered list of pandoc has its numbers written out."""
    source = read(
        word("*The General Assembly*,\n\n1.  *Welcomes* it;\n\n2.  *Ends*.\n"), "a.docx"
    )
    assert [source[each.span].replace("\t", " ") for each in source.blocks] == [
        "The General Assembly,",
        "1. Welcomes it;",
        "2. Ends.",
    ]


@settings(
    max_examples=8,
    phases=[Phase.generate],
    derandomize=True,
    database=None,
    deadline=None,
)
@given(draft=drafts())
def test_drafts_through_pandoc(draft: Draft) -> None:
    """Any draft is the same document, the masthead aside, which is front matter."""
    wanted = said_by(draft)
    found = read_from(parse(read(word(_body(markdown(draft))), "draft.docx")))
    for each in ("masthead",):
        found.pop(each, None), wanted.pop(each, None)
    assert found == wanted


def _body(text: str) -> str:
    """Return Markdown without its front matter, its numbers no lists of pandoc's."""
    if text.startswith("---\n"):
        text = text.split("\n---\n", 1)[1]
    lines = [
        line.replace(".", "\\.", 1) if line.partition(".")[0].isalnum() else line
        for line in text.split("\n")
    ]
    return "\n".join(lines)


def test_the_program_is_found() -> None:
    """What is called is a file."""
    assert PANDOC and Path(PANDOC).exists()
