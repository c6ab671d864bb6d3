"""Where what is kept is, how long, and that it can be taken away."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from keeping import CHECK, KEY, entries, keeping, paths
from resolint.cli import shelf
from resolint.cli.cache import Cache
from test_cli import Call, call

__all__ = ["call", "keeping"]


def test_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept stays within bounds: what nobody has asked for longest goes."""
    monkeypatch.setattr(shelf, "SHARE", 2000)
    cache = Cache(tmp_path)
    for number in range(2000):
        cache.put(b"%d" % number, [os.urandom(30).hex()])
    assert not cache.trouble
    shards: dict[str, int] = {}
    for path in paths(tmp_path):
        size = path.stat().st_size
        shards[path.parent.name] = shards.get(path.parent.name, 0) + size
    assert len(shards) == 64
    assert max(shards.values()) <= 2000
    assert cache.get(b"1999") is not None
    cache.put(b"large", [os.urandom(2000).hex()])
    assert cache.get(b"large") is None


def test_unused(tmp_path: Path) -> None:
    """What is old, and what a run that was killed has left, goes with time."""
    Cache(tmp_path).put(KEY, ["old"])
    (old,) = paths(tmp_path)
    left = old.with_name(".new-0123456789abcdef")
    left.write_bytes(b"half")
    for path in (old, left):
        os.utime(path, (1, 1))
    old.parent.joinpath("other").write_text("not ours", "utf-8")
    number = 0
    while len({*old.parent.iterdir()} - {old, left}) < 2:
        Cache(tmp_path).put(b"%d" % number, [])
        number += 1
    assert not old.exists()
    assert not left.exists()
    assert old.parent.joinpath("other").exists()


def test_asked_for(tmp_path: Path) -> None:
    """What is asked for is as good as new."""
    Cache(tmp_path).put(KEY, ["asked for"])
    (path,) = paths(tmp_path)
    os.utime(path, (1, 1))
    assert Cache(tmp_path).get(KEY) == ["asked for"]
    assert path.stat().st_mtime > 1


def test_where(call: Call, tmp_path: Path) -> None:
    """It is kept where the option says, else a variable, else the system."""
    call("check", "flawed.md", RESOLINT_NO_CACHE="1")
    call("check", "--no-cache", "flawed.md")
    assert not (tmp_path / "home").exists()
    call("check", "flawed.md", RESOLINT_CACHE_DIR="named")
    assert len(entries(tmp_path / "named")) == 1
    if sys.platform == "linux":
        call("check", "flawed.md")
        assert len(entries(tmp_path / "home" / "resolint")) == 1
        gone = call("clean")
        assert gone.returncode == 0
        assert "1 entry taken away" in gone.stdout
        assert not (tmp_path / "home" / "resolint").exists()
    empty = call("check", "--cache-dir", "", "flawed.md")
    assert (empty.returncode, empty.stdout) == (2, "")


def test_clean(call: Call, tmp_path: Path) -> None:
    """All that is ours is taken away, and nothing else."""
    call(*CHECK, "clean.md", "flawed.md")
    folder = tmp_path / "kept"
    (folder / "notes.md").write_text("not ours", "utf-8")
    (next(paths(folder)).parent / "notes.md").write_text("not ours", "utf-8")
    asked = "clean", "--cache-dir", "kept"
    result = call(*asked)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("kept: 2 entries taken away, ")
    left = sorted(each.name for each in folder.rglob("*") if each.is_file())
    assert left == ["notes.md", "notes.md"]
    shutil.rmtree(folder)
    assert call(*asked).stdout == "kept: nothing is kept\n"
    call(*CHECK, "clean.md")
    call(*asked)
    assert not folder.exists()
    for name in ("clean.md", ""):
        assert call("clean", "--cache-dir", name).returncode == 2
