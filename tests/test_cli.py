"""The command as people call it: what it prints, and its exit status."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CLEAN = """*The General Assembly*,

*Recalling* the importance of lighthouses,

1. *Welcomes* the restoration of the lighthouse;

2. *Decides* to continue its consideration of the matter.
"""
FLAWED = CLEAN.replace("lighthouse;", "lighthouse.")
FOUND = "OPN005 paragraph 1 should end with a semicolon, not a full stop"

Result = subprocess.CompletedProcess[str]
Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Return what calls the command in a folder with two drafts."""
    (tmp_path / "clean.md").write_text(CLEAN, "utf-8")
    (tmp_path / "flawed.md").write_text(FLAWED, "utf-8")

    def run(*arguments: str, given: str = "", **variables: str) -> Result:
        return subprocess.run(
            [sys.executable, "-m", "resolint", *arguments],
            cwd=tmp_path,
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            env={**os.environ, "PYTHONUTF8": "1", **variables},
        )

    return run


def test_clean(call: Call) -> None:
    """A clean draft prints nothing and exits with 0."""
    result = call("check", "--select", "OPN005", "clean.md")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_findings(call: Call) -> None:
    """A finding is a line on standard output, and exits with 1."""
    result = call("check", "--select", "OPN005", "flawed.md", "clean.md")
    assert result.returncode == 1
    assert result.stdout == f"flawed.md:5:48: {FOUND}\n"


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--exit-zero"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "error"], 1),
        (["--ignore", "OPN005"], 0),
        (["--config", "ignore=['OPN005']"], 0),
    ],
)
def test_status(call: Call, options: list[str], status: int) -> None:
    """Options say what fails."""
    result = call("check", "--select", "OPN", *options, "flawed.md")
    assert result.returncode == status


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "none.md"],
        ["check", "--lamps", "clean.md"],
        ["check", "--select", "OPM005", "clean.md"],
        ["check", "--level", "lamp", "clean.md"],
        ["check", "--as-of", "tomorrow", "clean.md"],
        ["check", "--format", "%(lamp)s", "clean.md"],
        ["check", "--format", "%(path)s", "--output-format", "json", "clean.md"],
        ["check", "--config", "none.toml", "clean.md"],
        ["check", "-o", "none/out.txt", "clean.md"],
        ["check", "--color", "green", "clean.md"],
        ["rule", "OPN999"],
        ["rule"],
        ["parse", "none.md"],
        ["config", "none"],
        ["lamps"],
        ["chek", "clean.md"],
        ["symbol"],
    ],
)
def test_impossible(call: Call, arguments: list[str]) -> None:
    """What cannot be done exits with 2, and one line says why."""
    result = call(*arguments)
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b"no Word file"),
        ("a.docx", b""),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.pdf", b"%PDF-1.7 "),
        ("a.rtf", b"{\\rtf1 "),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("a.odt", b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.open"),
        ("a.md", b"\x89PNG\r\n\x1a\n\0\0"),
        ("a.txt", b"lamp\0lamp lamp lamp lamp lamp"),
        ("a.xml", b"<akomaNtoso><p>lamps</p>"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso>&b;</akomaNtoso>'),
        ("a.xml", b"<lamps/>"),
    ],
)
def test_unreadable(call: Call, tmp_path: Path, name: str, data: bytes) -> None:
    """An unreadable file is one line and exits with 2; the others are still done."""
    (tmp_path / name).write_bytes(data)
    result = call("check", "--select", "OPN005", name, "flawed.md")
    assert result.returncode == 2
    assert result.stdout == f"flawed.md:5:48: {FOUND}\n"
    assert result.stderr.startswith(f"{name}: ")
    assert result.stderr.count("\n") == 1


def test_folder(call: Call, tmp_path: Path) -> None:
    """A folder stands for the drafts in it; hidden and lock files are left out."""
    for name in ("b.md", ".hidden.md", "~$lock.md", "a.py", "old/c.md", ".git/d.md"):
        path = tmp_path / "drafts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FLAWED, "utf-8")
    result = call("check", "--select", "OPN005", "--format", "%(path)s", "drafts")
    assert result.stdout.split() == ["drafts/b.md", "drafts/old/c.md"]
    result = call("check", "--select", "OPN005", "--exclude", "old", "drafts")
    assert result.stdout.count("\n") == 1


