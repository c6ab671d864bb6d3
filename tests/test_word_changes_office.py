"""Tracked changes as LibreOffice and pandoc write them."""

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import resolint
from resolint import View
from test_word_changes import DELETED, INSERTED, LISTS, NUMBERED, added, taken
from test_word_package import docx, lines, par, run, zipped

OFFICE, PANDOC = shutil.which("soffice"), shutil.which("pandoc")
BODY = (
    par("The ", taken("dim"), added("bright"), " lamp of the harbour,")
    + par("Trims", " the wick;", properties=NUMBERED)
    + par(added("Fills the can;"), properties=NUMBERED + INSERTED)
    + par(taken("Cleans the glass;"), properties=NUMBERED + DELETED)
    + par("Goes ", properties=NUMBERED + INSERTED)
    + par("to bed", properties=NUMBERED)
    + par(run("In italics", "<w:rPrChange w:id='8' w:author='A'>"
              "<w:rPr><w:i/></w:rPr></w:rPrChange>"), " once.")
)  # fmt: skip


TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def typed(data: bytes) -> bytes:
    """Add what LibreOffice wants to know of each part."""
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("numbering", "numbering"))
    )
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
        f'.relationships+xml"/>{rows}</Types>'
    ).encode()
    return zipped(files)


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice (soffice)")
@pytest.mark.parametrize("route", [("docx",), ("odt", "docx")])
def test_libreoffice_saves_changes_that_read_alike(
    tmp_path: Path, route: tuple[str, ...]
) -> None:
    """Saved again, and by way of .odt, which does not know what looks were before."""
    made = typed(docx(BODY, numbering=LISTS))
    path = tmp_path / "a.docx"
    path.write_bytes(made)
    for step, ending in enumerate(route):
        out = tmp_path / str(step)
        command = [
            OFFICE or "",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", ending),
            *("--outdir", str(out), str(path)),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        path = out / f"a.{ending}"
    for view in View:
        want = resolint.read(made, "a.docx", view=view)
        found = resolint.read(path, "a.docx", view=view)
        assert [_folded(each) for each in lines(found)] == [
            _folded(each) for each in lines(want)
        ]
        if "odt" not in route:
            italic = [found[each.span] for each in found.emphasis]
            assert italic == [want[each.span] for each in want.emphasis]


def _folded(line: str) -> str:
    return " ".join(line.split())


@pytest.mark.skipif(PANDOC is None, reason="needs pandoc")
def test_pandoc_writes_changes_that_are_read(tmp_path: Path) -> None:
    """Insertions and deletions."""
    said = 'author="A" date="2031-05-07T00:00:00Z"'
    words = f"[dim]{{.deletion {said}}}[bright]{{.insertion {said}}}"
    (tmp_path / "a.md").write_text(f"The {words} *lamp* of the harbour.\n", "utf-8")
    command = [PANDOC or "", "-o", "a.docx", "a.md"]
    subprocess.run(command, check=True, cwd=tmp_path, capture_output=True, timeout=60)
    final, original, both = (
        lines(resolint.read(tmp_path / "a.docx", view=view)) for view in View
    )
    assert final == ["The bright lamp of the harbour."]
    assert original == ["The dim lamp of the harbour."]
    assert both == ["The dimbright lamp of the harbour."]
