"""What is kept is never a reason to fail: damage, full disks, others' folders."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keeping import CHECK, KEY, entries, judged, keeping, paths, same
from resolint.cli.cache import Cache
from test_bad_files import humble, posix
from test_cli import FLAWED, Call, call

__all__ = ["call", "humble", "keeping"]


@posix
@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(b"\0" * 500),
        lambda path: path.write_bytes(path.read_bytes() * 2),
        lambda path: path.write_text('{"said": [], "pieces": [["a lie"]]}'),
        lambda path: shutil.copy(*sorted(path.parents[1].glob("*/*"), key=path.__eq__)),
        lambda path: _instead(path, path.mkdir),
        lambda path: _instead(path, lambda: path.symlink_to("/dev/zero")),
        lambda path: _instead(path, lambda: path.symlink_to(path)),
        lambda path: _instead(path, lambda: os.mkfifo(path)),
        lambda path: _instead(path.parent, lambda: path.parent.write_text("")),
    ],
)
def test_damaged(call: Call, tmp_path: Path, damage: Callable[[Path], object]) -> None:
    """An entry that is damaged, or another's, is as good as none."""
    call(*CHECK, "clean.md")
    first = call(*CHECK, "flawed.md")
    (path,) = sorted(paths(tmp_path / "kept"), key=lambda each: each.stat().st_size)[1:]
    damage(path)
    same(first, call(*CHECK, "flawed.md"), call(*CHECK, "flawed.md"))


def _instead(path: Path, make: Callable[[], object]) -> None:
    """Put something else in the place of a file or a folder."""
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    make()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(VALUES, st.data())
def test_any_damage(
    tmp_path_factory: pytest.TempPathFactory, value: Any, data: st.DataObject
) -> None:
    """Whatever happens to an entry, what was kept comes back, or nothing."""
    folder = tmp_path_factory.mktemp("any")
    cache = Cache(folder)
    cache.put(KEY, value)
    assert Cache(folder).get(KEY) == value
    assert Cache(folder).get(b"other") is None
    (path,) = paths(folder)
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(whole)))
        match data.draw(st.integers(0, 2)):
            case 0:
                whole[at : at + 1] = bytes([data.draw(st.integers(0, 255))])
            case 1:
                del whole[at : at + data.draw(st.integers(1, 40))]
            case _:
                whole[at:at] = data.draw(st.binary(max_size=40))
    unchanged = bytes(whole) == path.read_bytes()
    path.write_bytes(whole)
    assert Cache(folder).get(KEY) == (value if unchanged else None)


def test_unreadable_by_others(call: Call, tmp_path: Path) -> None:
    """Whoever has what is kept, but not the draft, finds no word of it there."""
    for format in ("text", "full", "json"):
        call(*CHECK, "--output-format", format, "flawed.md")
    for name, data in entries(tmp_path / "kept").items():
        assert b"paragraph" not in data
        assert b"OPN005" not in data
        assert "flawed" not in name


@posix
def test_modes(call: Call, tmp_path: Path) -> None:
    """Only the user may look into the folder, whatever the umask."""
    before = os.umask(0)
    try:
        call("check", "--cache-dir", "new/kept", "flawed.md")
        (tmp_path / "there").mkdir()
        call("check", "--cache-dir", "there", "flawed.md")
    finally:
        os.umask(before)
    for folder in (tmp_path / "new" / "kept", tmp_path / "there"):
        modes = {each: each.stat().st_mode & 0o777 for each in folder.rglob("*")}
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {mode for each, mode in modes.items() if each.is_dir()} == {0o700}
        assert {mode for each, mode in modes.items() if each.is_file()} == {0o600}


@posix
def test_open_to_others(call: Call, tmp_path: Path) -> None:
    """What others may have written is not believed."""
    first = call(*CHECK, "flawed.md")
    (tmp_path / "kept").chmod(0o777)
    same(first, call(*CHECK, "flawed.md"))
    assert judged(tmp_path, *CHECK, "flawed.md")
    told = call(*CHECK, "-v", "flawed.md").stderr
    assert "what is found is not kept: kept: others may write there\n" in told


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_full_disk(call: Call, tmp_path: Path, jobs: str) -> None:
    """What cannot be kept is told all the same, and nothing is left by half."""
    import resource

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))

    expected = call(*CHECK, "--no-cache", "clean.md", "flawed.md")
    command = [sys.executable, "-B", "-m", "resolint", *CHECK, "-j", jobs]
    for options in ((), ("-v",)):
        done = subprocess.run(
            [*command, *options, "clean.md", "flawed.md"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            preexec_fn=small,
            check=False,
        )
        assert (done.returncode, done.stdout) == (1, expected.stdout)
        said = [line for line in done.stderr.splitlines() if "not kept" in line]
        why = "what is found is not kept: kept: File too large"
        assert said == ([why] if options else [])
    assert not [*paths(tmp_path / "kept")]


@posix
def test_read_only(humble: Call, tmp_path: Path) -> None:
    """A folder that nothing can be written in is no reason to fail."""
    tmp_path.chmod(0o555)
    try:
        result = humble(*CHECK, "flawed.md")
        told = humble(*CHECK, "-v", "flawed.md")
    finally:
        tmp_path.chmod(0o755)
    assert (result.returncode, result.stderr) == (1, "")
    assert "OPN005" in result.stdout
    assert "not kept: kept: Permission denied" in told.stderr


@pytest.mark.parametrize("name", ["clean.md", "clean.md/kept", "\x01", "a" * 300])
def test_impossible_folder(call: Call, name: str) -> None:
    """Nor is one that cannot be."""
    first = call("check", "--no-cache", "flawed.md")
    same(first, *(call("check", "--cache-dir", name, "flawed.md") for _ in range(2)))


def test_folder_of_others(call: Call, tmp_path: Path) -> None:
    """A folder with other things in it is not used, and nothing of it is taken away."""
    before = sorted(tmp_path.iterdir())
    result = call("check", "-v", "--cache-dir", ".", "flawed.md")
    assert "not kept: .: other things are kept there" in result.stderr
    gone = call("clean", "--cache-dir", ".")
    assert (gone.returncode, gone.stdout) == (2, "")
    assert "this is no folder of ours" in gone.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_nearly_ours(call: Call, tmp_path: Path) -> None:
    """A folder that looks like one of ours, but has no tag, is none."""
    folder = tmp_path / "kept"
    (folder / "0a").mkdir(parents=True)
    (folder / "0a" / ("0" * 64)).write_text("not ours", "utf-8")
    (folder / ".gitignore").write_text("*.tmp", "utf-8")
    before = {each: each.stat().st_mtime_ns for each in folder.rglob("*")}
    assert call(*CHECK, "flawed.md").returncode == 1
    assert call("clean", "--cache-dir", "kept").returncode == 2
    assert {each: each.stat().st_mtime_ns for each in folder.rglob("*")} == before


def test_two_at_once(tmp_path: Path) -> None:
    """Runs that begin together with the same folder come to the same."""
    for number in range(12):
        text = FLAWED.replace("lighthouse", f"lighthouse {number}")
        (tmp_path / f"{number}.md").write_text(text, "utf-8")
    command = [sys.executable, "-m", "resolint", *CHECK, "."]
    for _ in range(2):
        runs = [
            subprocess.Popen(
                command,
                cwd=tmp_path,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            for _ in range(3)
        ]
        told = {run.communicate(timeout=120) for run in runs}
        assert len(told) == 1
        assert next(iter(told))[0].count(b"OPN005") == 12
    assert len(entries(tmp_path / "kept")) == 12
