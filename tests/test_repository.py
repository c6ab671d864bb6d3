"""What holds of the project as a whole."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from resolint import authoring
from resolint.guides import page_file
from resolint.packs import installed

ROOT = Path(__file__).parents[1]
MODULES = [
    path
    for folder in ("linter", "rules", "tests", "benchmarks", "examples")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
LONGEST = 300
"""Lines of a module of the engine or of a rule: one idea each."""
_MACHINE = re.compile(
    r"(?<![\w/.])/(?:home|root|Users|tmp|work|opt|mnt)/\w{3,}"
    r"|[A-Z]:\\\\Users|https?://(?:localhost|127\.|10\.|192\.168\.)"
)


def test_import_contracts() -> None:
    """The engine knows no rule and is layered, each module in a layer."""
    script = "from importlinter.cli import lint_imports; exit(lint_imports())"
    pytest.importorskip("importlinter")
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_pages_and_index_are_fresh() -> None:
    """Written anew, they are the same."""
    rules = installed()
    stale = [
        path.name
        for path, text in authoring.rewritten(rules).items()
        if path.read_text("utf-8") != text
    ]
    assert not stale
    readme = (ROOT / "rules" / "README.md").read_text("utf-8")
    assert authoring.indexed(readme, rules) == readme


def test_source_roots_are_no_packages() -> None:
    """An installed package of the name would be overwritten by another's."""
    for folder in ("linter", "rules"):
        assert not (ROOT / folder / "__init__.py").exists()


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in MODULES
        if path.is_relative_to(ROOT / "linter") or path.is_relative_to(ROOT / "rules")
    ],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_modules_are_short(path: Path) -> None:
    """So that each has one idea."""
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def test_benchmarks_are_short() -> None:
    """They are read before they are believed."""
    for path in (ROOT / "benchmarks").glob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) < 200, path.name


def test_every_rule_has_a_module_and_a_page() -> None:
    """In a folder of its family."""
    for rule in installed().values():
        module = sys.modules[type(rule).__module__]
        assert module.__file__
        assert page_file(rule).is_file()


def test_no_file_names_a_place_on_a_machine() -> None:
    """Nor a host that only one network knows."""
    texts = [
        *MODULES,
        *ROOT.glob("*.md"),
        *ROOT.glob("*.toml"),
        *ROOT.glob(".*.yaml"),
        *(ROOT / ".ci").glob("*"),
        *(
            path
            for folder in ("linter", "rules", "benchmarks", "examples")
            for ending in ("*.md", "*.tsv", "*.toml")
            for path in (ROOT / folder).rglob(ending)
        ),
    ]
    named = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in texts
        if path.is_file() and path != Path(__file__)
        for found in [_MACHINE.search(path.read_text("utf-8"))]
        if found
    ]
    assert not named


def test_every_task_is_explained() -> None:
    """And those that the design names are there."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    tasks = tomllib.loads(text)["tool"]["poe"]["tasks"]
    assert {"check", "pages", "rule", "corpus", "bench", "rails"} <= tasks.keys()
    assert all(task.get("help") for task in tasks.values())
