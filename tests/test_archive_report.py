"""`resolint archive report`: what an archive tells people and programs."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from archives import archive, called, ran, text

pytest.importorskip("distributed")
pytest.importorskip("duckdb")
pytest.importorskip("vl_convert")

_COUNCIL = """S/RES/{number} ({year})

Adopted by the Security Council on 12 March {year}

*The Security Council*,

*Recalling* the importance of lighthouses,

1. *Decides* to keep the lamps lit
"""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the tables of a small archive."""
    folder = tmp_path_factory.mktemp("report")
    archive(folder / "drafts", 3)
    for number, year in ((2600, 2021), (2700, 2023)):
        (folder / "drafts" / f"{number}.md").write_text(
            _COUNCIL.format(number=number, year=year), "utf-8"
        )
    (folder / "drafts" / "notes.txt").write_text("Buy oil for the lamps.\n", "utf-8")
    (folder / "drafts" / "<b>lost.docx").write_bytes(b"no Word file")
    (folder / "drafts" / "fine.md").write_text(
        text(7).replace("lighthouse.", "lighthouse;"), "utf-8"
    )
    ran(folder, "drafts", "--to", "found", "--batch", "2", "--select", "OPN005")
    return folder


def test_text(here: Path) -> None:
    """It has rates by organ, year and rule, and the bad files."""
    told = called(here, "report", "found").stdout
    assert told.startswith("8 documents: 6 examined, 1 skipped (no resolution), 1 bad.")
    for title in ("By organ", "By year", "By rule", "By severity", "Bad files"):
        assert f"\n{title}\n" in told
    words = {" ".join(line.split()) for line in told.splitlines()}
    assert any(line.startswith("Security Council 2 ") for line in words)
    assert any(line.startswith("General Assembly 4 ") for line in words)
    assert any(line.startswith("2023 1 ") for line in words)
    assert any(line.startswith("(no date) 4 ") for line in words)
    assert any(line.startswith("OPN005 operative-ending 5 ") for line in words)
    assert "<b>lost.docx: this is damaged, or no Word file" in told


def test_json(here: Path) -> None:
    """Programs get the same, whole."""
    made = json.loads(ran(here, "report", "found", "--output-format", "json"))
    assert (made["documents"], made["skipped"], made["bad"]) == (8, 1, 1)
    assert made["finished"] is True
    assert [each["year"] for each in made["years"]] == ["(no date)", "2021", "2023"]
    (rule,) = made["rules"]
    assert (rule["findings"], rule["documents"]) == (5, 5)
    assert rule["share"] == round(5 / 6, 4)
    assert made["all"]["per_document"] == round(5 / 6, 4)
    assert made["all"]["per_1000_words"] == pytest.approx(
        5000 / made["all"]["words"], abs=1e-4
    )
    assert sum(each["findings"] for each in made["organs_by_year"]) == 5


def test_level(here: Path) -> None:
    """Only what matters so much is counted."""
    arguments = ("report", "found", "--output-format", "json", "--level", "error")
    made = json.loads(ran(here, *arguments))
    assert made["all"]["findings"] == made["all"]["severities"]["error"]


def test_page(here: Path) -> None:
    """It stands alone, has a table for each plot, and is the same each time."""
    page = here / "report.html"
    ran(here, "report", "found", "--to", page.name)
    made = page.read_text("utf-8")
    assert made.count("<svg") == 4
    assert made.count("<table") >= made.count("<svg")
    assert made.count("<caption") == made.count("<table")
    assert "<script" not in made
    assert not re.search(r"""(src|href)\s*=|@import|url\((?!#)""", made)
    assert "&lt;b&gt;lost.docx" in made
    assert str(here) not in made
    ran(here, "report", "found", "--to", "again.html")
    assert (here / "again.html").read_text("utf-8") == made


def test_page_in_a_browser(here: Path, tmp_path: Path) -> None:
    """A browser shows it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("there is no Chromium here")
    ran(here, "report", "found", "--to", "shown.html")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    picture = tmp_path / "page.png"
    subprocess.run(
        [
            *(browser, *options, f"--user-data-dir={tmp_path}"),
            *(f"--screenshot={picture}", (here / "shown.html").as_uri()),
        ],
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert picture.stat().st_size > 10_000


def test_unfinished(here: Path, tmp_path: Path) -> None:
    """Of a run that was killed it tells what is done, and says so."""
    shutil.copytree(here / "found", tmp_path / "found")
    (tmp_path / "found" / "manifest.json").unlink()
    assert "The run was not finished" in ran(tmp_path, "report", "found")


def test_damaged(here: Path, tmp_path: Path) -> None:
    """A table that is damaged is told in a line."""
    shutil.copytree(here / "found", tmp_path / "found")
    for file in (tmp_path / "found" / "documents").iterdir():
        file.write_bytes(b"no Parquet")
    told = ran(tmp_path, "report", "found", status=2)
    assert "the tables cannot be read" in told
    assert told.count("\n") == 1
