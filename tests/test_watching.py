"""A draft that is linted on every save."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from test_cli import CLEAN, FLAWED, FOUND

Lines = Queue[str]
WAIT = 60


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, Lines, subprocess.Popen[str]]]:
    """Yield a draft with a slip, what is said of it, and the command that says it."""
    draft = tmp_path / "draft.md"
    draft.write_text(FLAWED, "utf-8")
    command = [sys.executable, "-u", "-m", "resolint", "check", "--watch", "draft.md"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    ) as process:
        lines: Lines = Queue()
        assert process.stdout is not None
        stream = process.stdout

        def listen() -> None:
            for each in stream:
                lines.put(each)

        reader = Thread(target=listen, daemon=True)
        reader.start()
        yield draft, lines, process
        process.kill()
        reader.join(WAIT)


def _next(lines: Lines) -> str:
    try:
        return lines.get(timeout=WAIT).rstrip("\n")
    except Empty:
        pytest.fail("nothing was said")


def _saved(draft: Path, text: str) -> None:
    """Save a draft as editors do: a new file, moved into place."""
    new = draft.with_suffix(".new")
    new.write_text(text, "utf-8")
    new.replace(draft)


def test_watch(watched: tuple[Path, Lines, subprocess.Popen[str]]) -> None:
    """All findings come first, then what each save has changed; Ctrl-C ends it."""
    draft, lines, process = watched
    assert _next(lines).endswith(FOUND)
    assert _next(lines) == "1 finding"
    _saved(draft, CLEAN)
    gone = _next(lines)
    assert gone.startswith("- draft.md:")
    assert gone.endswith(FOUND)
    assert _next(lines) == "0 findings"
    _saved(draft, CLEAN.replace("*Welcomes*", "*Welcoming*"))
    assert _next(lines).startswith("+ draft.md:5:")
    assert _next(lines) == "1 finding"
    draft.unlink()
    assert _next(lines) == "draft.md: is gone: waiting for it"
    _saved(draft, CLEAN)
    assert _next(lines).startswith("- ")
    assert _next(lines) == "0 findings"
    process.send_signal(signal.SIGINT)
    assert process.wait(WAIT) == 0


@pytest.mark.parametrize("paths", [[], ["-"], ["nothing.md"], ["a.md", "b.md"]])
def test_one_file(tmp_path: Path, paths: list[str]) -> None:
    """What is watched is one file that is there; else a line, and status 2."""
    made = subprocess.run(
        [sys.executable, "-m", "resolint", "check", "--watch", *paths],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=WAIT,
        check=False,
    )
    assert made.returncode == 2
    assert "--watch is for one file" in made.stderr
    assert "Traceback" not in made.stderr
