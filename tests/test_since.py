"""Findings in paragraphs that git shows changed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from test_cli import FLAWED, Call, call
from test_word_package import docx, par, run

__all__ = ["call"]

ONLY = ("check", "--select", "OPN005", "--since")
DRAFT = FLAWED.replace("2. ", "2. *Notes* the lamps.\n\n3. ")


def word(draft: str) -> bytes:
    """Return a draft as a Word file, a paragraph each."""
    return docx(
        "".join(map(par, map(run, draft.replace("*", "").strip().split("\n\n"))))
    )


@pytest.fixture
def repository(tmp_path: Path, call: Call) -> Path:
    """Return a repository with a draft that has two findings."""
    if shutil.which("git") is None:
        pytest.skip("git is not found")
    (tmp_path / "flawed.md").write_text(DRAFT, "utf-8")
    (tmp_path / "a.docx").write_bytes(word(DRAFT))
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", ".")
    who = "-c", "user.name=a", "-c", "user.email=a@b.example"
    _git(tmp_path, *who, "commit", "-q", "-m", "lamps")
    return tmp_path


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def test_only_changed_paragraphs(repository: Path, call: Call) -> None:
    """Nothing has changed, then one paragraph, then a line between two."""
    assert call(*ONLY, "HEAD", ".").stdout == ""
    text = DRAFT.replace("the lamps", "the old lamps")
    (repository / "flawed.md").write_text(f"\n\n{text}", "utf-8")
    result = call(*ONLY, "HEAD", ".")
    assert result.returncode == 1
    assert [row.split(":")[:2] for row in result.stdout.splitlines()] == [
        ["flawed.md", "9"]
    ]
    assert "1 of 2 findings" in call(*ONLY, "HEAD", "-v", "flawed.md").stderr


def test_new_files_are_told_whole(repository: Path, call: Call) -> None:
    """Whether git has heard of them or not."""
    (repository / "[new].md").write_text(DRAFT, "utf-8")
    assert call(*ONLY, "HEAD", "[new].md").stdout.count("\n") == 2
    _git(repository, "add", ".")
    assert call(*ONLY, "HEAD", "[new].md").stdout.count("\n") == 2


def test_word_files_are_compared(repository: Path, call: Call) -> None:
    """The paragraph with another word is told, and no other."""
    assert call("check", "--select", "OPN005", "a.docx").stdout.count("\n") == 2
    assert call(*ONLY, "HEAD", "a.docx").stdout == ""
    changed = DRAFT.replace("the lamps", "the old lamps")
    (repository / "a.docx").write_bytes(word(changed))
    (row,) = call(*ONLY, "HEAD", "a.docx").stdout.splitlines()
    assert "paragraph 2" in row


def test_remarks_for_what_is_new(repository: Path, call: Call) -> None:
    """What was there before gets none."""
    text = DRAFT.replace("the lamps", "the old lamps")
    (repository / "flawed.md").write_text(text, "utf-8")
    result = call(*ONLY, "HEAD", "--add-ignore", "flawed.md")
    assert (result.returncode, result.stdout) == (0, "")
    written = (repository / "flawed.md").read_text("utf-8")
    assert written == text.replace("2. ", "<!-- resolint: ignore OPN005 -->\n2. ")


@pytest.mark.parametrize("revision", ["none", "", "--output=x", "HEAD:flawed.md"])
def test_no_such_revision(repository: Path, call: Call, revision: str) -> None:
    """One line says so, for all files."""
    result = call("check", f"--since={revision}", ".")
    assert (result.returncode, result.stdout) == (2, "")
    assert "there is no such revision" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (repository / "x").exists()


def test_no_repository(call: Call, tmp_path: Path) -> None:
    """One line; and so where git is not found, or standard input is read."""
    result = call(*ONLY, "HEAD", "flawed.md", PATH=str(tmp_path))
    assert result.returncode == 2
    assert "git is not found" in result.stderr
    result = call(*ONLY, "HEAD", "-")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    if shutil.which("git"):
        ceiling = str(tmp_path.parent)
        result = call(*ONLY, "HEAD", "flawed.md", GIT_CEILING_DIRECTORIES=ceiling)
        assert result.returncode == 2
        assert "this is in no git repository" in result.stderr
