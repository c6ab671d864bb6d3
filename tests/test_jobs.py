"""Many cores: the same bytes, whatever the number of processes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from resolint.render import FORMATS
from test_cli import CLEAN, FLAWED, Call, Result, call
from test_cut_short import happens, names

__all__ = ["call"]

CHECK = ("check", "--level", "info", "--no-cache")
OPN = (*CHECK, "--select", "OPN005,HPN", "--config", 'plugins="./happens.py"')
SPAWNED = """
import sys
from multiprocessing import get_context
from resolint.cli import crew, main

if __name__ == "__main__":
    crew._context = lambda: get_context("spawn")
    sys.exit(main())
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")


@pytest.fixture
def drafts(tmp_path: Path, call: Call) -> Path:
    """Return a folder with drafts good, bad and none at all."""
    for name in ("clean.md", "flawed.md"):
        (tmp_path / name).unlink()
    for number in range(8):
        text = FLAWED.replace("lighthouse", f"lighthouse {number}") * (number % 3 + 1)
        (tmp_path / f"draft{number}.md").write_text(text, "utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "readme.md").write_text("How to keep bees.\n", "utf-8")
    (tmp_path / "damaged.docx").write_bytes(b"PK\3\4 no Word file")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.md").write_text(FLAWED, "utf-8")
    return tmp_path


def abc(folder: Path) -> None:
    """Leave three flawed drafts in a folder."""
    for path in [*folder.rglob("*.*")]:
        path.unlink()
    (folder / "below").rmdir()
    for name in ("a.md", "b.md", "c.md"):
        (folder / name).write_text(FLAWED, "utf-8")


def texts(folder: Path) -> dict[str, bytes]:
    """Return what all files say, and take nothing for granted."""
    return {each.name: each.read_bytes() for each in folder.rglob("*.*")}


def same(result: Result, other: Result) -> None:
    """Assert that two runs came to the same."""
    assert (other.stdout, other.stderr) == (result.stdout, result.stderr)
    assert other.returncode == result.returncode


@pytest.mark.parametrize(
    "options",
    [
        *([["--output-format", each] for each in FORMATS]),
        ["-v", "--statistics", "--count"],
        ["--output-format", "full", "--color", "always", "-q"],
        ["--output-format", "html:a.html", "--output-format", "sarif"],
        ["--format", "%(path)s %(code)s", "-o", "out.txt"],
        ["--write-baseline", "--baseline", "known.json"],
        ["--config", "draft3.md='x'"],
    ],
    ids=" ".join,
)
def test_same(drafts: Path, call: Call, options: list[str]) -> None:
    """What is printed and written is the same with one process, with two and three."""
    found = []
    for jobs in ("1", "2", "3"):
        result = call(*CHECK, *options, "-j", jobs, ".", "none.md")
        found.append((result, texts(drafts)))
        for name in ("a.html", "out.txt", "known.json"):
            (drafts / name).unlink(missing_ok=True)
    for result, written in found[1:]:
        same(found[0][0], result)
        assert written == found[0][1]


@pytest.mark.parametrize(
    "options",
    [
        ["--fix", "--show-fixes"],
        ["--fix-only", "--unsafe-fixes"],
        ["--diff"],
        ["--add-ignore=known", "-v"],
    ],
    ids=" ".join,
)
def test_written(drafts: Path, call: Call, options: list[str]) -> None:
    """Drafts that are written are the same too."""
    before, found = texts(drafts), []
    for jobs in ("1", "2", "3"):
        result = call(*CHECK, *options, "-j", jobs, ".")
        found.append((result, texts(drafts)))
        for path in drafts.rglob("*.*"):
            path.write_bytes(before[path.name])
    for result, written in found[1:]:
        same(found[0][0], result)
        assert written == found[0][1]
    assert (found[0][1] == before) == ("--diff" in options)


def test_spawned(drafts: Path, call: Call) -> None:
    """Where processes cannot be copied, new ones do the same."""
    (drafts / "spawned.py").write_text(SPAWNED, "utf-8")
    for options in (["--output-format", "html"], ["-v"], ["--fix", "--show-fixes"]):
        before = texts(drafts)
        expected = call(*CHECK, *options, "-j", "1", ".")
        after = texts(drafts)
        for path in drafts.rglob("*.*"):
            path.write_bytes(before[path.name])
        done = subprocess.run(
            [sys.executable, "spawned.py", *CHECK, *options, "-j", "2", "."],
            cwd=drafts,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )
        same(expected, done)
        assert texts(drafts) == after


def test_kept(drafts: Path, call: Call) -> None:
    """What one process has kept, others find again."""
    asked = "check", "--cache-dir", "kept", "."
    free = {"RESOLINT_NO_CACHE": ""}
    first = call(*asked, "-j", "2", **free)
    count = len([*drafts.glob("kept/*/*")])
    for jobs in ("1", "2"):
        same(first, call(*asked, "-j", jobs, **free))
    assert len([*drafts.glob("kept/*/*")]) == count == 11


def test_standard_input(drafts: Path, call: Call) -> None:
    """Standard input is read once, in its turn."""
    asked = *CHECK, "draft1.md", "-", "draft2.md"
    expected = call(*asked, "-j", "1", given=FLAWED)
    assert "<stdin>:5:48" in expected.stdout
    same(expected, call(*asked, "-j", "2", given=FLAWED))


@posix
def test_one_file_of_two_names(drafts: Path, call: Call) -> None:
    """A file is not fixed twice at once."""
    text = (drafts / "draft1.md").read_bytes()
    (drafts / "draft9.md").symlink_to("draft1.md")
    asked = *CHECK, "--fix", "--show-fixes", "draft1.md", "draft9.md"
    expected = call(*asked, "-j", "1")
    (drafts / "draft1.md").write_bytes(text)
    same(expected, call(*asked, "-j", "2"))


@posix
def test_one_dies(drafts: Path, call: Call) -> None:
    """Of what a process dies of, one line tells; the other files are done."""
    abc(drafts)
    happens(drafts, "os.kill(os.getpid(), signal.SIGKILL)")
    result = call(*OPN, "--format", "%(path)s", "-j", "2", ".")
    assert (result.returncode, result.stdout) == (2, "b.md\nc.md\n")
    died = "a.md: the process that checked it died (signal SIGKILL)\n"
    assert result.stderr == died
    happens(drafts, "os._exit(3)")
    result = call(*OPN, "--format", "%(path)s", "-j", "2", ".")
    assert (result.returncode, result.stdout) == (2, "b.md\nc.md\n")
    assert result.stderr == died.replace("signal SIGKILL", "status 3")


@posix
@pytest.mark.parametrize(
    ("name", "status"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)]
)
@pytest.mark.parametrize("options", [[], ["--fix"]])
def test_interrupted(
    drafts: Path, call: Call, name: str, status: int, options: list[str]
) -> None:
    """A run that is ended ends its processes: one line, and nothing by half."""
    abc(drafts)
    what = f"os.kill(os.getppid(), signal.{name})\n    import time\n    time.sleep(60)"
    happens(drafts, what)
    begun = time.monotonic()
    result = call(*OPN, *options, "-j", "2", "a.md", "b.md", "c.md")
    assert time.monotonic() - begun < 30
    assert (result.returncode, result.stdout) == (status, "")
    assert result.stderr == "resolint: interrupted\n"
    assert names(drafts) == ["a.md", "b.md", "c.md"]


