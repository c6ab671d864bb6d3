"""Runs that something happens to: a signal, a reader that goes, a file that does.

A plug-in makes it happen at a place that is always the same.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from test_cli import CLEAN, FLAWED, FOUND, Call, call

__all__ = ["call"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")
OPN = ("check", "--select", "OPN005,HPN", "--config", 'plugins="./happens.py"')
HAPPENS = '''
import os
import signal
from pathlib import Path

from resolint import Resolution, Rule


class Happens(Rule[Resolution]):
    """Something happens when the first draft has been read."""

    code = "HPN001"
    name = "happens"

    def check(self, node, within):
        """Let it happen, and find nothing."""
        if node.source.name == "a.md":
            happen()
        yield from ()


def happen():
    {}
'''
END = "os.kill(os.getpid(), signal.{})"


@pytest.fixture
def drafts(tmp_path: Path, call: Call) -> Path:
    """Return a folder with three flawed drafts."""
    for name in ("clean.md", "flawed.md"):
        (tmp_path / name).unlink()
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(FLAWED, "utf-8")
    return tmp_path


def happens(folder: Path, what: str, more: str = "") -> None:
    """Write the plug-in."""
    (folder / "happens.py").write_text(HAPPENS.format(what) + more, "utf-8")


def names(folder: Path) -> list[str]:
    """Return what stands in a folder, hidden files too, without the plug-in."""
    found = (each.name for each in folder.iterdir())
    return sorted(each for each in found if each[:2] not in ("ha", "__"))


def test_a_file_vanishes(drafts: Path, call: Call) -> None:
    """Between the listing of a folder and its turn; the others are linted."""
    happens(drafts, "Path('b.md').unlink()")
    result = call(*OPN, "--format", "%(path)s", ".")
    assert (result.returncode, result.stdout) == (2, "a.md\nc.md\n")
    assert result.stderr == "b.md: there is no such file\n"


@pytest.mark.parametrize("option", ["--fix", "--add-ignore"])
def test_a_file_is_saved_meanwhile(drafts: Path, call: Call, option: str) -> None:
    """What somebody has saved since it was read is left alone."""
    happens(drafts, "Path('a.md').write_text('saved meanwhile')")
    result = call(*OPN, option, "a.md", "b.md")
    assert result.returncode == 2
    assert "a.md: somebody has changed it meanwhile\n" in result.stderr
    assert (drafts / "a.md").read_text("utf-8") == "saved meanwhile"
    assert (drafts / "b.md").read_text("utf-8") != FLAWED
    assert names(drafts) == ["a.md", "b.md", "c.md"]


@pytest.mark.parametrize(
    ("name", "status"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)]
)
@pytest.mark.parametrize("options", [[], ["--fix"], ["-o", "out.txt"]])
def test_interrupted(
    drafts: Path, call: Call, name: str, status: int, options: list[str]
) -> None:
    """In the middle of a run: one line, and no file by half or beside the drafts."""
    happens(drafts, END.format(name))
    (drafts / "out.txt").write_text("an earlier report", "utf-8")
    result = call(*OPN, *options, "a.md", "b.md", "c.md")
    assert result.returncode == status
    assert (result.stdout, result.stderr) == ("", "resolint: interrupted\n")
    assert names(drafts) == ["a.md", "b.md", "c.md", "out.txt"]
    assert {(drafts / each).read_text("utf-8") for each in ("a.md", "b.md")} == {FLAWED}
    assert (drafts / "out.txt").read_text("utf-8") == "an earlier report"


@pytest.mark.parametrize("where", ["fsync", "open", "chmod", "replace"])
@pytest.mark.parametrize("options", [["--fix"], ["--add-ignore"], ["-o", "out.txt"]])
def test_interrupted_while_writing(
    drafts: Path, call: Call, where: str, options: list[str]
) -> None:
    """The draft is whole, the old or the new, and nothing is left beside it."""
    happens(
        drafts,
        "pass",
        f"""
