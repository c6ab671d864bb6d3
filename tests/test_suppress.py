"""Remarks that switch rules off, and remarks that the command writes."""

from pathlib import Path

import pytest

from resolint import View
from resolint.diagnostic import Diagnostic
from resolint.readers import read
from resolint.suppress import kept
from resolint.text import Source, Span
from test_cli import CLEAN, FLAWED, Call, call
from test_word_changes_remarks import comment, marked
from test_word_package import docx, par, run

__all__ = ["call"]

NAMES = {
    "OPN005": "operative-ending",
    "PRE003": "preambular-ending",
    "RSL001": "unused-ignore",
}
CODES = ("OPN005", "PRE003")


def lamps(*remarks: str) -> Source:
    """Read four paragraphs, each after what is said."""
    words = [f"{each}\n\nLamp {n}.\n\n" for n, each in enumerate(remarks, 1)]
    return read("".join(words).encode(), "a.md")


def told(source: Source, *on: str) -> list[str]:
    """Return what is told if each rule finds something in each paragraph."""
    found = [
        Diagnostic(code, Span(block.span.end - 1, block.span.end), "wrong")
        for block in source.blocks
        for code in CODES
    ]
    lines = {block.span.start: n for n, block in enumerate(source.blocks, 1)}
    left = kept(source, found, on or (*CODES, "RSL001"), NAMES)
    rows = []
    for each in left:
        starts = [at for at in lines if at <= each.span.start]
        what = each.message if each.code == "RSL001" else each.code
        rows.append(f"{lines[max(starts)]} {what}")
    return rows


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        ("", "<!-- resolint: ignore OPN005 reason -->", ["1 O", "1 P", "2 P"]),
        ("<!-- resolint: ignore-next OPN005 reason -->", "", ["1 P", "2 O", "2 P"]),
        ("<!-- resolint: ignore-file OPN005 reason -->", "", ["1 P", "2 P"]),
        ("", "<!-- resolint: ignore-file OPN005 reason -->", ["1 P", "2 P"]),
        ("<!-- resolint: off OPN005 reason -->", "", ["1 P", "2 P"]),
        (
            "<!-- resolint: off OPN reason -->",
            "<!-- resolint: on OPN005 -->",
            ["1 P", "2 O", "2 P"],
        ),
        (
            "<!-- resolint: ignore operative-ending: agreed -->",
            "",
            ["1 P", "2 O", "2 P"],
        ),
        ("<!-- who said so? -->", "", ["1 O", "1 P", "2 O", "2 P"]),
        ("<!-- resolint: ignore ALL agreed -->", "", ["2 O", "2 P"]),
        ("<!-- resolint: ignore OPN005, preambular-ending x -->", "", ["2 O", "2 P"]),
        ("<!-- resolint: ignore OPN005, as agreed -->", "", ["1 P", "2 O", "2 P"]),
        (
            "<!-- resolint: ignore OPN005 x\nresolint: ignore PRE003 y -->",
            "",
            ["2 O", "2 P"],
        ),
    ],
)
def test_what_is_switched_off(first: str, second: str, left: list[str]) -> None:
    """Each kind of remark holds where it says, for the rules that it names."""
    assert [row[:3] for row in told(lamps(first, second))] == left


def test_next_is_after_the_paragraph_that_a_remark_stands_in() -> None:
    """Within a paragraph the next one is meant, before it that one."""
    source = read(
        b"Lamp 1. <!-- resolint: ignore-next OPN005 x -->\n\nLamp 2.\n", "a.md"
    )
    assert [row[:3] for row in told(source)] == ["1 O", "1 P", "2 P"]


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ("ignore OPN006 x", "“ignore OPN006” names no rule there is: did you mean OPN"),
        ("ignore", "the remark “ignore” names no rule"),
        ("on OPN005", "the remark “on OPN005” follows no “off”"),
        ("ignore-next PRE003", "“ignore-next PRE003” switches nothing off here"),
    ],
)
def test_remarks_of_no_use_are_told(remark: str, said: str) -> None:
    """A rule that there is not, a range that is not open, a paragraph without any."""
    source = read(f"Lamp. <!-- resolint: {remark} -->".encode(), "a.md")
    assert any(said in row for row in told(source))
    assert not any(said in row for row in told(source, *CODES))