@posix
def test_interrupted_while_writing(drafts: Path, call: Call) -> None:
    """What a process has begun to write when the run is ended is taken away."""
    abc(drafts)
    happens(
        drafts,
        "pass",
        """
def ended(*arguments, was=os.fsync):
    made = was(*arguments)
    os.kill(os.getppid(), signal.SIGTERM)
    import time
    time.sleep(60)
    return made

os.fsync = ended
""",
    )
    result = call(*OPN, "--fix", "-j", "2", "a.md", "b.md", "c.md")
    assert (result.returncode, result.stderr) == (143, "resolint: interrupted\n")
    assert names(drafts) == ["a.md", "b.md", "c.md"]
    assert {(drafts / each).read_text("utf-8") for each in ("a.md", "c.md")} == {FLAWED}


@posix
def test_interrupted_at_the_keyboard(drafts: Path, call: Call) -> None:
    """Ctrl-C goes to all processes; one of them answers."""
    abc(drafts)
    happens(drafts, "os.killpg(0, signal.SIGINT)\n    import time\n    time.sleep(60)")
    done = subprocess.run(
        [sys.executable, "-m", "resolint", *OPN, "-j", "2", "."],
        cwd=drafts,
        capture_output=True,
        text=True,
        timeout=60,
        start_new_session=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (130, "resolint: interrupted\n")


@posix
def test_left_alone(drafts: Path, call: Call) -> None:
    """Processes whose run was killed end by themselves."""
    abc(drafts)
    happens(
        drafts,
        "Path('pid').write_text(str(os.getpid()))\n"
        "    os.kill(os.getppid(), signal.SIGKILL)",
    )
    result = call(*OPN, "-j", "2", ".")
    assert result.returncode == -signal.SIGKILL
    child = int((drafts / "pid").read_text("utf-8"))
    for _ in range(300):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        if _is_dead(child):
            return
        time.sleep(0.1)
    pytest.fail("a process goes on without its run")


def _is_dead(number: int) -> bool:
    """Whether a process has ended, and only nobody has asked what of."""
    status = Path(f"/proc/{number}/stat")
    return status.exists() and status.read_text("utf-8").split(") ")[1][0] == "Z"


@posix
def test_read_no_more(drafts: Path, call: Call) -> None:
    """Whoever stops reading is not told about it."""
    command = f"'{sys.executable}' -m resolint {' '.join(CHECK)} -j 2 . -q"
    done = subprocess.run(
        f"{command} 2>err | head -c 1 >out",
        shell=True,
        cwd=drafts,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert "internal" not in (drafts / "err").read_text("utf-8")
    assert "Traceback" not in (drafts / "err").read_text("utf-8")


def test_auto(call: Call) -> None:
    """Many processes are for many files."""
    from resolint.cli.jobs import workers

    assert workers(None, 31) == 1
    assert workers(8, 3) == 3
    assert workers(3, 0) == 1
    assert call("check", "-jauto", "clean.md").returncode == 0
