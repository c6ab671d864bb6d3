"""Drafts to begin with, from the installed command."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree

from drafting import read_from
from resolint import Organ, Resolution, Stage, parse, read
from resolint.document import Item, Operative
from resolint.text import Style

PROFILES = ("ga", "sc", "hrc", "ecosoc", "mun")
ENDINGS = (".md", ".docx")
ORGANS = {
    "ga": Organ.GA,
    "sc": Organ.SC,
    "hrc": Organ.HRC,
    "ecosoc": Organ.ECOSOC,
    "mun": Organ.GA,
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Result = subprocess.CompletedProcess[str]


def call(folder: Path, *arguments: str, hidden: str = "") -> Result:
    """Call the command in a folder, as if a library were not installed."""
    code = f"import sys; sys.modules[{hidden!r}] = None; "
    start = ["-c", code + "from resolint.cli import main; sys.exit(main())"]
    return subprocess.run(
        [sys.executable, *(start if hidden else ["-m", "resolint"]), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with all drafts that there are."""
    folder = tmp_path_factory.mktemp("drafts")
    for profile in PROFILES:
        for ending in ENDINGS:
            result = call(folder, "new", "--profile", profile, f"{profile}{ending}")
            assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    return folder


def document(folder: Path, profile: str, ending: str) -> Resolution:
    """Return a draft, read."""
    return parse(read(folder / f"{profile}{ending}"))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("profile", PROFILES)
def test_a_draft_has_one_of_each(drafts: Path, profile: str, ending: str) -> None:
    """Masthead, enacting line, two recitals, numbered paragraphs, items, a note."""
    draft = document(drafts, profile, ending)
    assert draft.organ is ORGANS[profile]
    assert draft.stage is Stage.DRAFT
    assert len(draft.masthead.fields) >= 4
    assert draft.enacting
    openings = [each.opening.phrase for each in draft.preamble if each.opening]
    assert openings[-2:] == ["Recalling", "Recalling also"]
    numbers = [each.number for each in draft.operative]
    assert numbers == list(range(1, len(numbers) + 1))
    items = [node for node in draft.walk() if isinstance(node, Item)]
    assert [item.marker.text for item in items] == ["(a)", "(b)"]
    assert len(draft.notes) == 1
    assert draft.source.calls
    last = draft.operative[-1]
    assert isinstance(last, Operative)
    assert last.opening
    assert last.opening.phrase == "Decides"
    assert not draft.others


@pytest.mark.parametrize("options", [[], ["--stage", "draft"]])
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("profile", PROFILES)
def test_a_draft_is_clean(
    drafts: Path, profile: str, ending: str, options: list[str]
) -> None:
    """Nothing is found in it."""
    name = f"{profile}{ending}"
    for given in (options, [*options, "--profile", profile]):
        result = call(drafts, "check", "--assume-resolution", *given, name)
        assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize("profile", PROFILES)
def test_the_formats_say_the_same(drafts: Path, profile: str) -> None:
    """The Word file is made of the Markdown text."""
    one, other = (read_from(document(drafts, profile, each)) for each in ENDINGS)
    assert one == other


@pytest.mark.parametrize("profile", PROFILES)
def test_the_word_file(drafts: Path, profile: str) -> None:
    """Its numbers are automatic, its note is a real one, its styles are its own."""
    path = drafts / f"{profile}.docx"
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        parts = {
            name: etree.fromstring(archive.read(name)) for name in archive.namelist()
        }
    body = parts["word/document.xml"]
    typed = "".join(map(str, body.itertext()))
    assert "(a)" not in typed
    assert "1." not in typed
    assert len(list(body.iter(f"{W}footnoteReference"))) == 1
    notes = parts["word/footnotes.xml"].findall(f"{W}footnote")
    assert len([note for note in notes if note.get(f"{W}type") is None]) == 1
    known = {each.get(f"{W}styleId") for each in parts["word/styles.xml"]}
    used = {
        each.get(f"{W}val")
        for part in parts.values()
        for tag in ("pStyle", "rStyle")
        for each in part.iter(f"{W}{tag}")
    }
    assert used <= known
    opened = python_docx.Document(str(path))
    assert any(each.text.startswith("Recalling also") for each in opened.paragraphs)


def test_the_files_are_the_same_each_time(drafts: Path, tmp_path: Path) -> None:
    """No date, no path and no chance in them."""
    for ending in ENDINGS:
        assert call(tmp_path, "new", "--profile", "ga", f"a{ending}").returncode == 0
        again = (tmp_path / f"a{ending}").read_bytes()
        assert again == (drafts / f"ga{ending}").read_bytes()


def test_python_docx_is_not_needed(tmp_path: Path) -> None:
    """A Word file is written without it."""
    result = call(tmp_path, "new", "--profile", "hrc", "a.docx", hidden="docx")
    assert (result.returncode, result.stderr) == (0, "")


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    """Only `--force` writes over it."""
    file = tmp_path / "a.md"
    file.write_text("bees", "utf-8")
    result = call(tmp_path, "new", "--profile", "ga", "a.md")
    assert result.returncode == 2
    assert result.stderr == "resolint: a.md: this is there already; see --force\n"
    assert file.read_text("utf-8") == "bees"
    assert call(tmp_path, "new", "--force", "--profile", "ga", "a.md").returncode == 0
    assert "lighthouses" in file.read_text("utf-8")
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.md"],
        ["--profile", "ga"],
        ["--profile", "bees", "a.md"],
        ["--profile", "ga", "a.txt"],
        ["--profile", "ga", "a"],
        ["--profile", "ga", "none/a.md"],
        ["--profile", "ga", "folder.md"],
        ["--profile", "ga", "--force", "folder.md"],
        ["--profile", "ga", "a.md", "b.md"],
    ],
)
def test_what_cannot_be_written(tmp_path: Path, arguments: list[str]) -> None:
    """One line says why, and nothing is written."""
    (tmp_path / "folder.md").mkdir()
    result = call(tmp_path, "new", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["folder.md"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="soffice is not found")
def test_libreoffice_opens_it(drafts: Path, tmp_path: Path) -> None:
    """It saves the draft anew with the same paragraphs, numbers and note."""
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "docx", "--outdir", str(tmp_path)),
            str(drafts / "ga.docx"),
        ],
        capture_output=True,
        check=True,
        timeout=180,
    )
    saved = parse(read(tmp_path / "ga.docx"))
    assert read_from(saved) == read_from(document(drafts, "ga", ".docx"))
    notes = [each for each in saved.source.blocks if each.style is Style.NOTE]
    assert len(notes) == 1
