"""Findings as an HTML file, without a browser: what is in it, and what never is."""

import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from drafting import Draft
from lighthouses import DRAFT, Lamps, Unsure, draft
from messes import messes
from renderings import markdown, typed
from resolint import (
    Diagnostic,
    Fix,
    Related,
    Safety,
    Severity,
    Source,
    Span,
    lint,
    parse,
)
from resolint.packs import installed
from resolint.readers import read
from resolint.render import renderer
from resolint.render.html.escaping import named
from resolint.render.report import Layout, Report
from strategies import drafts

RULES = {rule.code: rule for rule in (Lamps(), Unsure())}
LAYOUT = Layout(rules=RULES)
ALL = Layout(rules=installed())
Element = Any
EXAMPLES = Path(__file__).parents[1] / "examples"


def _report(source: Source, found: Iterable[Diagnostic] | None = None) -> Report:
    resolution = parse(source)
    if found is None:
        found = lint(resolution, RULES.values())
    return Report(resolution=resolution, found=tuple(found))


def _written(*reports: Report, layout: Layout = LAYOUT) -> str:
    return "".join(renderer("html")(reports, layout))


def _parsed(text: str) -> Element:
    return html.document_fromstring(text)


def _page(*reports: Report, layout: Layout = LAYOUT) -> Element:
    return _parsed(_written(*reports, layout=layout))


def _words(element: Element) -> str:
    return "".join(map(str, element.itertext()))


def _text(page: Element) -> str:
    """Return what the sheets say of the drafts, without numbers and indicators."""
    for each in [*_of(page, "badge"), *_of(page, "call")]:
        each.drop_tree()
    return "".join(_words(each) for each in _of(page, "words"))


def _of(page: Element, name: str) -> list[Element]:
    """Return the elements of a class."""
    return list(page.find_class(name))


def _bare(text: str) -> str:
    return "".join(text.split())


def _found(source: Source, *spans: tuple[int, int]) -> list[Diagnostic]:
    return [
        Diagnostic("TST001", Span(*span), f"finding {number}", Severity.WARNING)
        for number, span in enumerate(spans, 1)
    ]


def test_snapshot() -> None:
    """A paragraph, its mark, the number of the finding, and the finding before it."""
    text = _written(_report(draft()))
    assert (
        '<div class="passage">\n'
        '<ul class="findings" aria-label="Findings: second preambular paragraph">\n'
        '<li class="finding warning" id="finding-1" tabindex="-1" '
        'data-severity="warning" data-family="TST"><p class="head">'
        '<a class="badge warning" href="#mark-1" '
        'aria-label="Finding 1: to its place in the text">1</a> '
        '<span class="severity">Warning</span> '
        '<a class="rule" href="#rule-TST001"><b>TST001</b> lamps</a> '
        '<span class="place">5:26</span></p>'
        '<p class="message">lamps are lights</p>'
        '<p class="fix">Write “lights” (safe)'
        ' <span class="changes"><span class="change">'
        "<del>lamps</del> → <ins>lights</ins></span> </span></p>"
        '<p class="where">second preambular paragraph</p></li>\n'
        "</ul>\n"
        '<p class="line preambular"><span class="words"><i>Aware</i> of the number of '
        '<mark class="warning" data-findings="1">lamps</mark>'
        '<a class="badge warning" id="mark-1" href="#finding-1" data-finding="1" '
        'aria-label="warning 1: lamps are lights">1</a>,</span></p>\n'
        "</div>\n"
    ) in text


@given(drafts())
def test_no_text_is_lost(made: Draft) -> None:
    """Each line of a resolution stands in the file once, in the order of the text."""
    for data, name in ((markdown(made), "a.md"), (typed(made), "a.txt")):
        source = read(data.encode(), name)
        page = _page(_report(source, lint(source, ALL.rules.values())), layout=ALL)
        assert _bare(_text(page)) == _bare(named(source.text))


@given(messes() | st.text(), st.data())
def test_whatever_the_text_is(text: str, data: st.DataObject) -> None:
    """No text is lost or markup, wherever findings are; each is told, and marked."""
    source = data.draw(st.sampled_from([draft, Source.plain]))(text)
    places = st.integers(0, len(source.text))
    pairs = data.draw(st.lists(st.tuples(places, places), max_size=8))
    spans = [(min(pair), max(pair)) for pair in pairs]
    written = _written(_report(source, _found(source, *spans)))
    page = _parsed(written)
    for number in range(1, len(spans) + 1):
        assert page.get_element_by_id(f"finding-{number}") is not None
        assert page.get_element_by_id(f"mark-{number}") is not None
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    targets = {str(each.get("href"))[1:] for each in page.iter("a")}
    assert targets <= {*ids, *(f"rule-{code}" for code in RULES)}
    assert _bare(_text(page)) == _bare(named(source.text))


HOSTILE = """<script>alert(1)</script> and <img src=x onerror=alert(1)>

*The General Assembly*,

*Noting* </p></script></style><!-- that \u202e lamps \x1b[2J &amp; &lt;,

1. *Requests* [keepers](javascript:alert(1)) ]]> \x00\x85 to report.[^<i>]

[^<i>]: <b onclick="alert(1)">Lamps.
"""


