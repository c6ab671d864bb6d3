"""Packs: where rules come from."""

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
