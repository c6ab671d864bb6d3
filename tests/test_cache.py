"""What is kept of earlier runs: the same bytes, or none; and never a reason to fail."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.cli import shelf
from resolint.cli.cache import Cache
from resolint.render import FORMATS
from test_bad_files import humble, posix
from test_cli import CLEAN, FLAWED, Call, Result, call

__all__ = ["call", "humble"]

CHECK = ("check", "--level", "info", "--cache-dir", "kept")
KEY = b"k" * 32
PACK = '''
from resolint import Resolution, Rule


class Lamps(Rule[Resolution]):
    """Says something of every draft."""

    code = "LMP001"
    name = "lamps"

    def check(self, node, within):
        """Find it."""
        yield self.at(node.span, "{}")
'''


@pytest.fixture(autouse=True)
def keeping(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let runs keep what they find, as they do outside tests."""
    monkeypatch.delenv("RESOLINT_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))


def entries(folder: Path) -> dict[str, bytes]:
    """Return what is kept in a folder, by name."""
    return {each.name: each.read_bytes() for each in _entries(folder)}


def _entries(folder: Path) -> Iterator[Path]:
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


@pytest.mark.parametrize(
    "options",
    [
        *([["--output-format", each] for each in FORMATS]),
        ["--output-format", "full", "--color", "always"],
        ["--show-source"],
        ["--format", "%(path)s %(row)d %(locator)s"],
        ["--output-format", "sarif:a.sarif", "--output-format", "text", "-v"],
        ["--statistics", "--count", "-v"],
        ["--exit-zero", "-q"],
        ["-o", "out.txt"],
    ],
    ids=" ".join,
)
def test_same(call: Call, tmp_path: Path, options: list[str]) -> None:
    """What is known is told as it was when it was found, byte for byte."""
    (tmp_path / "readme.md").write_text("How to keep bees.\n", "utf-8")
    names = "clean.md", "flawed.md", "readme.md"
    new = call(*CHECK, *options, *names)
    written = [(tmp_path / each) for each in ("a.sarif", "out.txt")]
    texts = [each.read_bytes() for each in written if each.exists()]
    again = call(*CHECK, *options, *names)
    same(new, again, call(*CHECK, "--no-cache", *options, *names))
    assert texts == [each.read_bytes() for each in written if each.exists()]
    assert len(entries(tmp_path / "kept")) == (0 if "html" in options else 3)
    assert judged(tmp_path, *CHECK, *options, *names) == ("html" in options)


@pytest.mark.parametrize(
    "options",
    [
        ["--select", "OPN"],
        ["--ignore", "OPN005"],
        ["--per-file-ignores", "flawed.md:OPN"],
        ["--config", "severity.OPN005='info'"],
        ["--level", "error"],
        ["--fail-on", "never"],
        ["--profile", "mun"],
        ["--stage", "draft"],
        ["--as-of", "2001-01-01"],
        ["--view", "all"],
        ["--config", "terms=['lighthouse']"],
        ["--config", "options.MUN.conference='amun'"],
        ["--format", "%(code)s"],
        ["--output-format", "full"],
        ["--color", "always"],
        ["--show-source"],
        ["--assume-resolution"],
        ["-v"],
        ["--config", "paths=[{match='*.md', stage='draft'}]"],
    ],
    ids=" ".join,
)
def test_asked_otherwise(call: Call, tmp_path: Path, options: list[str]) -> None:
    """What was found when something else was asked for is not told."""
    call(*CHECK, "flawed.md")
    result = call(*CHECK, *options, "flawed.md")
    same(call(*CHECK, "--no-cache", *options, "flawed.md"), result)
    assert len(entries(tmp_path / "kept")) == 2


def test_other_text(call: Call, tmp_path: Path) -> None:
    """A draft is known by what it says, and by its name, not by its date."""
    draft = tmp_path / "flawed.md"
    first = call(*CHECK, "flawed.md")
    os.utime(draft, (1, 1))
    same(first, call(*CHECK, "flawed.md"))
    assert len(entries(tmp_path / "kept")) == 1
    status = draft.stat()
    draft.write_text(FLAWED.replace("matter", "buoys!"), "utf-8")
    os.utime(draft, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "exclamation" in call(*CHECK, "flawed.md").stdout
    draft.write_text(FLAWED, "utf-8")
    same(first, call(*CHECK, "flawed.md"))
    draft.rename(tmp_path / "other.md")
    assert "other.md:5:48" in call(*CHECK, "other.md").stdout
    assert len(entries(tmp_path / "kept")) == 3


def test_elsewhere(call: Call, tmp_path: Path) -> None:
    """A whole path is told as it is seen from where one is."""
    (tmp_path / "below").mkdir()
    name, folder = str(tmp_path / "flawed.md"), str(tmp_path / "kept")
    asked = "check", "--cache-dir", folder, "--output-format", "github", name
    assert "file=flawed.md" in call(*asked).stdout
    done = subprocess.run(
        [sys.executable, "-m", "resolint", *asked],
        cwd=tmp_path / "below",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "file=../flawed.md" in done.stdout


def test_other_rules(call: Call, tmp_path: Path) -> None:
    """A rule pack that is another one than it was judges anew."""
    about = tmp_path / "packs" / "lamps-1.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: lamps\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[resolint.rules]\nlamps = lamps\n")
    pack = about.parent / "lamps.py"
    path = os.pathsep.join(
        [str(about.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    for said in ("a lamp is out", "two lamps are out", "a lamp is out"):
        pack.write_text(PACK.format(said), "utf-8")
        result = call(*CHECK, "--select", "LMP", "clean.md", PYTHONPATH=path)
        assert said in result.stdout
        same(result, call(*CHECK, "--select", "LMP", "clean.md", PYTHONPATH=path))


def test_plugins(call: Call, tmp_path: Path) -> None:
    """What plug-ins find is not kept: they may look at anything."""
    (tmp_path / "lamps.py").write_text(PACK.format("a lamp is out"), "utf-8")
    plugged = "--config", "plugins='./lamps.py'"
    assert "a lamp is out" in call(*CHECK, *plugged, "clean.md").stdout
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize(
    "options",
    [["--fix"], ["--diff"], ["--add-ignore"], ["--fix", "--output", "o.md"]],
    ids=" ".join,
)
def test_written_anew(call: Call, tmp_path: Path, options: list[str]) -> None:
    """A run that is to write drafts does so each time."""
    for _ in range(2):
        (tmp_path / "flawed.md").write_text(FLAWED, "utf-8")
        result = call(*CHECK, *options, "flawed.md")
        changed = (tmp_path / "flawed.md").read_text("utf-8") != FLAWED
        assert changed or "+1. *Welcomes*" in result.stdout or "o.md" in options
    assert not (tmp_path / "kept").exists()


def test_failures(call: Call, tmp_path: Path) -> None:
    """What could not be done is tried again, and standard input is not kept."""
    (tmp_path / "bad.docx").write_bytes(b"PK\3\4 no Word file")
    for _ in range(2):
        result = call(*CHECK, "bad.docx", "none.md")
        assert (result.returncode, result.stderr.count("\n")) == (2, 2)
    assert call(*CHECK, "-", given=FLAWED).returncode == 1
    assert not (tmp_path / "kept").exists()


def test_baseline(call: Call, tmp_path: Path) -> None:
    """What a baseline knows is another thing when the baseline is another."""
    based = (*CHECK, "-v", "--config", "baseline='known.json'", "flawed.md")
    written = (*CHECK, "--baseline", "known.json", "--write-baseline", "flawed.md")
    first = call(*written)
    text = (tmp_path / "known.json").read_bytes()
    (tmp_path / "known.json").unlink()
    same(first, call(*written))
    assert (tmp_path / "known.json").read_bytes() == text
    assert text.count(b"OPN005") == 1
    known = call(*based)
    assert known.returncode == 0
    same(known, call(*based))
    (tmp_path / "known.json").write_text("[]", "utf-8")
    assert "OPN005" in call(*based).stdout
    (tmp_path / "known.json").write_bytes(text)
    same(known, call(*based))
    (tmp_path / "flawed.md").write_text(CLEAN, "utf-8")
    pruned = (*CHECK, "--baseline", "known.json", "--prune-baseline", "flawed.md")
    assert call(*pruned).stderr == "known.json: 1 finding is dropped\n"
    assert call(*pruned).stderr == "known.json: 0 findings are dropped\n"
    assert b"OPN005" not in (tmp_path / "known.json").read_bytes()


def test_baseline_elsewhere(call: Call, tmp_path: Path) -> None:
    """Standard input has the baseline of the file that it is said to be."""
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "resolint.toml").write_text("baseline='b.json'", "utf-8")
    (tmp_path / "below" / "b.json").write_text("[]", "utf-8")
    asked = *CHECK, "--stdin-filename", "below/a.md", "-"
    result = call(*asked, given=FLAWED)
    assert (result.returncode, result.stderr) == (1, "")


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
    (path,) = sorted(_entries(tmp_path / "kept"), key=lambda each: each.stat().st_size)[
        1:
    ]
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
    (path,) = _entries(folder)
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
    assert not [*_entries(tmp_path / "kept")]


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


def test_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept stays within bounds: what nobody has asked for longest goes."""
    monkeypatch.setattr(shelf, "SHARE", 2000)
    cache = Cache(tmp_path)
    for number in range(2000):
        cache.put(b"%d" % number, [os.urandom(30).hex()])
    assert not cache.trouble
    shards: dict[str, int] = {}
    for path in _entries(tmp_path):
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
    (old,) = _entries(tmp_path)
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
    (path,) = _entries(tmp_path)
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
    (next(_entries(folder)).parent / "notes.md").write_text("not ours", "utf-8")
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
