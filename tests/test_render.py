"""What findings and documents look like."""

import json

import pytest

from lighthouses import DRAFT, Lamps, Unsure, draft
from resolint import Diagnostic, Fix, Related, Severity, Source, Span, lint, parse
from resolint.render import FORMATS, outline, renderer, tree
from resolint.render.report import Layout, Report
from resolint.render.snippet import WIDTH, snippet
from resolint.render.template import TemplateError, proved

RULES = {rule.code: rule for rule in (Lamps(), Unsure())}
LAYOUT = Layout(rules=RULES)


def _report(text: str = DRAFT) -> Report:
    resolution = parse(draft(text))
    return Report(resolution=resolution, found=tuple(lint(resolution, RULES.values())))


def _rendered(name: str, layout: Layout = LAYOUT) -> str:
    return "".join(renderer(name)([_report()], layout))


def test_text() -> None:
    """A line a finding, as flake8 has it."""
    assert _rendered("text") == (
        "draft.md:5:26: TST001 lamps are lights\n"
        "draft.md:9:15: TST004 who?\n"
        "draft.md:11:17: TST001 lamps are lights\n"
    )


def test_template() -> None:
    """A template has flake8's fields, and ours."""
    template = proved("%(row)04d %(severity)s %(name)s: %(locator)s")
    text = _rendered("text", Layout(rules=RULES, template=template))
    assert text.splitlines()[0] == "0005 warning lamps: second preambular paragraph"


@pytest.mark.parametrize("template", ["%(lamp)s", "%(row", "%(path)d", "%s %s", "%"])
def test_bad_template(template: str) -> None:
    """A template that cannot be filled in is told before anything is read."""
    with pytest.raises(TemplateError):
        proved(template)


def test_full() -> None:
    """The line of the file, a caret, the fix and where to read on."""
    assert _rendered("full").startswith(
        """warning[TST001] lamps are lights
--> draft.md:5:26 (second preambular paragraph)
5 | *Aware* of the number of lamps,
  |                          ^^^^^
fix: Write “lights” (safe)
help: resolint rule TST001 (lamps)

"""
    )


def test_colours() -> None:
    """Colours stand where they are asked for, and nowhere else."""
    assert "\x1b[" not in _rendered("full")
    assert "\x1b[" in _rendered("full", Layout(rules=RULES, colour=True))


def test_json() -> None:
    """A finding has the fields of the contract."""
    first = json.loads(_rendered("json"))[0]
    fingerprint = first.pop("fingerprint")
    assert len(fingerprint) == 16
    start, end = {"row": 5, "column": 26}, {"row": 5, "column": 31}
    assert first == {
        "code": "TST001",
        "name": "lamps",
        "severity": "warning",
        "message": "lamps are lights",
        "url": None,
        "filename": "draft.md",
        "location": start,
        "end_location": end,
        "where": {
            "part": "preamble",
            "paragraph": 2,
            "locator": "second preambular paragraph",
        },
        "fix": {
            "applicability": "safe",
            "message": "Write “lights”",
            "edits": [{"content": "lights", "location": start, "end_location": end}],
        },
    }


def test_json_lines() -> None:
    """Each line holds what the array holds."""
    lines = [json.loads(line) for line in _rendered("json-lines").splitlines()]
    assert lines == json.loads(_rendered("json"))


@pytest.mark.parametrize("name", FORMATS)
def test_stable(name: str) -> None:
    """The same findings look the same."""
    assert _rendered(name) == _rendered(name)


def test_nothing_found() -> None:
    """An array without findings is an array."""
    assert "".join(renderer("json")([], LAYOUT)) == "[]\n"


def test_control_characters() -> None:
    """What a document says cannot drive the terminal."""
    source = Source.plain("The \x1b[2Jlamp\n", "draft\x07.txt")
    resolution = parse(source)
    found = Diagnostic("TST001", Span(4, 9), "a \x1b[2J is odd", Severity.ERROR)
    report = Report(resolution=resolution, found=(found,))
    for name in ("text", "full"):
        text = "".join(renderer(name)([report], LAYOUT))
        assert not any(char < " " and char != "\n" for char in text)


def test_notes_and_unsure_fixes() -> None:
    """A further place and the safety of a fix are told."""
    span = Span(0, 3)
    found = Diagnostic(
        "TST001",
        span,
        "odd",
        fix=Fix.romanise(span),
        notes=(Related(Span(4, 7), "as here"),),
    )
    report = Report(resolution=parse(draft()), found=(found,))
    text = "".join(renderer("full")([report], LAYOUT))
    assert "note: as here (1:6)\nfix: Set in roman (safe)\n" in text


def test_long_line() -> None:
    """Of a long line a stretch about the place is shown."""
    text = "lamp " * 100
    line, mark = snippet(Source.plain(text), Span(300, 304))
    assert len(line) < WIDTH + 10
    at = mark.index("^")
    assert line[at : at + 4] == "lamp"


def test_wide_characters() -> None:
    """The caret stands below the place, whatever the width of what is before it."""
    _, mark = snippet(Source.plain("灯台 lamp"), Span(3, 7))
    assert mark == "  |      ^^^^\n"


def test_tree() -> None:
    """The document for programs has each paragraph with its items."""
    made = json.loads(tree.as_json(parse(draft())))
    assert made["organ"] == "General Assembly"
    assert made["symbol"] is None
    assert [each["opening"] for each in made["preamble"]] == ["Recalling", "Aware"]
    assert made["operative"][1] == {
        "number": 2,
        "opening": "Requests",
        "text": "Requests keepers:",
        "line": 9,
        "items": [
            {"marker": "(a)", "text": "To trim the lamps;", "items": []},
            {"marker": "(b)", "text": "To keep a logbook;", "items": []},
        ],
    }


def test_outline() -> None:
    """The document for people has a line a paragraph, with its row."""
    text = outline.as_text(parse(draft()))
    assert " 7  paragraph 1 [Welcomes]: Welcomes the restoration" in text
    assert "11    paragraph 2 (a): To trim" in text


def test_outline_notes() -> None:
    """A note is told with the place that calls it; one that is not called, too."""
    notes = "[^1]: Lamps.\n\n[^2]: Wicks.\n"
    text = f"{DRAFT.replace('lamps,', 'lamps,[^1]')}\n{notes}"
    made = outline.as_text(parse(draft(text)))
    assert "note 1 (second preambular paragraph): Lamps." in made
    assert "note 2 (not called): Wicks." in made


@pytest.mark.parametrize("width", [1, 40, 72])
def test_outline_is_broken(width: int) -> None:
    """On a terminal long lines are broken, and lose no word."""
    resolution = parse(draft())
    broken, whole = outline.as_text(resolution, width), outline.as_text(resolution)
    assert broken.split() == whole.split()
    assert max(map(len, broken.splitlines())) <= max(width, 40)