def test_a_draft_is_never_markup() -> None:
    """Nor are the name of its file, messages or fixes."""
    source = Source.plain(HOSTILE, "<script>\udcff'\".txt")
    span = Span(0, 8)
    hostile = Diagnostic(
        "<X>001",
        span,
        "a </li><script> \ud800 \u202e",
        Severity.ERROR,
        Fix.replace(span, "<script>\"'"),
        (Related(Span(30, 40), "<script>"),),
    )
    text = _written(_report(source, [hostile]))
    assert text.encode("utf-8")
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text
    )
    page = _parsed(text)
    assert len([*page.iter("script")]) == 1
    assert "<span" not in _words(next(page.iter("title")))
    assert not [*page.iter("img")]
    assert all(
        not name.startswith("on") for each in page.iter() for name in each.attrib
    )
    assert all(
        str(each.get("href")).startswith(("#", "data:,")) for each in page.iter("a")
    )
    assert "\\u202e" in _words(_of(page, "message")[0])
    assert "\\ud800" in _words(_of(page, "message")[0])


def test_nothing_is_fetched() -> None:
    """The policy allows our style and our script, by their hashes, and nothing else."""
    text = _written(_report(draft()))
    page = _parsed(text)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert str(policy).startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for name in ("style", "script"):
        (element,) = page.iter(name)
        made = sha256(str(element.text).encode()).digest()
        assert f"'sha256-{b64encode(made).decode()}'" in policy
    assert not page.xpath("//@src | //@style | //link[@rel='stylesheet']")
    assert "url(" not in text.split("</style>")[0]
    assert "@import" not in text


def test_marks_that_overlap() -> None:
    """Where two findings meet, the text is marked for both; its numbers follow."""
    source = Source.plain("The lamps of the harbour\n")
    page = _page(_report(source, _found(source, (0, 9), (4, 16), (4, 4))))
    marks = [(each.get("data-findings"), _words(each)) for each in page.iter("mark")]
    assert marks == [
        ("1", "The "),
        ("3", ""),
        ("1 2", "lamps"),
        ("2", " of the"),
    ]


def test_a_mark_over_several_lines() -> None:
    """It is marked on each, and numbered on the first, where it is told."""
    source = draft()
    start = source.text.index("Recalling")
    end = source.text.index("number")
    page = _page(_report(source, _found(source, (start, end))))
    assert [_words(each) for each in page.iter("mark")] == [
        *("Recalling", " the importance of lighthouses,"),
        *("Aware", " of the "),
    ]
    (list_,) = [each for each in _of(page, "findings") if each.tag == "ul"]
    assert list_.get("aria-label") == "Findings: first preambular paragraph"
    assert len(page.xpath("//a[starts-with(@id, 'mark-')]")) == 1


def test_the_document_as_a_whole() -> None:
    """A finding on all of a text marks none of it."""
    source = draft()
    page = _page(_report(source, _found(source, (0, len(source.text)))))
    assert not [*page.iter("mark")]
    (whole,) = _of(page, "whole")
    assert _words(whole).split() == ["The", "document", "as", "a", "whole", "1"]


def test_notes_lead_there_and_back() -> None:
    """An indicator leads to its note, the note to its first call."""
    calls = "lamps,[^1][^1] and[^1]"
    text = DRAFT.replace("lamps,", calls) + "\n[^1]: Wicks.\n"
    page = _page(_report(draft(text)))
    first, more, again = _of(page, "call")
    assert [each.get("class") for each in (first, more, again)] == [
        *("call", "call more", "call"),
    ]
    (label,) = _of(page, "label")
    note = page.get_element_by_id(str(first.find("a").get("href"))[1:])
    assert _words(note).split() == ["1", "Wicks."]
    assert label.find("a").get("href") == f"#{first.find('a').get('id')}"
    assert again.find("a").get("id") is None


def test_related_places_are_linked() -> None:
    """A further place of a finding is a line that one can go to."""
    source = draft()
    at = source.text.index("Welcomes")
    note = Related(Span(at, at + 3), "as here")
    found = Diagnostic("TST001", Span(0, 3), "odd", notes=(note,))
    page = _page(_report(source, [found]))
    (related,) = _of(page, "related")
    target = page.get_element_by_id(str(related.find("a").get("href"))[1:])
    assert _words(target).startswith("1. Welcomes")


def test_fixes() -> None:
    """They say how far they may be trusted, and what they write."""
    source = Source.plain("The lamps and wicks of the harbour\n")
    edits = tuple(Fix.replace(Span(at, at + 1), "x").edits[0] for at in range(6))
    found = [
        Diagnostic("TST001", Span(0, 3), "odd", fix=Fix("Do it", edits)),
        Diagnostic(
            "TST001", Span(0, 3), "odd", fix=Fix.italicise(Span(0, 3), Safety.UNSAFE)
        ),
        Diagnostic("TST001", Span(4, 9), "odd", fix=Fix.replace(Span(4, 9), "")),
    ]
    page = _page(_report(source, found))
    many, italic, out = ("".join(_words(each)) for each in _of(page, "fix"))
    assert many.endswith("and 2 more ")
    assert italic.startswith("Set in italics (may touch the meaning)")
    assert out.split() == ["Take", "it", "out", "(safe)", "lamps"]


