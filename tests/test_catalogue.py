"""Catalogues: packs that tell of their rules before these are imported."""

import json
import os
import subprocess
import sys
from importlib import import_module, metadata
from pathlib import Path

import pytest

import resolint_rules
from lighthouses import DRAFT
from resolint import catalogue
from resolint.entries import EntryPoint, entry_points
from resolint.index import Index
from resolint.options import options_of
from resolint.packs import GROUP, PackError, installed, listed

RULE = '''"""A rule."""

import sys
from resolint import Operative, Rule, Severity

print("{name} is imported", file=sys.stderr)


class {name}(Rule[Operative]):
    """A rule that finds fault with every paragraph."""

    code = "{code}"
    name = "{name}"
    needles = {needles!r}

    def check(self, node, within):
        """Find fault."""
        yield self.at(node.span, "there is no {name}")
'''


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Return a folder with an installed pack of two rules and their catalogue."""
    info, folder = tmp_path / "harbours-1.0.dist-info", tmp_path / "harbours_of"
    (folder / "data").mkdir(parents=True)
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: harbours\nVersion: 1")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\nharbours = harbours_of\n")
    (folder / "__init__.py").write_text("")
    for name, code, needles in (
        ("Quay", "HBR001", ("the",)),
        ("Crane", "HBR002", ("crane",)),
    ):
        text = RULE.format(name=name, code=code, needles=needles)
        (folder / f"{name.lower()}.py").write_text(text)
    script = (
        "import harbours_of as pack\n"
        "from resolint import catalogue\n"
        "from resolint.packs import collect\n"
        "print(catalogue.written(pack, collect([pack]).values()), end='')"
    )
    told = _called("-c", script, home=tmp_path).stdout
    folder.joinpath(*catalogue.FILE).write_text(told)
    return tmp_path


def _called(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Call Python with a folder to import from."""
    path = os.pathsep.join([str(home), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, *words],
        env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def _checked(home: Path) -> subprocess.CompletedProcess[str]:
    (home / "draft.md").write_text(DRAFT, "utf-8")
    words = ("check", "--isolated", "--select=HBR", "--no-cache", "draft.md")
    return _called("-m", "resolint", *words, home=home)


def test_the_catalogue_is_fresh() -> None:
    """Written anew, it is the same."""
    file = Path(str(resolint_rules.__file__)).parent.joinpath(*catalogue.FILE)
    rules = [rule for rule in installed().values() if "HBR" not in rule.code]
    assert catalogue.written(resolint_rules, rules) == file.read_text("utf-8")


def test_it_tells_all_of_all_rules() -> None:
    """Each listed rule is, for those who ask, the one that is imported."""
    rules, told = installed(), listed()
    assert list(told) == list(rules)
    for code, rule in rules.items():
        each = told[code]
        assert isinstance(each, catalogue.Listed)
        said = ("name", "severity", "severities", "profiles", "stages", "needs")
        for name in (*said, "when", "asked"):
            assert getattr(each, name) == getattr(rule, name), code
        assert {*each.visits} == {*rule.visits}
        assert (each.cites, {*each.looks_for()}) == (rule.cites, {*rule.looks_for()})
        assert type(each.itself) is type(rule)
        assert options_of(each) == options_of(rule)


def test_only_what_is_asked_is_imported(pack: Path) -> None:
    """A rule whose needles are not in the draft is not."""
    done = _checked(pack)
    assert "HBR001 there is no Quay" in done.stdout
    assert "Quay is imported" in done.stderr
    assert "Crane" not in done.stderr


def test_a_new_module_is_not_overlooked(pack: Path) -> None:
    """A catalogue of other modules than those that are there is not believed."""
    text = RULE.format(name="Mole", code="HBR003", needles=("the",))
    (pack / "harbours_of" / "mole.py").write_text(text)
    assert "HBR003 there is no Mole" in _checked(pack).stdout


@pytest.mark.parametrize("text", ["", "[]", '{"modules": 1}', '{"rules": [{}]}'])
def test_a_damaged_catalogue_is_none(pack: Path, text: str) -> None:
    """All modules are imported then."""
    pack.joinpath("harbours_of", *catalogue.FILE).write_text(text)
    done = _checked(pack)
    assert "HBR001 there is no Quay" in done.stdout
    assert "Crane is imported" in done.stderr


def test_a_rule_that_is_another_ends_the_run(pack: Path) -> None:
    """One line says what to do; the run has failed."""
    file = pack / "harbours_of" / "quay.py"
    file.write_text(file.read_text().replace("Operative", "Preambular"))
    done = _checked(pack)
    assert done.returncode == 2
    said = [line for line in done.stderr.splitlines() if "catalogue" in line]
    assert len(said) == 1
    assert "harbours_of.quay" in said[0] and "resolint.authoring pages" in said[0]


def test_a_module_that_cannot_be_imported_is_named(pack: Path) -> None:
    """In one line, and the run has failed."""
    (pack / "harbours_of" / "quay.py").write_text("import no_such_harbour\n")
    done = _checked(pack)
    assert done.returncode == 2
    assert "harbours_of.quay cannot be loaded" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_no_catalogue_can_tell() -> None:
    """A rule that visits nodes of its own pack's making is refused."""
    rule = next(iter(installed().values()))
    odd = type("Odd", (type(rule),), {"visits": (dict,)})()
    with pytest.raises(ValueError, match=rule.code):
        catalogue.written(resolint_rules, [odd])


def test_entry_points_are_those_of_the_library() -> None:
    """In a group of one, of some and of many."""
    for group in (GROUP, "pytest11", "console_scripts"):
        known = metadata.entry_points(group=group)
        found = entry_points(group)
        assert found == sorted({EntryPoint(each.name, each.value) for each in known})


def test_entry_points_stand_for_what_they_name() -> None:
    """A module, or what is in it."""
    assert EntryPoint("json", "json").load() is json
    assert EntryPoint("join", "os:path.join [extra]").load() is os.path.join


def test_distributions_in_an_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wheel on the path counts too; of two with one name the first does."""
    from zipfile import ZipFile

    wheel = tmp_path / "harbours.zip"
    with ZipFile(wheel, "w") as archive:
        archive.writestr("harbours-2.dist-info/METADATA", "Name: harbours\nVersion: 2")
        archive.writestr("harbours-2.dist-info/entry_points.txt", "[quays]\na = json")
    folder = tmp_path / "Harbours-1.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Name: harbours\nVersion: 1")
    (folder / "entry_points.txt").write_text("# of ours\n[quays]\nb = os\n[other]\nc=d")
    monkeypatch.syspath_prepend(wheel)
    assert entry_points("quays") == [EntryPoint("a", "json")]
    monkeypatch.syspath_prepend(tmp_path)
    assert entry_points("quays") == [EntryPoint("b", "os")]
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert entry_points("quays") == [EntryPoint("b", "os")]


def test_pack_error_of_a_listed_rule() -> None:
    """It is what a pack that cannot be used raises everywhere."""
    entry = {"code": "X", "name": "x", "module": "no_x", "class": "X"}
    rule = catalogue.Listed(entry, Index.of([]))
    with pytest.raises(PackError, match="no_x cannot be loaded"):
        _ = rule.itself
    assert import_module("resolint.packs").PackError is catalogue.PackError
