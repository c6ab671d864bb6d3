"""The hooks of pre-commit, on a repository such as people have."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from test_cli import CLEAN, FLAWED, FOUND

pytest.importorskip("pre_commit")

ROOT = Path(__file__).parents[1]
KEPT = (
    "linter", "rules", "pyproject.toml", "README.md", "LICENSE",
    ".pre-commit-hooks.yaml",
)  # fmt: skip
SAFE = FLAWED.replace("the importance of", "the  importance of")
"""A draft with two slips that a fix puts right."""


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Keeper", "-c", "user.email=keeper@example.org")
    command = ("git", *who, *arguments)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def _repository(folder: Path) -> None:
    """Put what is in a folder into a repository of its own."""
    _git(folder, "init", "--quiet")
    _git(folder, "add", "--all", "--force")
    _git(folder, "commit", "--quiet", "--message=Begin")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository that has the hooks."""
    if shutil.which("git") is None:
        pytest.skip("git is not here")
    home = tmp_path_factory.mktemp("hooks")
    leave = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in KEPT:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, home / name, ignore=leave)
        else:
            shutil.copy(ROOT / name, home / name)
    _repository(home)
    return home


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Return a repository with drafts in every format, a README and an empty file."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "clean.md").write_text(CLEAN, "utf-8")
    (folder / "flawed.md").write_text(SAFE, "utf-8")
    (folder / "flawed.txt").write_text(FLAWED.replace("*", ""), "utf-8")
    (folder / "flawed.xml").write_text(
        "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>"
        "<statement><preamble><p><i>The General Assembly</i></p>"
        "<p><i>Recalling</i> lighthouses,</p></preamble></statement></akomaNtoso>",
        "utf-8",
    )
    shutil.copy(ROOT / "examples" / "flawed.docx", folder / "flawed.docx")
    (folder / "README.md").write_text("# Drafts\n\nOf the keepers.\n", "utf-8")
    (folder / "empty.txt").touch()
    _repository(folder)
    return folder


def _tried(
    hooks: Path, drafts: Path, hook: str, home: Path
) -> subprocess.CompletedProcess[str]:
    """Run a hook on all files, as pre-commit does."""
    command = [
        *(sys.executable, "-m", "pre_commit", "try-repo", str(hooks), hook),
        *("--all-files", "--verbose"),
    ]
    made = subprocess.run(
        command,
        cwd=drafts,
        env={**_clean(), "PRE_COMMIT_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=580,
        check=False,
    )
    if "CalledProcessError" in made.stdout and "pip" in made.stdout:
        pytest.skip("the hook cannot be installed here")
    return made


def _clean() -> dict[str, str]:
    """Return the environment, without what would lead Python to this checkout."""
    return {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}


def test_hooks(hooks: Path, drafts: Path, tmp_path: Path) -> None:
    """One hook tells what is wrong in every format; the other puts it right."""
    told = _tried(hooks, drafts, "resolint", tmp_path / "home")
    assert told.returncode == 1
    assert any(
        line.startswith("flawed.md:5:") and line.endswith(FOUND)
        for line in told.stdout.splitlines()
    )
    for name in ("flawed.docx:", "flawed.txt:", "flawed.xml:"):
        assert name in told.stdout
    for name in ("clean.md:", "README.md:", "empty.txt:", "internal error"):
        assert name not in told.stdout
    mended = _tried(hooks, drafts, "resolint-fix", tmp_path / "home")
    assert mended.returncode == 1
    assert "files were modified by this hook" in mended.stdout
    assert (drafts / "flawed.md").read_text("utf-8") == CLEAN
    original = ROOT / "examples" / "flawed.docx"
    assert (drafts / "flawed.docx").read_bytes() == original.read_bytes()