def test_no_resolution(call: Call, tmp_path: Path) -> None:
    """A text that is no resolution is skipped, and only -v says so."""
    (tmp_path / "README.md").write_text("# Lamps\n\nHow to trim them.\n", "utf-8")
    assert call("check", "README.md").stderr == ""
    result = call("check", "-v", "README.md")
    assert (result.returncode, result.stdout) == (0, "")
    assert "does not look like a resolution" in result.stderr


def test_standard_input(call: Call) -> None:
    """A dash is standard input; its name may be given."""
    result = call("check", "--select", "OPN005", "-", given=FLAWED)
    assert result.stdout.startswith("<stdin>:5:48: ")
    result = call(
        "check", "--select", "OPN005", "-", "--stdin-filename", "x.md", given=FLAWED
    )
    assert result.stdout.startswith("x.md:5:48: ")


def test_json(call: Call) -> None:
    """JSON is JSON, whatever else is asked for."""
    result = call(
        "check", "--select", "OPN005", "--output-format", "json", "--count",
        "--statistics", "flawed.md", "clean.md",
    )  # fmt: skip
    assert [each["code"] for each in json.loads(result.stdout)] == ["OPN005"]


def test_output_file(call: Call, tmp_path: Path) -> None:
    """The findings go to a file, the status stays."""
    result = call("check", "--select", "OPN005", "-o", "out.txt", "flawed.md")
    assert (result.returncode, result.stdout) == (1, "")
    assert FOUND in (tmp_path / "out.txt").read_text("utf-8")


def test_tallies(call: Call) -> None:
    """The findings of each rule are counted, and all of them."""
    result = call("check", "--select", "OPN005", "--statistics", "--count", "flawed.md")
    assert result.stdout.endswith("\n1\tOPN005\toperative-ending\n1\n")


def test_show_source(call: Call) -> None:
    """The line of the finding can be printed below it."""
    result = call("check", "--select", "OPN005", "--show-source", "flawed.md")
    assert "5 | 1. *Welcomes*" in result.stdout


def test_colour(call: Call) -> None:
    """Colours are for terminals, unless they are asked for."""
    arguments = ["check", "--select", "OPN005", "flawed.md"]
    assert "\x1b" not in call(*arguments).stdout
    assert "\x1b" in call(*arguments, "--color", "always").stdout


def test_suppressed(call: Call, tmp_path: Path) -> None:
    """A remark switches a rule off for the paragraph after it."""
    remark = "<!-- resolint: ignore OPN005 as adopted -->\n\n1. "
    (tmp_path / "kept.md").write_text(FLAWED.replace("1. ", remark), "utf-8")
    assert call("check", "--select", "OPN005", "kept.md").stdout == ""


def test_unused_suppression(call: Call, tmp_path: Path) -> None:
    """A remark that switches nothing off is reported."""
    remark = "<!-- resolint: ignore OPN005 -->\n\n1. "
    (tmp_path / "kept.md").write_text(CLEAN.replace("1. ", remark), "utf-8")
    assert "RSL001" in call("check", "--select", "OPN005", "kept.md").stdout


def test_unused_suppression_is_a_rule(call: Call, tmp_path: Path) -> None:
    """What the engine reports itself has a page, and may be ignored."""
    assert call("rule", "RSL001").stdout.startswith("# unused-ignore (RSL001)\n")
    assert "RSL001" in call("rules").stdout
    remark = "<!-- resolint: ignore OPN005 -->\n\n1. "
    (tmp_path / "kept.md").write_text(CLEAN.replace("1. ", remark), "utf-8")
    chosen = ["--select", "OPN005", "--ignore", "RSL001"]
    assert call("check", *chosen, "kept.md").stdout == ""


def test_rule(call: Call) -> None:
    """A rule is explained by its page, whether it is named by code or by name."""
    by_code, by_name = call("rule", "opn005"), call("rule", "operative-ending")
    assert by_code.stdout == by_name.stdout
    assert by_code.stdout.startswith("# operative-ending (OPN005)\n")


def test_near_miss(call: Call) -> None:
    """The nearest code is suggested."""
    assert "did you mean OPN005?" in call("rule", "OPM005").stderr
    assert "did you mean check?" in call("chek").stderr


def test_no_command(call: Call) -> None:
    """Without a command the help is printed, and nothing was done."""
    result = call()
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: resolint")
    assert "Traceback" not in result.stderr


