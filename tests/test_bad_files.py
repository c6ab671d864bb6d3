"""Files that are not what they should be: one line each, and the others are linted."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from test_cli import CLEAN, FLAWED, FOUND, Call, Result, call

__all__ = ["call"]

OPN = ("check", "--select", "OPN005")
TOLD = f"flawed.md:5:48: {FOUND}\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix file system")


def told(result: Result, line: str) -> None:
    """Assert that one line was said, and that the other draft was linted."""
    assert (result.returncode, result.stdout) == (2, TOLD)
    assert result.stderr.rstrip("\n").split("\n") == [line]


@pytest.fixture
def humble(call: Call, tmp_path: Path) -> Call:
    """Return what calls the command as somebody to whom modes of files matter."""
    if sys.platform == "win32":
        pytest.skip("needs modes of files")
    before: tuple[str, ...] = ()
    if os.geteuid() == 0:
        # The superuser may do everything, unless it gives that up.
        program = shutil.which("setpriv")
        before = (program or "", "--bounding-set=-all")
        if not program or subprocess.run([*before, "true"], check=False).returncode:
            pytest.skip("needs setpriv, to be no superuser")

    def run(*arguments: str) -> Result:
        return subprocess.run(
            [*before, sys.executable, "-m", "resolint", *arguments],
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            env={**os.environ, "PYTHONUTF8": "1"},
        )

    return run


Make = Callable[[Path], object]


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        # Its name may not be long.
        here = Path.cwd()
        os.chdir(path.parent)
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)


NO_FILE = "this cannot be read: it is a pipe or a device, not a file"


@posix
@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: None, "there is no such file"),
        (
            lambda path: path.symlink_to("gone.md"),
            "this is a link to a file that is not there",
        ),
        (
            lambda path: path.symlink_to(path.name),
            "this cannot be read: Too many levels of symbolic links",
        ),
        (_pipe, NO_FILE),
        (_socket, NO_FILE),
        (lambda path: path.symlink_to("/dev/zero"), NO_FILE),
        (lambda path: path.symlink_to("/dev/null"), NO_FILE),
    ],
    ids=["none", "broken link", "link to itself", "pipe", "socket", "zero", "null"],
)
def test_named(call: Call, tmp_path: Path, make: Make, why: str) -> None:
    """What is named and is no file is told; nothing waits for ever."""
    make(tmp_path / "a.md")
    told(call(*OPN, "a.md", "flawed.md"), f"a.md: {why}")
    assert call("parse", "a.md").stderr == f"resolint: a.md: {why}\n"


@posix
def test_other_files_that_are_none(call: Call, tmp_path: Path) -> None:
    """Settings, a baseline and a plug-in are not waited for either."""
    os.mkfifo(tmp_path / "pipe")
    what = "it is a pipe or a device, not a file"
    for options, said in (
        (["--config", "pipe"], f"pipe: cannot be read: {what}"),
        (["--baseline", "pipe"], f"pipe: the baseline cannot be read: {what}"),
        (["--config", 'plugins="./pipe"'], "rule pack ./pipe is not there"),
        (["--output-format", "text:pipe"], "pipe: cannot be written: this is no"),
    ):
        result = call("check", *options, "clean.md")
        assert (result.returncode, result.stdout) == (2, "")
        assert said in result.stderr


@posix
def test_what_the_shell_hands_over(call: Call, tmp_path: Path) -> None:
    """A pipe that the caller has opened is read: somebody writes to it."""
    if not Path("/dev/stdin").exists():
        pytest.skip("needs /dev/stdin")
    result = call(*OPN, "/dev/stdin", given=FLAWED)
    assert result.stdout == f"/dev/stdin:5:48: {FOUND}\n"


@posix
def test_links_in_a_folder(call: Call, tmp_path: Path) -> None:
    """A link to a folder is not followed, so that none goes round for ever."""
    (tmp_path / "loop").symlink_to(".", target_is_directory=True)
    assert call(*OPN, ".").stdout == TOLD
    (tmp_path / "broken.md").symlink_to("gone.md")
    told(call(*OPN, "."), "broken.md: this is a link to a file that is not there")


def test_unreadable(humble: Call, tmp_path: Path) -> None:
    """A file, or a folder, that may not be read."""
    for name in ("closed", "listed"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text(FLAWED, "utf-8")
    (tmp_path / "own.md").write_text(FLAWED, "utf-8")
    (tmp_path / "own.md").chmod(0)
    (tmp_path / "closed").chmod(0)
    (tmp_path / "listed").chmod(0o444)
    why = "this may not be read: permission denied"
    try:
        told(humble(*OPN, "own.md", "flawed.md"), f"own.md: {why}")
        told(humble(*OPN, "closed/a.md", "flawed.md"), f"closed/a.md: {why}")
        told(
            humble(*OPN, "closed", "flawed.md"),
            "closed: this cannot be read: Permission denied",
        )
        result = humble(*OPN, ".")
        assert (result.returncode, result.stdout) == (2, TOLD)
        assert result.stderr.splitlines() == [
            f"own.md: {why}",
            "closed: this cannot be read: Permission denied",
            f"listed/a.md: {why}",
        ]
        for options, said in (
            (["--config", "closed/a"], "closed/a: cannot be read: Permission denied"),
            (["--baseline", "closed/a"], "closed/a: the baseline cannot be read: Perm"),
            (["--config", 'extend="closed/a"'], "extend: closed/a is not there"),
            (["-o", "closed/a"], "closed/a: cannot be written: no file may be made"),
            (["--output-format", "text:closed/a"], "no file may be made there"),
            (["--fix", "--output", "closed/a"], "no file may be made there"),
        ):
            result = humble("check", *options, "clean.md")
            assert (result.returncode, result.stdout) == (2, "")
            assert said in result.stderr
            assert result.stderr.count("\n") == 1
    finally:
        (tmp_path / "closed").chmod(0o755)
        (tmp_path / "listed").chmod(0o755)


@posix
def test_odd_names(call: Call, tmp_path: Path) -> None:
    """A name that is no text, or has marks that move a cursor, is written out."""
    paths = [
        tmp_path / os.fsdecode(name)
        for name in (b"caf\xe9.md", b"a\nb.md", b"esc\x1b[31m.md")
    ]
    try:
        for path in paths:
            path.write_text(FLAWED, "utf-8")
    except OSError:
        pytest.skip("the file system has no such names")
    (tmp_path / "flawed.md").unlink()
    formats = ("json", "sarif", "github", "gitlab", "checkstyle", "junit", "lsp")
    asked = [w for each in formats for w in ("--output-format", f"{each}:{each}.out")]
    result = call(*OPN, *asked, "--output-format", "text", ".")
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.splitlines() == [
        f"a b.md:5:48: {FOUND}",
        f"caf\\udce9.md:5:48: {FOUND}",
        f"esc\\u001b[31m.md:5:48: {FOUND}",
    ]
    for each in formats:
        text = (tmp_path / f"{each}.out").read_text("utf-8")
        assert "\x1b" not in text
        assert "OPN005" in text
    shown = call(*OPN, "--fix", "--show-fixes", ".").stdout
    assert shown.count("\n") == len(paths)
    assert "\x1b" not in shown
    assert {path.read_text("utf-8") for path in paths} == {CLEAN}


def test_earlier_reports(call: Call, tmp_path: Path) -> None:
    """What an earlier run has written into the folder is no draft, and written anew."""
    formats = ["--output-format", "junit:out.xml", "--output-format", "text:out.md"]
    for _ in range(2):
        result = call(*OPN, *formats, ".")
        assert (result.returncode, result.stderr) == (1, "")
        assert (tmp_path / "out.md").read_text("utf-8") == TOLD
    result = call(*OPN, "-o", "clean.md", ".")
    assert result.returncode == 2
    assert "--output-file clean.md: this is the draft itself" in result.stderr
    assert (tmp_path / "clean.md").read_text("utf-8") == CLEAN
