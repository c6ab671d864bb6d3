"""The set-ups of editors: they can be read, and start a server that knows them."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from resolint.server.house import House

ROOT = Path(__file__).parents[1]
EDITORS = ROOT / "editors"
FIX_ALL = "source.fixAll.resolint"


def text(name: str) -> str:
    """Return a file of a set-up."""
    return (EDITORS / name).read_text("utf-8")


def known(settings: Any) -> dict[str, Any]:
    """Return settings as the server takes them from an editor, all without a word."""
    told: list[str] = []
    house = House(tell=told.append)
    house.take(settings)
    assert told == []
    return {key: each.value for key, each in house.options.items()}


def starts(*command: str) -> bool:
    """Whether a command with these arguments exists; the server is not started."""
    program, *arguments = command
    assert program == "resolint"
    called = [sys.executable, "-m", program, *arguments, "--help"]
    return subprocess.run(called, capture_output=True, timeout=60).returncode == 0


def test_helix() -> None:
    """Helix starts the server in each language, also with the settings put in."""
    languages = text("helix/languages.toml")
    for each in (languages, re.sub(r"(?m)^#(?! |$)", "", languages)):
        made = tomllib.loads(each)
        server = made["language-server"]["resolint"]
        assert starts(server["command"], *server["args"])
        assert all("resolint" in row["language-servers"] for row in made["language"])
    assert known(server["config"]["resolint"])["profile"] == "mun"


def test_sublime() -> None:
    """Sublime Text starts the server."""
    server = json.loads(text("sublime/LSP.sublime-settings"))["clients"]["resolint"]
    assert server["enabled"]
    assert starts(*server["command"])


def test_vscode() -> None:
    """Each setting is one of the linter's, and may be what the linter allows."""
    about = json.loads(text("vscode/package.json"))
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert about["version"] == tomllib.load(file)["project"]["version"]
    assert text("vscode/LICENSE") == (ROOT / "LICENSE").read_text("utf-8")
    properties = about["contributes"]["configuration"]["properties"]
    linter = {key.removeprefix("resolint."): each for key, each in properties.items()}
    for own in ("path", "trace.server"):
        del linter[own]
    for key, each in linter.items():
        assert known({key: each["default"]}) == {}
        values = each.get("enum", [["OPN"] if "array" in each["type"] else "auto"])
        for value in values:
            assert known({key: value}).keys() == ({key} if value is not None else set())


def test_vscode_is_built_from_packages_of_no_place() -> None:
    """The list of packages names no address that they are downloaded from."""
    packages = json.loads(text("vscode/package-lock.json"))["packages"]
    assert len(packages) > 1
    for each in packages.values():
        assert "resolved" not in each
        # The package itself has no sum; its licence and version are at the root.
        assert "integrity" in each or each["name"] == "resolint"


def test_all_fixes_are_called_alike() -> None:
    """Each editor that calls for all safe fixes does it by the name they have."""
    for name in (
        "README.md",
        "neovim/resolint.lua",
        "emacs/resolint.el",
        "vscode/README.md",
        "vscode/src/extension.ts",
    ):
        names = re.findall(r"source\.fixAll[\w.]*", text(name))
        assert names and {*names} == {FIX_ALL}, name


def test_readme_names_each_file() -> None:
    """The README leads to the set-up of each editor."""
    links = re.findall(r"\]\((\w+/[^)]+)\)", text("README.md"))
    assert {link.partition("/")[0] for link in links} == {
        each.name for each in EDITORS.iterdir() if each.is_dir()
    }
    assert all((EDITORS / link).is_file() for link in links)
