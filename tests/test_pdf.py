"""PDF files as issued: what is read of them, and what of them cannot be."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from prints import BOLD, ITALIC, ROMAN, Printed, pdf
from resolint import UnreadableError, parse, read
from resolint.grammar.space import plain
from resolint.readers.pdf import pages
from resolint.text import Source, Style

pytest.importorskip("pypdfium2", reason="pypdfium2 is not here: no PDF is read")

SHARED = Path(
    os.environ.get("RESOLINT_SHARED", Path(__file__).parents[1].parent / "shared")
)
LEFT, FIRST = 120, 144
"""Where lines begin, and first lines of paragraphs."""


def opened(height: float, opening: str, rest: str, number: str = "") -> list[Printed]:
    """Return the first line of a paragraph, which opens in italics."""
    # Times in size 10 takes some 4.4 points a letter; the rest comes right behind.
    at = FIRST + (14 if number else 0)
    end = at + width(opening)
    before = [Printed(FIRST, height, number)] if number else []
    return [
        *before,
        Printed(at, height, f"{opening} ", ITALIC),
        Printed(end, height, rest),
    ]


def width(text: str) -> float:
    """Return about how much room some words in italics take, and a space."""
    narrow = sum(text.count(each) for each in "ilIjtf ")
    return 4.9 * (len(text) - narrow) + 2.9 * narrow + 2.5


FULL = "x" * 10 + " the lighthouses of the coast and the keepers who have lived in them"
ONE = [
    Printed(120, 740, "United Nations", size=14),
    Printed(480, 741, "A/99/L.1"),
    Printed(120, 706, "General Assembly", BOLD, 20),
    Printed(400, 705, "Distr.: Limited"),
    Printed(400, 693, "1 May 2044"),
    Printed(60, 650, "Ninety-ninth session", BOLD),
    Printed(60, 638, "Agenda item 7"),
    Printed(60, 626, "Lighthouses and other", BOLD),
    Printed(60, 614, "lights", BOLD),
    Printed(LEFT, 590, "Lighthouses of the world", BOLD, 12),
    Printed(FIRST, 566, "The General Assembly", ITALIC),
    Printed(FIRST + 88, 566, ","),
    *opened(548, "Recalling", "that lighthouses stand on rocks, and that of all well-"),
    Printed(LEFT, 536, "known lights these are the ones that ships from far away"),
    Printed(LEFT, 524, "look for,"),
    Printed(LEFT + 38, 528, "1", size=6),
    *opened(
        506, "Noting", "that the keepers of lighthouses have kept them for long years"
    ),
    Printed(
        LEFT, 494, "in wind and weather, and that some of them have kept two at a time"
    ),
    Printed(100, 110, "____________"),
    Printed(110, 100, "1", size=5),
    Printed(116, 97, "See A/98/7.", size=8),
    Printed(60, 40, "44-12345 (E)    010544"),
]
TWO = [
    Printed(60, 740, "A/99/L.1", BOLD, 9),
    Printed(400, 740, "Lighthouses of the world", size=9),
    Printed(LEFT, 706, "without complaint,"),
    *opened(688, "Welcomes", "all of them;", "1."),
    *opened(670, "Decides", "to remain seized of the matter.", "2."),
    Printed(60, 40, "2/2", BOLD, 9),
    Printed(500, 40, "44-12345", size=7),
]


def source(*printed: list[Printed]) -> Source:
    """Print pages and read them."""
    return read(pdf(printed), "draft.pdf")


def lines(of: Source) -> list[str]:
    """Return the blocks of a source."""
    return [of[each.span] for each in of.blocks]


def test_a_draft_is_read() -> None:
    """The masthead field by field, paragraphs whole, over lines and pages; notes."""
    read = source(ONE, TWO)
    assert lines(read) == [
        "United Nations",
        "A/99/L.1",
        "General Assembly",
        "Distr.: Limited",
        "1 May 2044",
        "Ninety-ninth session",
        "Agenda item 7",
        "Lighthouses and other lights",
        "Lighthouses of the world",
        "The General Assembly,",
        "Recalling that lighthouses stand on rocks, and that of all well-known lights "
        "these are the ones that ships from far away look for,",
        "Noting that the keepers of lighthouses have kept them for long years in wind "
        "and weather, and that some of them have kept two at a time without complaint,",
        "1. Welcomes all of them;",
        "2. Decides to remain seized of the matter.",
        "See A/98/7.",
    ]
    assert [read[each.span] for each in read.emphasis] == [
        "The General Assembly",
        "Recalling",
        "Noting",
        "Welcomes",
        "Decides",
    ]
    assert read.blocks[0].style is Style.MASTHEAD
    note = read.blocks[-1]
    assert (note.style, note.label) == (Style.NOTE, "1")
    (call,) = read.calls
    assert read.text[: call.at].endswith("look for,")
    assert read.format == "pdf"


def test_it_is_understood() -> None:
    """What is read of a PDF file is a resolution."""
    found = parse(source(ONE, TWO))
    assert found.masthead.value("symbol") == "A/99/L.1"
    assert (len(found.preamble), len(found.operative), len(found.notes)) == (2, 2, 1)


@pytest.mark.parametrize(
    ("end", "begin", "joined"),
    [
        ("the light-", "house stands", "the lighthouse stands"),
        ("a long-", "kept promise", "a long-kept promise"),
        ("two-", "and three-year plans", "two- and three-year plans"),
        ("2044–", "2054", "2044–2054"),
        ("the Secretary-", "General", "the Secretary-General"),
    ],
)
def test_hyphens(end: str, begin: str, joined: str) -> None:
    """A hyphen at the end of a line stays, unless the word is there without it."""
    filling = "of all that is known to the keepers of the lighthouse on rocks, "
    page = [
        Printed(LEFT, 700, filling * 2),
        Printed(LEFT, 688, f"{filling}of the sea and of ships there is {end}"),
        Printed(LEFT, 676, f"{begin} {filling}"),
    ]
    (whole,) = lines(source(page))
    assert f"there is {joined}" in whole


def test_squares() -> None:
    """A raised figure behind a unit calls no note; letters call only what there is."""
    page = [
        Printed(LEFT, 700, "The lantern room has 12 m"),
        Printed(LEFT + 102, 704, "2", size=6),
        Printed(LEFT + 110, 700, "on the 20"),
        Printed(LEFT + 147, 704, "th", size=6),
        Printed(LEFT + 156, 700, "floor."),
    ]
    read = source(page)
    assert lines(read) == ["The lantern room has 12 m² on the 20th floor."]
    assert not read.calls


def test_cells() -> None:
    """What stands far apart on a line is cells of a table."""
    page = [
        Printed(left, height, text)
        for height, row in ((700, ("Name", "Height")), (688, ("Pharos", "130 m")))
        for left, text in zip((LEFT, 300), row, strict=True)
    ]
    styles = [each.style for each in source(page).blocks]
    assert styles.count(Style.TABLE) == 2


def test_asterisk() -> None:
    """An asterisk of full size calls the note with that sign."""
    page = [
        Printed(LEFT, 700, "Pharos:* draft resolution", BOLD),
        Printed(100, 110, "____________"),
        Printed(110, 97, "* On behalf of all lighthouses.", size=8),
    ]
    read = source(page)
    assert lines(read) == ["Pharos: draft resolution", "On behalf of all lighthouses."]
    assert [each.label for each in read.calls] == ["*"]


WHOLE = pdf([ONE, TWO])


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"1. Welcomes all;", "damaged, or no .pdf file"),
        (b"%PDF-1.7\n", "damaged"),
        (pdf([[]]), "no text: it may be a scan"),
        (pdf([[Printed(9, 9, "a")]] * 301), "more than 300 pages"),
    ],
)
def test_unreadable(data: bytes, why: str) -> None:
    """What cannot be read is told in one line that begins with the name."""
    with pytest.raises(UnreadableError, match=why) as told:
        read(data, "draft.pdf")
    assert str(told.value).startswith("draft.pdf: ")
    assert "\n" not in str(told.value)


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pypdfium2 one line says how to get it."""
    monkeypatch.setattr(pages, "find_spec", lambda name: None)
    with pytest.raises(UnreadableError, match=r"pip install \"resolint\[pdf\]\""):
        read(WHOLE, "draft.pdf")


