"""Disks that take nothing: what cannot be written whole leaves no trace."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from test_bad_files import OPN, TOLD, humble, posix
from test_cli import CLEAN, FLAWED, Call, call

__all__ = ["call", "humble"]


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (["--fix"], "flawed.md"),
        (["--add-ignore"], "flawed.md"),
        (["-o", "out.txt"], "out.txt"),
        (["--output-format", "sarif:out.sarif"], "out.sarif"),
        (["--fix", "--output", "out.md"], "out.md"),
        (["--write-baseline"], ".resolint-baseline.json"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_read_only_folder(
    humble: Call, tmp_path: Path, options: list[str], name: str
) -> None:
    """Nothing is written, in whole or in part, and it is said."""
    tmp_path.chmod(0o555)
    try:
        result = humble(*OPN, *options, "flawed.md")
    finally:
        tmp_path.chmod(0o755)
    assert result.returncode == 2
    assert f"{name}: cannot be written: no file may be made there" in result.stderr
    assert result.stderr.count("\n") == 1
    _untouched(tmp_path)


@posix
@pytest.mark.parametrize(
    "options",
    [["--fix"], ["--add-ignore"], ["-o", "out.txt"], ["--write-baseline"]],
    ids=" ".join,
)
def test_read_only_disk(call: Call, tmp_path: Path, options: list[str]) -> None:
    """A disk that is mounted to be read is told of, and nothing is lost."""
    program = shutil.which("unshare")
    mount = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && cd "$1"'
    before = [program or "", "-rm", "sh", "-c", f'{mount} && shift && exec "$@"']
    before += ["sh", str(tmp_path)]
    if not program or subprocess.run([*before, "true"], check=False).returncode:
        pytest.skip("needs unshare, to mount a folder as read-only")
    result = subprocess.run(
        [*before, sys.executable, "-m", "resolint", *OPN, *options, "flawed.md"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 2
    assert "cannot be written: " in result.stderr
    assert result.stderr.count("\n") == 1
    _untouched(tmp_path)


@posix
@pytest.mark.parametrize(
    ("options", "name"),
    [
        (["--fix"], "flawed.md"),
        (["--add-ignore"], "flawed.md"),
        (["-o", "out.txt"], "--output-file out.txt"),
        (["--output-format", "full:a", "--output-format", "text"], "full: a"),
        (["--fix", "--output", "out.md"], "out.md"),
        (["--write-baseline"], ".resolint-baseline.json"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_full_disk(call: Call, tmp_path: Path, options: list[str], name: str) -> None:
    """What cannot be written whole is not written; what is printed still is."""
    import resource

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))

    result = subprocess.run(
        [sys.executable, "-B", "-m", "resolint", *OPN, *options, "flawed.md"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=small,
        check=False,
    )
    assert result.returncode == 2
    assert f"{name}: cannot be written: File too large" in result.stderr
    assert result.stderr.count("\n") == 1
    if "text" in options:
        assert result.stdout == TOLD
    _untouched(tmp_path)


def _untouched(folder: Path) -> None:
    """Assert that two drafts are what they were, and that nothing is beside them."""
    assert sorted(each.name for each in folder.iterdir()) == ["clean.md", "flawed.md"]
    assert (folder / "flawed.md").read_text("utf-8") == FLAWED
    assert (folder / "clean.md").read_text("utf-8") == CLEAN
