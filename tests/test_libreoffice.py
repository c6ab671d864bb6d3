"""LibreOffice: what it saves of our files, and what is read of its own through it."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from drafting import Draft, read_from, said_by
from office import PICTURES, SOFFICE, saved, typed
from renderings import word
from resolint import Source, UnreadableError, parse, read
from resolint.readers import office
from resolint.text import View
from strategies import drafts
from test_word_package import docx, par, run

needed = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not here: apt install libreoffice-writer"
)
posix = pytest.mark.skipif(os.name != "posix", reason="the program is a shell script")

AUTHOR = 'w:author="Keeper" w:date="2044-05-01T00:00:00Z"'
BODY = "".join(
    [
        par("United Nations"),
        par("A/99/L.1"),
        par(run("Lighthouses", "<w:b/>")),
        par(run("The General Assembly", "<w:i/>"), ","),
        par(
            '<w:commentRangeStart w:id="0"/>',
            run("Recalling", "<w:i/>"),
            " the lighthouses of the coast",
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            " and their keepers,",
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        ),
        par(
            "1. ",
            run("Welcomes", "<w:i/>"),
            " the ",
            f'<w:del w:id="7" {AUTHOR}><w:r><w:delText>old</w:delText></w:r></w:del>',
            f'<w:ins w:id="8" {AUTHOR}>{run("new")}</w:ins>',
            " lamps;",
        ),
        par("2. ", run("Decides", "<w:i/>"), " to remain seized of the matter."),
    ]
)
MADE = typed(
    docx(
        BODY,
        footnotes=(
            '<w:footnote w:type="separator" w:id="0">'
            f"{par('<w:r><w:separator/></w:r>')}</w:footnote>"
            '<w:footnote w:type="continuationSeparator" w:id="1">'
            f"{par('<w:r><w:continuationSeparator/></w:r>')}</w:footnote>"
            '<w:footnote w:id="2">'
            f"{par('<w:r><w:footnoteRef/></w:r>', ' See A/98/7.')}</w:footnote>"
        ),
        comments=(
            f'<w:comment w:id="0" w:initials="K" {AUTHOR}>'
            f"{par('resolint: ignore PRE003 keepers know')}</w:comment>"
        ),
    )
)


def shown(source: Source) -> tuple[object, ...]:
    """Return all that tests ask of a source."""
    return (
        [(each.label, source[each.span].strip()) for each in source.blocks],
        [source[each.span] for each in source.emphasis],
        [source[each] for each in source.bold],
        [(source.text[call.at - 5 : call.at], call.label) for call in source.calls],
        [(source[span], words.strip()) for span, words in source.remarks],
        source.tracked,
    )


@needed
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("through", ["docx", "odt"])
def test_nothing_is_lost(through: str, view: View) -> None:
    """Words, notes, italics, comments and tracked changes are as they were."""
    (again,) = saved([MADE], "docx", through)
    ours = read(MADE, "made.docx", view=view)
    assert "old" in ours.text or view is View.FINAL
    assert shown(read(again, f"made.{through}", view=view)) == shown(ours)


@needed
@pytest.mark.parametrize("ending", ["odt", "rtf", "doc"])
def test_other_files(ending: str) -> None:
    """OpenDocument, RTF and old Word files read as the Word file does."""
    (again,) = saved([MADE], "docx", ending)
    source, ours = read(again, f"made.{ending}"), read(MADE, "made.docx")
    assert source.format == ending
    assert shown(source)[:4] == shown(ours)[:4]
    # The content says what a file is, whatever it is called.
    assert read(again, "<stdin>").format == ending


@needed
@settings(
    max_examples=4,
    phases=[Phase.generate],
    derandomize=True,
    database=None,
    deadline=None,
)
@given(draft=drafts())
def test_drafts_are_printed_and_saved(draft: Draft) -> None:
    """Any draft is the same document when saved again, through .odt, and printed."""
    made = typed(word(draft))
    wanted = said_by(draft)
    (odt,) = saved([made], "docx", "odt")
    for was, to, data in (("docx", "docx", made), ("odt", "docx", odt)):
        (again,) = saved([data], was, to)
        assert read_from(parse(read(again, "draft.docx"))) == wanted
    try:
        import pypdfium2  # noqa: F401
    except ImportError:
        return
    (printed,) = saved([made], "docx", "pdf")
    assert read_from(parse(read(printed, "draft.pdf"))) == wanted


@needed
@pytest.mark.skipif(PICTURES is None, reason="pdftoppm is not here: poppler-utils")
def test_a_page_has_ink(tmp_path: Path) -> None:
    """The first page of a draft of ours is drawn, and is neither blank nor black."""
    (printed,) = saved([MADE], "docx", "pdf")
    (tmp_path / "made.pdf").write_bytes(printed)
    assert PICTURES
    subprocess.run(
        [PICTURES, "-gray", "-r", "50", "-l", "1", "made.pdf", "page"],
        cwd=tmp_path,
        check=True,
        timeout=60,
    )
    (picture,) = tmp_path.glob("page*.pgm")
    _, size, _, dots = picture.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    assert len(dots) == width * height
    dark = sum(dot < 128 for dot in dots) / len(dots)
    assert 0.002 < dark < 0.2


@needed
def test_damage() -> None:
    """A file that LibreOffice cannot read is told in one line."""
    (odt,) = saved([MADE], "docx", "odt")
    with pytest.raises(UnreadableError, match=r"^cut\.odt: LibreOffice cannot read"):
        read(odt[: len(odt) // 2], "cut.odt")


@needed
def test_the_command(tmp_path: Path) -> None:
    """Files that go through LibreOffice are checked side by side, and leave nothing."""
    again = [saved([MADE], "docx", ending)[0] for ending in ("odt", "rtf")]
    for name, data in zip(("a.odt", "b.rtf"), again, strict=True):
        (tmp_path / name).write_bytes(data)
    calls = [
        subprocess.Popen(
            [sys.executable, "-m", "resolint", "check", "--select", "MET", name],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("a.odt", "b.rtf")
    ]
    for each in calls:
        out, err = each.communicate(timeout=120)
        assert (each.returncode in (0, 1), err) == (True, "")
        assert all(": MET" in line for line in out.splitlines())
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.odt", "b.rtf"]


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice one line says how to get it."""
    monkeypatch.setattr(office, "found", lambda: None)
    with pytest.raises(UnreadableError, match=r"^draft\.rtf: LibreOffice is needed"):
        read(b"{\\rtf1 The General Assembly,}", "draft.rtf")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("draft.odt", b"", "empty"),
        ("draft.odt", b"1. Welcomes all;", "damaged, or no .odt file"),
        ("draft.doc", b"1. Welcomes all;", "damaged, or no .doc file"),
    ],
)
def test_no_such_file(name: str, data: bytes, why: str) -> None:
    """What is not of the format that its name promises is told, without LibreOffice."""
    with pytest.raises(UnreadableError, match=why):
        read(data, name)