def test_silent_rules(call: Call, tmp_path: Path) -> None:
    """With -v, the rules that cannot speak of a format are told on one line."""
    (tmp_path / "clean.txt").write_text(CLEAN.replace("*", ""), "utf-8")
    (line,) = [
        line
        for line in call("check", "-v", "--select", "ITA", "clean.txt").stderr.split(
            "\n"
        )
        if "silent" in line
    ]
    assert "ITA001, ITA002" in line
    assert line.endswith("text does not show italics")


def test_rules(call: Call) -> None:
    """All rules are listed, for people and for programs."""
    assert "OPN005" in call("rules").stdout
    rows = json.loads(call("rules", "--output-format", "json").stdout)
    assert "operative-ending" in {row["name"] for row in rows}


def test_parse(call: Call) -> None:
    """A document is printed as it was understood."""
    made = json.loads(call("parse", "--output-format", "json", "clean.md").stdout)
    assert [each["number"] for each in made["operative"]] == [1, 2]
    assert "paragraph 1 [Welcomes]" in call("parse", "clean.md").stdout


def test_config(call: Call, tmp_path: Path) -> None:
    """The settings are printed with where they come from."""
    (tmp_path / "resolint.toml").write_text('\nlevel = "info"\n', "utf-8")
    made = call("config").stdout
    assert re.search(r"^level = \"info\" +# resolint\.toml:2$", made, re.MULTILINE)
    made = call("config", "--isolated").stdout
    assert re.search(r"^level = \"warning\" +# default$", made, re.MULTILINE)


def test_config_of_the_file(call: Call, tmp_path: Path) -> None:
    """The settings of the folder of a file hold for it."""
    (tmp_path / "mun").mkdir()
    (tmp_path / "mun" / "flawed.md").write_text(FLAWED, "utf-8")
    (tmp_path / "mun" / "resolint.toml").write_text('ignore = ["OPN005"]\n', "utf-8")
    result = call("check", "--select", "OPN005", "mun/flawed.md", "flawed.md")
    assert result.stdout == f"flawed.md:5:48: {FOUND}\n"


def test_version_and_help(call: Call) -> None:
    """Both exit with 0."""
    assert call("--version").stdout.startswith("resolint ")
    for command in ([], ["check"], ["rule"], ["parse"], ["config"]):
        result = call(*command, "--help")
        assert result.returncode == 0
        assert result.stdout.startswith("Usage: resolint")


def test_narrow_encoding(call: Call) -> None:
    """A terminal that cannot show a character is no reason to fail."""
    result = call("parse", "clean.md", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_broken_pipe(call: Call, tmp_path: Path) -> None:
    """Whoever stops reading is not told about it."""
    (tmp_path / "long.md").write_text(FLAWED, "utf-8")
    command = f"'{sys.executable}' -m resolint rules --output-format json | head -c 1"
    result = subprocess.run(
        command, shell=True, capture_output=True, text=True, timeout=60, check=False
    )
    assert result.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(
    ("redirected", "status"),
    [(">&-", 1), ("2>&-", 1), (">/dev/full", 2), ("- <&-", 2)],
)
def test_streams(call: Call, tmp_path: Path, redirected: str, status: int) -> None:
    """A stream that is closed or full is no reason for a traceback."""
    if "full" in redirected and not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    call("--version")
    command = f"'{sys.executable}' -m resolint check --select OPN005 flawed.md"
    result = subprocess.run(
        f"{command} {redirected}",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == status
    assert result.stderr.count("\n") == (status == 2)
    assert "internal" not in result.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_in_a_folder(call: Call, tmp_path: Path) -> None:
    """What in a folder is no file is left out: to read it could take for ever."""
    os.mkfifo(tmp_path / "pipe.md")
    result = call("check", "--select", "OPN005", ".")
    assert result.stdout == f"flawed.md:5:48: {FOUND}\n"
    assert result.returncode == 1


def test_symbol_knows_the_facts(call: Call) -> None:
    """A citation that is well formed may still be wrong: the rules know the years."""
    wrong = call("symbol", "resolution 1325 (2001)")
    assert wrong.returncode == 1
    assert "should be 2000, not 2001" in wrong.stdout
    right = call("symbol", "resolution 1325 (2000)")
    assert (right.returncode, "problem" in right.stdout) == (0, False)
