"""What tests of the cache share: a folder that is kept, and what is in it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from test_cli import Result

CHECK = ("check", "--level", "info", "--cache-dir", "kept")
KEY = b"k" * 32


@pytest.fixture(autouse=True)
def keeping(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let runs keep what they find, as they do outside tests."""
    monkeypatch.delenv("RESOLINT_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))


def entries(folder: Path) -> dict[str, bytes]:
    """Return what is kept in a folder, by name."""
    return {each.name: each.read_bytes() for each in paths(folder)}


def paths(folder: Path) -> Iterator[Path]:
    """Yield the files that are kept in a folder."""
    return (each for each in folder.glob("*/*") if each.is_file())


def same(result: Result, *others: Result) -> None:
    """Assert that runs came to the same."""
    for each in others:
        assert (each.stdout, each.stderr) == (result.stdout, result.stderr)
        assert each.returncode == result.returncode


def judged(folder: Path, *arguments: str) -> bool:
    """Whether a run reads drafts, or knows what is in them."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "resolint", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return "resolint.cli.judging" in done.stderr
