"""Findings in several formats at once, as people ask the command for them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

FLAWED = """*The General Assembly*,

*Recalling* the importance of lighthouses,

1. *Welcomes* the restoration of the lighthouse.

2. *Decides* to continue its consideration of the matter.
"""
PRINTED = (
    "flawed.md:5:48: OPN005 paragraph 1 should end with a semicolon, not a full stop\n"
)

Result = subprocess.CompletedProcess[str]
Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Return what checks a draft for one rule, in a folder."""
    (tmp_path / "flawed.md").write_text(FLAWED, "utf-8")

    def run(*arguments: str) -> Result:
        return subprocess.run(
            [sys.executable, "-m", "resolint", "check", *arguments, "flawed.md"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            env={**os.environ, "PYTHONUTF8": "1"},
        )

    return run


def _formats(*formats: str) -> list[str]:
    chosen = [word for each in formats for word in ("--output-format", each)]
    return ["--select", "OPN005", *chosen]


def test_two_formats(call: Call, tmp_path: Path) -> None:
    """One is written to its file, the other is printed."""
    result = call(*_formats("sarif:report.sarif", "text"), "--color", "always")
    assert result.returncode == 1
    assert "OPN005" in result.stdout
    assert result.stderr == ""
    text = (tmp_path / "report.sarif").read_text("utf-8")
    (found,) = json.loads(text)["runs"][0]["results"]
    assert found["ruleId"] == "OPN005"
    assert str(tmp_path) not in text
    again = call(*_formats("text", "sarif:report.sarif"))
    assert again.stdout == PRINTED
    assert (tmp_path / "report.sarif").read_text("utf-8") == text


def test_files_only(call: Call, tmp_path: Path) -> None:
    """Nothing need be printed."""
    result = call(*_formats("junit:a,b.xml", "text:out.txt"), "--color", "always")
    assert (result.returncode, result.stdout, result.stderr) == (1, "", "")
    assert etree.parse(tmp_path / "a,b.xml").getroot().tag == "testsuites"
    assert (tmp_path / "out.txt").read_text("utf-8") == PRINTED


def test_in_a_configuration(call: Call, tmp_path: Path) -> None:
    """A file of settings may have a list; the command line takes its place."""
    settings = 'output-format = ["json:found.json", "text"]\n'
    (tmp_path / "resolint.toml").write_text(settings, "utf-8")
    assert call("--select", "OPN005").stdout == PRINTED
    assert len(json.loads((tmp_path / "found.json").read_text("utf-8"))) == 1
    (tmp_path / "found.json").unlink()
    assert call(*_formats("text")).stdout == PRINTED
    assert not (tmp_path / "found.json").exists()


def test_one_in_a_file(call: Call, tmp_path: Path) -> None:
    """What has no file of its own goes where ``-o`` says."""
    result = call(*_formats("text", "json:found.json"), "-o", "out.txt")
    assert result.stdout == ""
    assert (tmp_path / "out.txt").read_text("utf-8") == PRINTED


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (_formats("text", "json"), "cannot print text and json"),
        (_formats("sarif:a", "json:a"), "cannot write twice to a"),
        (_formats("sarif:a", "json:./b/../a"), "no folder"),
        (_formats("sariff:a"), "did you mean sarif"),
        (_formats("lamp"), "there are text"),
        (_formats("sarif:"), "name of a file"),
        (_formats("sarif:none/a"), "no folder none"),
        (_formats("sarif:."), "folder"),
        (_formats("sarif:flawed.md"), "the draft itself"),
        ([*_formats("sarif:a"), "-o", "b"], "has its own file"),
        ([*_formats("sarif:a", "text"), "-o", "a"], "something else"),
        ([*_formats("sarif:a"), "--fix", "--output", "a"], "something else"),
        ([*_formats("sarif:a"), "--format", "%(row)d"], "text only"),
        (["--config", "output-format=[]"], "should have a format"),
        (["--config", "output-format=3"], "list of words"),
    ],
)
def test_impossible(
    call: Call, tmp_path: Path, arguments: list[str], reason: str
) -> None:
    """What cannot be done exits with 2, one line says why, and no file is touched."""
    result = call(*arguments)
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert reason in result.stderr
    assert (tmp_path / "flawed.md").read_text("utf-8") == FLAWED