def test_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes too long is given up."""
    monkeypatch.setattr(pages, "SECONDS", 0.001)
    with pytest.raises(UnreadableError, match="takes more than"):
        read(WHOLE, "draft.pdf")


def test_damage() -> None:
    """A file that is cut off or changed is read, or told to be damaged."""
    chance = random.Random(7)
    for _ in range(15):
        data = bytearray(WHOLE[: chance.randrange(len(WHOLE))])
        for _ in range(chance.randrange(20)):
            data[chance.randrange(9, max(10, len(data))) % len(data)] = 48
        try:
            read(bytes(b"%PDF-1.4\n" + data[9:]), "draft.pdf")
        except UnreadableError as error:
            assert "\n" not in str(error)


def call(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call the command in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "resolint", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def test_the_command(tmp_path: Path) -> None:
    """A PDF file is checked when it is named; the row is the block."""
    flawed = [each._replace(text=each.text.replace(";", ".")) for each in TWO]
    (tmp_path / "draft.pdf").write_bytes(pdf([ONE, flawed]))
    (tmp_path / "bad.pdf").write_bytes(WHOLE[:60])
    result = call(tmp_path, "check", "--select", "OPN005", "draft.pdf")
    assert result.returncode == 1
    assert result.stdout.startswith("draft.pdf:13:24: OPN005 ")
    result = call(tmp_path, "check", "bad.pdf")
    assert result.returncode == 2
    assert result.stderr == "bad.pdf: this PDF file is damaged\n"


def test_a_folder(tmp_path: Path) -> None:
    """Of a folder what is read only when named is left out, and that is told."""
    (tmp_path / "draft.pdf").write_bytes(WHOLE)
    (tmp_path / "draft.odt").write_bytes(b"")
    (tmp_path / "draft.md").write_text("Hello.", "utf-8")
    result = call(tmp_path, "check", ".")
    assert result.returncode == 0
    told = "1 .odt and 1 .pdf files are read only when named: left out"
    assert told in result.stderr
    assert call(tmp_path, "check", "-q", ".").stderr == ""


def said(of: Source) -> list[tuple[Style, str, str]]:
    """Return the blocks of a source, with their labels and in plain white space."""
    return [
        (Style.NOTE if each.style is Style.NOTE else Style.BODY, each.label, words)
        for each in of.blocks
        for words in [plain(of[each.span])]
    ]


@pytest.mark.skipif(not (SHARED / "corpus").exists(), reason="the corpus is not here")
def test_issued_drafts_read_as_their_text() -> None:
    """Nearly every block of a draft as issued is as in the text copied out of it."""
    wanted = found = 0
    for text in sorted((SHARED / "corpus" / "drafts").glob("*.txt"))[::9]:
        blocks = said(read(text))
        known = set(said(read(text.with_suffix(".pdf"))))
        wanted += len(blocks)
        found += sum(block in known for block in blocks)
    assert found / wanted > 0.98


def test_fonts() -> None:
    """A text in roman type has no italics."""
    read = source([Printed(LEFT, 700, "All in one.", ROMAN)])
    assert not read.emphasis