def test_rule_pages() -> None:
    """The page of each rule with findings is carried, and of no other."""
    source = read((EXAMPLES / "flawed.md").read_bytes(), "flawed.md")
    found = lint(source, ALL.rules.values())
    page = _page(_report(source, found), layout=ALL)
    pages = {each.get("data-code"): each for each in _of(page, "rule-page")}
    assert pages.keys() == {each.code for each in found}
    words = _words(pages["OPN005"])
    assert "Every operative paragraph ends with a semicolon" in words
    assert "*Requests*" in words
    assert "<h1" not in html.tostring(pages["OPN005"], encoding="unicode")


def test_families() -> None:
    """A family is told with what its rules are about, and its findings are counted."""
    source = read((EXAMPLES / "flawed.md").read_bytes(), "flawed.md")
    page = _page(_report(source, lint(source, ALL.rules.values())), layout=ALL)
    boxes = {
        box.get("value"): " ".join(_words(box.getparent()).split())
        for box in page.xpath("//input[@name='family']")
    }
    assert boxes["FNT"] == "FNT footnotes 1"
    assert boxes["SYM"] == "SYM document symbols 1"


def test_rules_without_pages() -> None:
    """A rule of which there is no page is named all the same."""
    page = _page(_report(draft()))
    assert "The rule has no page." in _words(page.get_element_by_id("rule-TST001"))


def test_several_documents() -> None:
    """They are listed with counts; findings are numbered through."""
    clean = Report(resolution=parse(draft(name="clean.md")), found=())
    page = _page(_report(draft()), clean, _report(draft(name="<last>.md")))
    (contents,) = page.xpath("//nav")
    rows = [[_words(cell) for cell in row] for row in contents.iter("tr")]
    assert rows == [
        ["File", "Title", "Findings"],
        ["draft.md", "", "1 error, 2 warnings"],
        ["clean.md", "", "Nothing found"],
        ["<last>.md", "", "1 error, 2 warnings"],
    ]
    assert page.get_element_by_id("finding-6") is not None
    assert not page.xpath("//*[@id='finding-7']")


def test_no_documents() -> None:
    """A run over nothing is a file that says so."""
    assert "There are no documents." in _words(_page())


def test_cells() -> None:
    """Cells stand side by side where the file shows it, and below each other else."""
    text = f"{DRAFT}\nAnnex\n\n| Lamp | Oil |\n|---|---|\n| North | |\n| | 3 |\n"
    page = _page(_report(draft(text)))
    rows = [
        [_words(cell).strip() for cell in row]
        for row in _of(page, "table")[0].iter("tr")
    ]
    assert rows == [["Lamp", "Oil"], ["North"], ["", "3"]]


def test_the_first_page() -> None:
    """Publisher, symbol, organ and dates stand between the rules."""
    source = read((EXAMPLES / "flawed.md").read_bytes(), "flawed.md")
    (cover,) = _of(_page(_report(source, [])), "cover")
    names = [str(each.get("class")).split()[1] for each in cover]
    assert names == [
        *("publisher", "symbol", "organ", "distribution", "issued", "original"),
    ]


Call = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Return what checks drafts in a folder."""
    (tmp_path / "one.md").write_text(DRAFT, "utf-8")
    (tmp_path / "two.txt").write_text(DRAFT.replace("*", ""), "utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "resolint", "check", *arguments],
            cwd=tmp_path,
            capture_output=True,
            timeout=60,
            env={**os.environ, "PYTHONUTF8": "1"},
        )

    return run


def test_command(call: Call, tmp_path: Path) -> None:
    """One file for all drafts, the same each time, in which no folder is named."""
    named = ["--output-format", "html:report.html", "one.md", str(tmp_path / "two.txt")]
    result = call(*named)
    assert (result.returncode, result.stdout, result.stderr) == (1, b"", b"")
    written = (tmp_path / "report.html").read_bytes()
    assert call(*named).returncode == 1
    assert (tmp_path / "report.html").read_bytes() == written
    assert str(tmp_path).encode() not in written
    assert call("--output-format", "html", *named[2:]).stdout == written
    page = _parsed(written.decode())
    assert [_words(each) for each in page.iter("h2")][:2] == ["one.md", "two.txt"]
    assert "finding-1" in page.xpath("//@id")


def test_command_with_other_outputs(call: Call, tmp_path: Path) -> None:
    """It can be had beside another format; a clean run has its file too."""
    formats = ["--output-format", "html:r.html", "--output-format", "text"]
    assert call(*formats, "one.md").stdout.startswith(b"one.md:")
    assert call(*formats, "--select", "SYM", "one.md").stdout == b""
    assert "Nothing found" in (tmp_path / "r.html").read_text("utf-8")
