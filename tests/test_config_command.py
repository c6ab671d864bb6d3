"""Configuration as the command reads it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

DRAFT = """*The General Assembly*,

*Recalling* the importance of the co-operation fund.

1. *Welcomes* the restoration of the lighthouse.

2. *Decides* to continue its consideration of the matter.
"""
HOUSE = '''"""House rules."""

from resolint import Resolution, Rule


class House(Rule[Resolution]):
    """A house rule."""

    code = "HSE001"
    name = "house"

    def check(self, node, within):
        """Find fault."""
        yield self.at(node.span, "hello")
'''
Result = subprocess.CompletedProcess[str]
Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Return what calls the command in a folder with three drafts."""
    for folder in (".", "archive", "mun", "rules"):
        (tmp_path / folder).mkdir(exist_ok=True)
        if folder != "rules":
            (tmp_path / folder / "a.md").write_text(DRAFT, "utf-8")

    def run(*arguments: str) -> Result:
        return subprocess.run(
            [sys.executable, "-m", "resolint", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            env={**os.environ, "PYTHONUTF8": "1"},
        )

    return run


def _codes(result: Result) -> list[str]:
    return [
        f"{line.split(':')[0]} {line.split(': ')[1].split()[0]}"
        for line in result.stdout.splitlines()
    ]


def test_per_file_ignores(call: Call) -> None:
    """The option is repeated, and names codes and prefixes."""
    given = ("--per-file-ignores", "archive/**:PRE,OPN005")
    more = ("--per-file-ignores", "mun/*.md:ALL")
    result = call("check", "--select", "OPN005,PRE003", *given, *more, ".")
    assert _codes(result) == ["a.md PRE003", "a.md OPN005"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--per-file-ignores", "PRE"), "--per-file-ignores should be PATTERN:CODES"),
        (("--per-file-ignores", "a:"), "--per-file-ignores of a should name a rule"),
        (("--per-file-ignores", "a:OPM005"), "there is no rule OPM005"),
        (("--config", "severity.OPM005=info"), "did you mean OPN005?"),
        (("--config", "severity.OPN005=eror"), "did you mean error?"),
        (("--config", "extend=none.toml"), "none.toml is not there"),
        (("--config", 'plugins="./none.py"'), "./none.py is not there"),
    ],
)
def test_errors(call: Call, arguments: tuple[str, ...], told: str) -> None:
    """What cannot be is one line, and exit status 2."""
    result = call("check", *arguments, "a.md")
    assert (result.returncode, result.stdout) == (2, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_severity(call: Call) -> None:
    """A rule that is made a hint is not shown by default."""
    check = ("check", "--select", "OPN005", "a.md")
    result = call(*check, "--config", "severity.OPN=info")
    assert (result.returncode, result.stdout) == (0, "")
    result = call(*check, "--config", "severity.OPN=info", "--level", "info")
    assert _codes(result) == ["a.md OPN005"]


def test_terms(call: Call, tmp_path: Path) -> None:
    """A name that the house spells its own way is not found fault with."""
    check = ("check", "--select", "SPE007", "--profile", "ga", "a.md")
    assert _codes(call(*check)) == ["a.md SPE007"]
    (tmp_path / "resolint.toml").write_text('terms = ["co-operation fund"]\n', "utf-8")
    assert call(*check).stdout == ""


def test_plugin(call: Call, tmp_path: Path) -> None:
    """A file of rules beside the configuration is used, but not in isolation."""
    (tmp_path / "rules" / "house.py").write_text(HOUSE, "utf-8")
    (tmp_path / "rules" / "house.md").write_text("# house (HSE001)\n", "utf-8")
    (tmp_path / "resolint.toml").write_text(
        'plugins = ["./rules/house.py"]\nselect = ["HSE"]\n', "utf-8"
    )
    assert _codes(call("check", "mun")) == ["mun/a.md HSE001"]
    assert "HSE001  error" in call("rules").stdout
    assert call("rule", "HSE001").stdout == "# house (HSE001)\n"
    isolated = call("check", "--isolated", "--select", "HSE", "mun")
    assert "there is no rule HSE" in isolated.stderr


def test_plugin_broken(call: Call, tmp_path: Path) -> None:
    """A file that is no Python is one line with its place."""
    (tmp_path / "rules" / "house.py").write_text("def (:\n", "utf-8")
    (tmp_path / "resolint.toml").write_text('\nplugins = "./rules/house.py"\n', "utf-8")
    result = call("check", "a.md")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("resolint: resolint.toml:2: plugins: rule pack ")
    assert "SyntaxError" in result.stderr
    assert result.stderr.count("\n") == 1


def test_plugin_clash(call: Call, tmp_path: Path) -> None:
    """A code that a rule has already is refused."""
    text = HOUSE.replace("HSE001", "OPN005")
    (tmp_path / "rules" / "house.py").write_text(text, "utf-8")
    result = call("check", "--config", 'plugins="./rules/house.py"', "a.md")
    assert result.returncode == 2
    assert "rule code OPN005 is taken twice" in result.stderr


def test_paths(call: Call, tmp_path: Path) -> None:
    """The profile of a folder is used, and shown with its place."""
    text = '[[paths]]\nmatch = "mun/**"\nprofile = "mun"\n'
    (tmp_path / "resolint.toml").write_text(text, "utf-8")
    told = call("check", "-v", "a.md", "mun/a.md").stderr
    assert "a.md: read as markdown, profile ga" in told
    assert "mun/a.md: read as markdown, profile mun" in told
    shown = call("config", "mun/a.md").stdout
    assert 'profile = "mun"' in shown
    assert "# resolint.toml:1: paths mun/**" in shown


def test_exclude(call: Call) -> None:
    """A file that is named is left out only where that is forced."""
    check = ("check", "--select", "OPN005", "--exclude", "archive")
    more = ("--extend-exclude", "mun", ".")
    assert _codes(call(*check, *more)) == ["a.md OPN005"]
    assert _codes(call(*check, "archive/a.md")) == ["archive/a.md OPN005"]
    forced = call(*check, "--force-exclude", "archive/a.md", "a.md")
    assert _codes(forced) == ["a.md OPN005"]


def test_gitignore(call: Call, tmp_path: Path) -> None:
    """What git ignores is left out of folders, and that is told."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_text("archive/\n", "utf-8")
    (tmp_path / "mun" / ".gitignore").write_text("*.md\n", "utf-8")
    check = ("check", "--select", "OPN005")
    result = call(*check, ".")
    assert _codes(result) == ["a.md OPN005"]
    assert "2 .md files are ignored by git: left out" in result.stderr
    assert len(_codes(call(*check, "--no-respect-gitignore", "."))) == 3
    assert _codes(call(*check, "archive/a.md")) == ["archive/a.md OPN005"]


def test_settings_schema_is_fresh(call: Call) -> None:
    """The published schema is the table's: ``resolint config --schema`` writes it."""
    published = (files("resolint") / "data" / "settings.schema.json").read_text("utf-8")
    assert call("config", "--schema").stdout == published


@pytest.mark.parametrize(
    ("settings", "good"),
    [
        ({"extend": "../base.toml", "terms": ["One"], "level": "info"}, True),
        ({"severity": {"PRE006": "info"}, "force-exclude": True}, True),
        ({"per-file-ignores": {"archive/**": ["PRE"]}, "plugins": ["a"]}, True),
        ({"paths": [{"match": "mun/**", "profile": "mun"}]}, True),
        ({"options": {"MUN": {"conference": "amun"}}}, True),
        ({"levl": "info"}, False),
        ({"level": "inf"}, False),
        ({"severity": {"PRE006": "inf"}}, False),
        ({"paths": [{"match": "mun/**"}]}, False),
    ],
)
def test_settings_schema(settings: dict[str, Any], good: bool) -> None:
    """It takes what the command takes, and refuses what it refuses."""
    jsonschema = pytest.importorskip("jsonschema")
    text = (files("resolint") / "data" / "settings.schema.json").read_text("utf-8")
    validator = jsonschema.Draft202012Validator(json.loads(text))
    validator.check_schema(json.loads(text))
    assert validator.is_valid(settings) is good


def test_output_schema(call: Call, tmp_path: Path) -> None:
    """What is written as JSON is as its schema says."""
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(call("config", "--schema", "output").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    check = ("check", "--level", "info", "--output-format", "json")
    found = json.loads(call(*check, ".").stdout)
    assert any(each["fix"] for each in found)
    validator.validate(found)


def test_config_shows_where_from(call: Call, tmp_path: Path) -> None:
    """Each value stands with the file and line that says it."""
    (tmp_path / "base.toml").write_text('\nlevel = "info"\n', "utf-8")
    (tmp_path / "resolint.toml").write_text('extend = "base.toml"\n', "utf-8")
    rows = [" ".join(row.split()) for row in call("config").stdout.splitlines()]
    assert 'extend = ["base.toml"] # resolint.toml:1' in rows
    assert 'level = "info" # base.toml:2' in rows
    assert "respect-gitignore = true # default" in rows


def test_broken_below(call: Call, tmp_path: Path) -> None:
    """A configuration below that is wrong is one line with its place."""
    (tmp_path / "mun" / "resolint.toml").write_text("levl = 3\n", "utf-8")
    result = call("check", "--select", "OPN005", "mun", "a.md")
    assert result.returncode == 2
    assert "mun/resolint.toml:1: there is no setting levl" in result.stderr
    assert result.stderr.count("\n") == 1


def test_severity_of_unused_remark(call: Call, tmp_path: Path) -> None:
    """What the engine itself reports has a severity that can be set too."""
    remark = "<!-- resolint: ignore OPN005 -->\n\n2. "
    draft = DRAFT.replace("2. ", remark)
    (tmp_path / "b.md").write_text(draft, "utf-8")
    check = ("check", "--select", "OPN005", "--level", "error", "b.md")
    assert "RSL001" not in call(*check).stdout
    assert "RSL001" in call(*check, "--config", "severity.RSL001=error").stdout