def ended(*arguments, was=os.{where}, **named):
    made = was(*arguments, **named)
    if any(".resolint-" in str(each) for each in arguments) or "{where}" == "fsync":
        {END.format("SIGTERM")}
    return made


os.{where} = ended
""",
    )
    (drafts / "out.txt").write_text("an earlier report", "utf-8")
    result = call(*OPN, *options, "a.md", "b.md")
    assert (result.returncode, result.stderr) == (143, "resolint: interrupted\n")
    assert names(drafts) == ["a.md", "b.md", "c.md", "out.txt"]
    draft = (drafts / "a.md").read_text("utf-8")
    report = (drafts / "out.txt").read_text("utf-8")
    assert (drafts / "b.md").read_text("utf-8") == FLAWED
    if where != "replace":
        assert (draft, report) == (FLAWED, "an earlier report")
    elif options[0] == "-o":
        assert report.count(FOUND) == 2
    else:
        assert draft.count("\n") >= FLAWED.count("\n")
        assert draft != FLAWED


def test_a_signal_that_is_switched_off(drafts: Path, call: Call) -> None:
    """Who starts a run with ``nohup`` wants it to go on."""
    happens(drafts, END.format("SIGHUP"))
    command = [sys.executable, "-m", "resolint", *OPN, "a.md"]
    result = subprocess.run(
        ["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *command],
        cwd=drafts,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (result.returncode, result.stderr) == (1, "")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("check --select OPN005 a.md b.md", 1),
        ("check --select OPN005 --output-format json .", 1),
        ("check --select OPN005 --diff .", 1),
        ("check --select OPN005 -o /dev/stdout .", 1),
        ("check --fix - --stdin-filename a.md < a.md", 1),
        ("rules", 1),
        ("rule OPN005", 1),
        ("parse a.md", 1),
        ("config", 1),
        ("check --help", 1),
        ("check none.md 2>&1 >&-", 2),
    ],
)
def test_nobody_reads(drafts: Path, arguments: str, status: int) -> None:
    """A pipe that is closed ends the run quietly, whatever was to be printed."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = subprocess.run(
            f"exec '{sys.executable}' -m resolint {arguments}",
            shell=True,
            cwd=drafts,
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing)
    assert (result.returncode, result.stderr) == (status, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "arguments",
    ["check a.md", "check --diff a.md", "check --fix - < a.md", "rules", "--help"],
)
def test_no_room(drafts: Path, arguments: str) -> None:
    """Standard output that is full is one line, and exit status 2."""
    result = subprocess.run(
        f"exec '{sys.executable}' -m resolint {arguments} > /dev/full",
        shell=True,
        cwd=drafts,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    what = "resolint: what is found cannot be written: No space left on device\n"
    assert (result.returncode, result.stderr) == (2, what)


def test_streams_for_findings(drafts: Path, call: Call) -> None:
    """``-o`` may name a pipe, or what is open already, which is not begun anew."""
    (drafts / "a.md").write_text(CLEAN, "utf-8")
    command = f"'{sys.executable}' -m resolint check --select OPN005 --count . -o"
    script = f"""
mkfifo pipe
cat pipe > piped &
{command} pipe
wait
(echo first; {command} /dev/stdout; echo last) > log
"""
    subprocess.run(["sh", "-c", script], cwd=drafts, timeout=60, check=False)
    told = [f"{name}:5:48: {FOUND}" for name in ("b.md", "c.md")]
    assert (drafts / "piped").read_text("utf-8").splitlines() == told
    assert (drafts / "log").read_text("utf-8").splitlines() == [
        "first",
        *told,
        "2",
        "last",
    ]
    result = call("check", "--select", "OPN005", "-o", "/dev/full", "b.md")
    assert result.returncode == 2
    assert "--output-file /dev/full: cannot be written: No space" in result.stderr
