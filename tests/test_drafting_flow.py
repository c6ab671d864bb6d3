"""What teams do with drafts day by day: fixes, diffs, baselines, revisions together."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from test_cli import CLEAN, FLAWED, FOUND, Call, call

__all__ = ["call"]

OPN = ("check", "--select", "OPN005")
ACCENTED = FLAWED.replace("the lighthouse.", "the café by the lamp.")
SAVED = {
    "flawed.md": FLAWED.encode(),
    "my draft.md": FLAWED.encode(),
    "lämp.md": FLAWED.encode(),
    "crlf.md": FLAWED.replace("\n", "\r\n").encode(),
    "mixed.md": FLAWED.replace("\n", "\r\n", 3).encode(),
    "no-end.md": FLAWED.rstrip("\n").replace("matter.", "matter;").encode(),
    "mark.md": b"\xef\xbb\xbf" + FLAWED.lstrip("*").encode(),
    "latin.md": ACCENTED.encode("cp1252"),
    "utf16.md": ACCENTED.replace("\n", "\r\n").encode("utf-16"),
    "utf16be.md": ACCENTED.replace("lamp", "Ċ lamp").encode("utf-16-be"),
    "astral.md": FLAWED.replace("the light", "the 𝔸 𝔹 light").encode(),
    "typed.txt": FLAWED.replace("*", "").replace("\n", "\r\n").encode("cp1252"),
}


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def _committed(folder: Path) -> None:
    """Put all files of a folder into a repository."""
    if shutil.which("git") is None:
        pytest.skip("git is not found")
    _git(folder, "init", "-q")
    _git(folder, "config", "core.autocrlf", "false")
    _git(folder, "add", ".")
    who = "-c", "user.name=a", "-c", "user.email=a@b.example"
    _git(folder, *who, "commit", "-q", "-m", "lamps")


@pytest.mark.parametrize(
    "program", [("patch", "-p0", "--binary", "-i"), ("git", "apply", "-p0")]
)
def test_a_diff_can_be_applied(
    call: Call, tmp_path: Path, program: tuple[str, ...]
) -> None:
    """It comes to what ``--fix`` writes, byte for byte, whatever the file is saved as.

    ``--fix`` itself changes the marks only, once more what it has changed nothing.
    """
    if shutil.which(program[0]) is None:
        pytest.skip(f"{program[0]} is not found")
    for folder in ("patched", "fixed"):
        (tmp_path / folder).mkdir()
        for name, data in SAVED.items():
            (tmp_path / folder / name).write_bytes(data)

    def run(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "resolint", *OPN, *arguments, "."],
            cwd=tmp_path / folder,
            capture_output=True,
            timeout=60,
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )

    shown = run("patched", "--diff", "--count", "--statistics", "--show-fixes")
    assert shown.returncode == 1
    assert "would fix 1 × OPN005" in shown.stderr.decode()
    (tmp_path / "all.diff").write_bytes(shown.stdout)
    subprocess.run(
        [*program, str(tmp_path / "all.diff")],
        cwd=tmp_path / "patched",
        check=True,
        capture_output=True,
    )
    assert run("fixed", "--fix").returncode == 0
    for name, data in SAVED.items():
        fixed = (tmp_path / "fixed" / name).read_bytes()
        assert fixed != data
        assert len(fixed) == len(data)
        assert (tmp_path / "patched" / name).read_bytes() == fixed
    again = run("fixed", "--diff")
    assert (again.returncode, again.stdout) == (0, b"")


def test_fixes_in_what_has_changed(call: Call, tmp_path: Path) -> None:
    """With ``--since`` only paragraphs that are new, or others now, are fixed."""
    draft = FLAWED.replace("2. ", "2. *Notes* the lamps.\n\n3. ")
    (tmp_path / "flawed.md").write_text(draft, "utf-8")
    _committed(tmp_path)
    now = draft.replace("the lamps", "the old lamps")
    (tmp_path / "flawed.md").write_text(now, "utf-8")
    result = call(*OPN, "--since", "HEAD", "--fix", "flawed.md")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    want = now.replace("the old lamps.", "the old lamps;")
    assert (tmp_path / "flawed.md").read_text("utf-8") == want
    assert call(*OPN, "flawed.md").stdout == f"flawed.md:5:48: {FOUND}\n"


def test_remarks_on_what_has_changed(call: Call, tmp_path: Path) -> None:
    """With ``--since`` they are written to paragraphs that have changed only."""
    draft = FLAWED.replace("2. ", "2. *Notes* the lamps.\n\n3. ")
    (tmp_path / "flawed.md").write_text(draft, "utf-8")
    _committed(tmp_path)
    now = draft.replace("the lamps", "the old lamps")
    (tmp_path / "flawed.md").write_text(now, "utf-8")
    assert call(*OPN, "--since", "HEAD", "--add-ignore=as agreed", ".").returncode == 0
    want = now.replace("2. ", "<!-- resolint: ignore OPN005 as agreed -->\n2. ")
    assert (tmp_path / "flawed.md").read_text("utf-8") == want


def test_what_is_known_is_not_fixed(call: Call, tmp_path: Path) -> None:
    """A baseline keeps old drafts as they are, with ``--since`` and without."""
    assert call(*OPN, "--write-baseline", ".").returncode == 0
    _committed(tmp_path)
    draft = FLAWED.replace("2. ", "2. *Notes* the lamps.\n\n3. ")
    (tmp_path / "flawed.md").write_text(draft, "utf-8")
    known = ("--baseline", ".resolint-baseline.json")
    result = call(*OPN, *known, "--format", "%(row)d", "flawed.md")
    assert (result.returncode, result.stdout) == (1, "7\n")
    both = call(*OPN, *known, "--since", "HEAD", "--format", "%(row)d", "flawed.md")
    assert both.stdout == "7\n"
    assert call(*OPN, *known, "--fix", "flawed.md").returncode == 0
    want = draft.replace("the lamps.", "the lamps;")
    assert (tmp_path / "flawed.md").read_text("utf-8") == want


TURNING = '''
from resolint import Fix, Resolution, Rule, Safety, Span


class Word(Rule[Resolution]):
    """A word that should be another."""

    one, other = "lighthouse.", "beacon."

    def check(self, node, within):
        """Want the other word."""
        at = node.source.text.find(self.one)
        if at >= 0:
            span = Span(at, at + len(self.one))
            yield self.at(span, "another word", Fix.replace(span, self.other))


class There(Word):
    code, name = "TRN001", "there"


class Back(Word):
    code, name = "TRN002", "back"
    one, other = Word.other, Word.one


class Idle(Word):
    code, name = "TRN003", "idle"
    other = Word.one
'''


def test_fixes_that_come_to_nothing(call: Call, tmp_path: Path) -> None:
    """Two that undo each other, and one that changes nothing, are told."""
    (tmp_path / "turning.py").write_text(TURNING, "utf-8")
    plugin = ("check", "--config", 'plugins="./turning.py"', "--fix", "--show-fixes")
    result = call(*plugin, "--select", "TRN001,TRN002", "flawed.md")
    assert result.returncode == 1
    what = "its fix and others undo each other"
    assert result.stderr == f"flawed.md: paragraph 1: TRN002: {what}\n"
    assert "fixed 1 × TRN001 there" in result.stdout
    result = call(*plugin, "--select", "TRN003", "clean.md", "flawed.md")
    assert (result.returncode, result.stdout) == (0, "")
    (tmp_path / "flawed.md").write_text(FLAWED, "utf-8")
    result = call(*plugin, "--select", "TRN003", "flawed.md")
    assert result.returncode == 1
    assert "TRN003: the fix changes nothing here\n" in result.stderr
    assert (tmp_path / "flawed.md").read_text("utf-8") == FLAWED


def test_what_could_not_be_written_was_not_fixed(call: Call, tmp_path: Path) -> None:
    """``--show-fixes`` counts what is in the file; the others are fixed."""
    (tmp_path / "locked.md").write_text(FLAWED, "utf-8")
    (tmp_path / "locked.md").chmod(0o444)
    result = call(*OPN, "--fix", "--show-fixes", "locked.md", "flawed.md")
    assert result.returncode == 2
    assert result.stderr == "locked.md: cannot be written: it is read-only\n"
    assert result.stdout.splitlines() == [
        f"locked.md:5:48: {FOUND}",
        "flawed.md: fixed 1 × OPN005 operative-ending",
    ]


def test_columns_are_code_points(call: Call, tmp_path: Path) -> None:
    """Characters outside the basic plane are one column each, as SARIF is told."""
    (tmp_path / "flawed.md").write_bytes(SAVED["astral.md"])
    column = FLAWED.splitlines()[4].index(".", 4) + 1 + len("𝔸 𝔹 ")
    result = call(*OPN, "--format", "%(row)d:%(col)d", "flawed.md")
    assert result.stdout == f"5:{column}\n"
    sarif = call(*OPN, "--output-format", "sarif", "flawed.md")
    (log,) = json.loads(sarif.stdout)["runs"]
    assert log["columnKind"] == "unicodeCodePoints"
    (found,) = log["results"]
    place = found["locations"][0]["physicalLocation"]["region"]
    ((change,),) = (each["artifactChanges"] for each in found["fixes"])
    (edit,) = change["replacements"]
    assert (place["startLine"], place["startColumn"]) == (5, column)
    assert edit["deletedRegion"]["startColumn"] == column
    assert edit["insertedContent"] == {"text": ";"}


def test_remarks_by_name_stood_before(call: Call, tmp_path: Path) -> None:
    """A remark that was of no use before is not what a change brought about."""
    remark = "<!-- resolint: ignore operative-ending -->\n\n*Recalling*"
    draft = CLEAN.replace("*Recalling*", remark)
    (tmp_path / "flawed.md").write_text(draft, "utf-8")
    _committed(tmp_path)
    assert "RSL001" in call(*OPN, "flawed.md").stdout
    # What is not saved is compared as Word files are: by their findings.
    options = ("--since", "HEAD", "--fix", "flawed.md")
    (tmp_path / "flawed.md").write_text(
        draft.replace("lighthouse;", "beacon."), "utf-8"
    )
    result = call(*OPN, *options)
    assert (result.returncode, result.stdout) == (0, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(call: Call, shell: str) -> None:
    """A shell is told how to complete commands and options."""
    given = {"_RESOLINT_COMPLETE": f"{shell}_source"}
    assert "_RESOLINT_COMPLETE" in call(**given).stdout
    if shell == "bash":
        words = {"_RESOLINT_COMPLETE": "bash_complete", "COMP_CWORD": "2"}
        found = call(**words, COMP_WORDS="resolint check --output-f").stdout
        assert found.split() == ["plain,--output-format", "plain,--output-file"]