def test_a_remark_may_speak_of_remarks() -> None:
    """One that is kept for later is not told of."""
    whole = "<!-- resolint: ignore-file RSL001 kept -->"
    source = lamps(f"{whole}\n<!-- resolint: ignore-next OPN009 later -->", "")
    assert not any("remark" in row for row in told(source))


@pytest.mark.parametrize("view", View)
def test_a_word_comment_holds_for_its_paragraph(view: View) -> None:
    """It may be attached to one word of it; or be about the file."""
    body = par(run("Old "), marked(0, run("lamp")), run(".")) + par(run("Lamp."))
    for words, left in (
        ("resolint: ignore OPN005 x", ["1 P", "2 O", "2 P"]),
        ("resolint: ignore-next OPN005 x", ["1 O", "1 P", "2 P"]),
        ("resolint: ignore-file OPN005 x", ["1 P", "2 P"]),
        ("resolint: off OPN005 x", ["1 P", "2 P"]),
    ):
        data = docx(body, comments=comment(0, words))
        assert [row[:3] for row in told(read(data, "a.docx", view=view))] == left


def test_the_command_knows_names(call: Call, tmp_path: Path) -> None:
    """A remark may name a rule as people do; a slip in the name is told."""
    for name, status in (("operative-ending", 0), ("operative-endings", 1)):
        text = f"<!-- resolint: ignore-file {name} as adopted -->\n\n{FLAWED}"
        (tmp_path / "named.md").write_text(text, "utf-8")
        result = call("check", "--select", "OPN005", "named.md")
        assert result.returncode == status
    assert "did you mean operative-ending?" in result.stdout


def test_remarks_are_written(call: Call, tmp_path: Path) -> None:
    """One comment a paragraph, with all codes and the reason, and never again."""
    text = FLAWED.replace("Welcomes", "Recognises").replace("\n", "\r\n")
    (tmp_path / "new.md").write_bytes(b"\xef\xbb\xbf" + text.encode())
    result = call("check", "--select", "OPN", "--add-ignore=as agreed", "new.md")
    assert (result.returncode, result.stdout) == (0, "")
    assert "new.md: 1 remark written" in result.stderr
    remark = "<!-- resolint: ignore OPN005, OPN018 as agreed -->\r\n1. "
    written = (tmp_path / "new.md").read_bytes()
    assert written == b"\xef\xbb\xbf" + text.replace("1. ", remark).encode()
    call("check", "--select", "OPN", "--add-ignore", "new.md")
    assert (tmp_path / "new.md").read_bytes() == written


def test_remarks_are_written_to_xml(call: Call, tmp_path: Path) -> None:
    """What the file says stays what it was."""
    made = call("parse", "--output-format", "akn", "flawed.md").stdout
    (tmp_path / "a.xml").write_text(made, "utf-8")
    before = read(tmp_path / "a.xml").text
    assert call("check", "--select", "OPN005", "a.xml").returncode == 1
    result = call("check", "--select", "OPN005", "--add-ignore", "a.xml")
    assert (result.returncode, result.stdout) == (0, "")
    after = read(tmp_path / "a.xml")
    assert after.text == before
    assert after.raw.count("<!-- resolint: ignore OPN005 -->") == 1


def test_no_remarks_where_there_is_no_place(call: Call, tmp_path: Path) -> None:
    """Plain text is left as it is, and one line says so; so is a reason in two."""
    (tmp_path / "a.txt").write_text(FLAWED.replace("*", ""), "utf-8")
    before = (tmp_path / "a.txt").read_bytes()
    result = call("check", "--select", "OPN005", "--add-ignore", "a.txt")
    assert result.returncode == 2
    assert "a.txt: remarks are written to .md and .xml files" in result.stderr
    assert (tmp_path / "a.txt").read_bytes() == before
    for bad in (["--add-ignore=a -- b"], ["--add-ignore", "--fix"]):
        result = call("check", *bad, "flawed.md")
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr.count("\n") == 1
    assert (tmp_path / "flawed.md").read_text("utf-8") == FLAWED
    assert (tmp_path / "clean.md").read_text("utf-8") == CLEAN
