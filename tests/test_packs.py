"""Packs: where rules come from."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import lighthouses
from resolint.packs import ClashError, PackError, collect, installed


def _copy(name: str, **other: str) -> ModuleType:
    """Return a pack of one rule, whose code and name another pack has too."""
    module = ModuleType(name)
    rule = type("Other", (lighthouses.Lamps,), {"__module__": name, **other})
    vars(module)["Other"] = rule
    return module


def test_installed() -> None:
    """Our own rules are a pack like any other; they come in the order of codes."""
    codes = list(installed())
    assert "OPN005" in codes
    assert codes == sorted(codes)


def test_installed_pack(tmp_path: Path) -> None:
    """The pack of the examples installs with pip; its rules and pages work."""
    pack = tmp_path / "pack"
    shutil.copytree(Path(__file__).parents[1] / "examples" / "pack", pack)
    home = tmp_path / "home"
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps"]
    _done("pip", "install", *quiet, "--no-build-isolation", f"--target={home}", pack)
    draft = tmp_path / "draft.md"
    draft.write_text(
        lighthouses.DRAFT.replace("a logbook", "a logbook in order to learn"), "utf-8"
    )

    def resolint(*arguments: str | Path) -> str:
        return _done("resolint", *arguments, home=home).stdout

    assert "HSE001" in resolint("rules")
    assert "in order to" in resolint("rule", "HSE001")
    said = resolint(
        "check", "--exit-zero", "--isolated", "--select=HSE",
        "--config=options.HSE002.most=2", draft,
    )  # fmt: skip
    assert [line.split()[1] for line in said.splitlines()] == ["HSE001", "HSE002"]
    tests = _done("pytest", "-q", "-p", "no:cacheprovider", pack / "tests", home=home)
    assert "2 passed" in tests.stdout


def _done(
    module: str, *arguments: str | Path, home: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Call a module as a command that must succeed, with a folder to import from."""
    path = {"PYTHONPATH": str(home)} if home else {}
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        env={**os.environ, **path},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )


def test_collect() -> None:
    """Every rule of a module is found by its code."""
    rules = collect([lighthouses])
    assert list(rules) == ["TST001", "TST002", "TST003", "TST004", "TST005"]


def test_same_pack_twice() -> None:
    """A pack that two entry points name is no clash."""
    assert len(collect([lighthouses, lighthouses])) == 5


def test_clash() -> None:
    """Two rules with one code are an error that names both packs."""
    with pytest.raises(ClashError, match=r"TST001.*lighthouses\.Lamps.*harbour\.Other"):
        collect([lighthouses, _copy("harbour")])


def test_clash_of_names() -> None:
    """A name that two rules have would not say which page is meant."""
    with pytest.raises(ClashError, match=r"name .*lighthouses\.Lamps.*harbour\.Other"):
        collect([lighthouses, _copy("harbour", code="TST099")])


def test_broken_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack that cannot be imported is one line, with its name."""
    folder = tmp_path / "sunken"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "wreck.py").write_text("import no_such_lighthouse\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(PackError, match=r"sunken\.wreck.*no_such_lighthouse") as found:
        collect([__import__("sunken")])
    assert "\n" not in str(found.value)
    sys.modules.pop("sunken", None)
