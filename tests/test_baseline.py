"""Findings that are known: written down, not told again, dropped when gone."""

import json
from pathlib import Path

import pytest

from test_cli import CLEAN, FLAWED, Call, call

__all__ = ["call"]

ONLY = ("check", "--select", "OPN005")
USUAL = ".resolint-baseline.json"


def test_what_is_known_is_not_told(call: Call, tmp_path: Path) -> None:
    """It fails no run, and moves with its paragraph; what is new is told."""
    result = call(*ONLY, "--write-baseline", ".")
    assert (result.returncode, result.stdout) == (0, "")
    assert "1 finding is in the baseline now" in result.stderr
    result = call(*ONLY, "--baseline", USUAL, ".")
    assert (result.returncode, result.stdout) == (0, "")
    text = FLAWED.replace("1. ", "0. *Notes* the lamps.\n\n1. ")
    (tmp_path / "flawed.md").write_text(text, "utf-8")
    result = call(*ONLY, "--baseline", USUAL, ".")
    assert result.returncode == 1
    assert [row.split(":")[1] for row in result.stdout.splitlines()] == ["5"]


def test_a_baseline_is_the_same_each_time(call: Call, tmp_path: Path) -> None:
    """Sorted, with names from its own folder."""
    (tmp_path / "kept").mkdir()
    paths = "flawed.md", "clean.md"
    known = "--baseline", "kept/known.json"
    call(*ONLY, *known, "--write-baseline", *paths)
    file = tmp_path / "kept" / "known.json"
    first = file.read_bytes()
    call(*ONLY, *known, "--write-baseline", *paths[::-1])
    assert file.read_bytes() == first
    (row,) = json.loads(first)
    assert [*row] == ["filename", "code", "fingerprint", "message"]
    assert (row["filename"], row["code"]) == ("../flawed.md", "OPN005")


def test_what_is_gone_is_dropped(call: Call, tmp_path: Path) -> None:
    """-v tells of it, --prune-baseline drops it; of other rules and files nothing."""
    (tmp_path / "other.md").write_text(FLAWED, "utf-8")
    (tmp_path / "lost.md").write_text(FLAWED, "utf-8")
    call("check", "--write-baseline", ".")
    before = json.loads((tmp_path / USUAL).read_bytes())
    (tmp_path / "flawed.md").write_text(CLEAN, "utf-8")
    (tmp_path / "lost.md").unlink()
    result = call(*ONLY, "-v", "--baseline", USUAL, "flawed.md")
    assert "flawed.md: in the baseline, but found no more: OPN005" in result.stderr
    result = call(*ONLY, "--prune-baseline", "flawed.md")
    assert result.returncode == 0
    after = json.loads((tmp_path / USUAL).read_bytes())
    assert [row for row in before if row not in after] == [
        row
        for row in before
        if row["filename"] == "lost.md"
        or (row["filename"] == "flawed.md" and row["code"] == "OPN005")
    ]


def test_a_setting_names_it(call: Call, tmp_path: Path) -> None:
    """From the folder of the file that says so."""
    call(*ONLY, "--write-baseline", ".")
    (tmp_path / "resolint.toml").write_text(f'baseline = "{USUAL}"\n', "utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "flawed.md").write_text(FLAWED, "utf-8")
    result = call(*ONLY, ".")
    assert [row.split(":")[0] for row in result.stdout.splitlines()] == [
        str(Path("deep", "flawed.md"))
    ]


@pytest.mark.parametrize(
    "text", [None, "", "{}", "[1]", '[{"code": "OPN005"}]', "[" * 9999]
)
@pytest.mark.parametrize("option", ["--baseline=known.json", "--write-baseline"])
def test_no_baseline(call: Call, tmp_path: Path, text: str | None, option: str) -> None:
    """What is missing or none is one line; and nothing is written over."""
    file = tmp_path / ("known.json" if "=" in option else USUAL)
    if text is None:
        if "=" not in option:
            return
    else:
        file.write_text(text, "utf-8")
    result = call(*ONLY, option, "flawed.md")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert text is None or file.read_text("utf-8") == text


def test_a_failed_run_writes_none(call: Call, tmp_path: Path) -> None:
    """A file that could not be read would be missing from it."""
    result = call(*ONLY, "--write-baseline", "flawed.md", "none.md")
    assert result.returncode == 2
    assert "the baseline is left as it is" in result.stderr
    assert not (tmp_path / USUAL).exists()