@posix
def test_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """LibreOffice is ended when it takes too long, with all that it has started."""
    slow = tmp_path / "soffice"
    slow.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/child\nwait\n")
    slow.chmod(0o755)
    monkeypatch.setattr(office, "found", lambda: str(slow))
    monkeypatch.setattr(office, "SECONDS", 1)
    with pytest.raises(UnreadableError, match="takes more than 1 seconds"):
        read(b"{\\rtf1 The General Assembly,}", "draft.rtf")
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if _gone(child):
            return
        time.sleep(0.1)
    pytest.fail("the child goes on")


def _gone(process: int) -> bool:
    """Whether a process has ended; nobody may have buried it yet."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().split()[2] == "Z"


@posix
def test_no_trace(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """LibreOffice has a folder and a profile of its own, and then all is gone."""
    told = tmp_path / "told"
    program = tmp_path / "soffice"
    program.write_text(
        f'#!/bin/sh\npwd > {told}\nfor each; do echo "$each" >> {told}\ndone\n'
    )
    program.chmod(0o755)
    monkeypatch.setattr(office, "found", lambda: str(program))
    with pytest.raises(UnreadableError, match="LibreOffice cannot read this"):
        read(b"{\\rtf1 The General Assembly,}", "draft.rtf")
    folder, *arguments = told.read_text().splitlines()
    assert not Path(folder).exists()
    assert {"--headless", "--norestore", "--nolockcheck"} <= {*arguments}
    assert any(each.startswith("-env:UserInstallation=file:") for each in arguments)
