"""What is kept of earlier runs: the same bytes, or none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from keeping import CHECK, entries, judged, keeping, same
from resolint.render import FORMATS
from test_cli import CLEAN, FLAWED, Call, call

__all__ = ["call", "keeping"]

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
