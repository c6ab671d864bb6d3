"""The examples are what they are said to be, and so are the READMEs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import make
from resolint import Resolution, lint, parse, read
from resolint.diagnostic import Severity
from resolint.document import Node, Passage
from resolint.grammar.space import plain
from resolint.packs import installed

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
FORMATS = (".md", ".docx", ".txt")
CLEAN = [
    *(f"clean{ending}" for ending in FORMATS),
    "security-council.md",
    "model-un.md",
]


def _read(name: str) -> Resolution:
    return parse(read(EXAMPLES / name))


def _tree(node: Node, within: Resolution) -> list[object]:
    """Return the kinds and the words of a tree."""
    words = plain(within.source[node.content]) if isinstance(node, Passage) else ""
    children = [_tree(child, within) for child in node.children()]
    return [type(node).__name__, words, children]


@pytest.mark.parametrize("name", CLEAN)
def test_clean(name: str) -> None:
    """Nothing is found in the clean examples at the default level."""
    found = lint(_read(name), installed().values())
    assert [each for each in found if each.severity.rank >= Severity.WARNING.rank] == []


@pytest.mark.parametrize("ending", FORMATS)
def test_flawed(ending: str) -> None:
    """Slips of many kinds are found in the flawed ones."""
    found = lint(_read(f"flawed{ending}"), installed().values())
    assert "OPN005" in {each.code for each in found}


@pytest.mark.parametrize("name", ["clean", "flawed"])
@pytest.mark.parametrize("ending", FORMATS[1:])
def test_same_tree(name: str, ending: str) -> None:
    """The same draft is understood alike, whatever its format."""
    ours, theirs = _read(f"{name}.md"), _read(f"{name}{ending}")
    assert _tree(theirs, theirs) == _tree(ours, ours)


@pytest.mark.parametrize("path", make.renderings(), ids=lambda path: path.name)
def test_renderings(path: Path) -> None:
    """Made anew, the Word and text files are the same, byte for byte."""
    assert path.read_bytes() == make.renderings()[path]


@pytest.mark.parametrize("readme", make.READMES, ids=lambda path: path.parent.name)
def test_output(readme: Path) -> None:
    """The output shown in the READMEs is what comes out."""
    assert make.shown(readme) == readme.read_text("utf-8")


def test_links() -> None:
    """The files that the READMEs name are there."""
    for readme in make.READMES:
        for target in re.findall(r"\]\(([^):]+)\)", readme.read_text("utf-8")):
            assert (readme.parent / target).exists(), target


def test_word_opens_elsewhere() -> None:
    """Another reader of Word files reads ours."""
    document = pytest.importorskip("docx").Document(str(EXAMPLES / "clean.docx"))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert "Village orchards and meadows" in words


def test_commands_of_the_readme() -> None:
    """The README has one command that lints and one that tests, for .ci/run."""
    text = (ROOT / "README.md").read_text("utf-8")
    lints, tests = re.findall(r"<!-- \.ci/run -->\n```sh\n(.+)\n```\n", text)
    assert "resolint check" in lints
    assert "pytest" in tests


@pytest.mark.skipif(sys.platform == "win32", reason="needs bash")
def test_script() -> None:
    """What CI runs is a script that bash understands."""
    script = ROOT / ".ci" / "run"
    subprocess.run(["bash", "-n", str(script)], check=True)
    assert script.stat().st_mode & 0o111
