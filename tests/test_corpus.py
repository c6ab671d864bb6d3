"""The published resolutions: what is understood of them, and what is found in them."""

import re

import pytest

from benchmarks.answers import score
from benchmarks.drafts import understood
from benchmarks.findings import survey
from benchmarks.published import CORPUS, FORMATS, SHARED, drafts, texts
from resolint import Resolution, Severity, lint, parse, read
from resolint.packs import installed
from resolint.tables import rows

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the published texts are not here"
)

FLOORS = {"md": 0.997, "docx": 0.997, "txt": 0.985, "xml": 0.995}
"""A little under what is reached: of all answers, those that are right."""
STEP = 10
"""One text in so many is read here; `python -m benchmarks.answers` reads all."""


@pytest.mark.parametrize("format", FORMATS)
def test_answers(format: str) -> None:
    """Paragraphs, numbers, openings, notes and mastheads are those of the keys."""
    scores = score(texts(format, step=STEP)).values()
    asked = sum(made.asked.total() for made in scores)
    right = sum(made.right.total() for made in scores)
    assert asked
    assert right / asked >= FLOORS[format]


def test_answers_in_variants() -> None:
    """Automatic numbers, and files that another program saved, change nothing."""
    chosen = [
        text for text in texts("docx", step=4, variants=True) if " " in text.format
    ]
    scores = score(chosen).values()
    right = sum(made.right.total() for made in scores)
    assert right >= 0.995 * sum(made.asked.total() for made in scores)


@pytest.fixture
def seed() -> Resolution:
    """Return the resolution that the project was begun with."""
    return parse(read(SHARED / "seed" / "A-RES-59-262.txt"))


def test_the_seed_is_understood(seed: Resolution) -> None:
    """Its masthead, its title, and the places of its notes."""
    head = seed.masthead
    said = [
        head.value(name)
        for name in ("symbol", "session", "agenda_item", "issued", "adoption")
    ]
    assert said == ["A/RES/59/262", "59", "105 (a)", "2005-03-03", "2004-12-23"]
    assert head.value("information") == "A/59/503/Add.1"
    assert seed.organ == "General Assembly"
    assert seed.title
    assert seed.title.number == "59/262"
    assert [(line.name, line.value) for line in seed.closing.fields] == [
        ("meeting", "76th plenary meeting"),
        ("date", "2004-12-23"),
    ]
    assert (len(seed.preamble), len(seed.operative)) == (8, 12)
    called = [
        (call.label, paragraph.locator)
        for paragraph in (*seed.preamble, *seed.operative)
        for call in paragraph.calls
    ]
    assert called == [
        ("1", "first preambular paragraph"),
        ("2", "fourth preambular paragraph"),
        ("3", "paragraph 1"),
        ("4", "paragraph 3"),
        ("5", "paragraph 3"),
    ]
    assert [note.label for note in seed.notes] == ["1", "2", "3", "4", "5"]


@pytest.mark.skipif("STR017" not in installed(), reason="STR017 is not written yet")
def test_the_seed_has_one_slip(seed: Resolution) -> None:
    """Two spaces in paragraph 3."""
    found = lint(seed, installed().values())
    shown = [each for each in found if each.severity.rank >= Severity.WARNING.rank]
    assert [each.code for each in shown] == ["STR017"]
    assert shown[0].span in seed.operative[2].span


def test_drafts_are_understood() -> None:
    """Enacting line, preamble and operative part of every draft resolution."""
    read_drafts = [understood(path) for path in drafts()]
    whole = [d for d in read_drafts if d.enacting and d.preamble and d.operative]
    # Four of the forty are no resolutions: three amendments and a note.
    assert len(whole) >= len(read_drafts) - 4


def test_few_findings() -> None:
    """The published texts are nearly right, in every format."""
    made = survey(texts(step=STEP), installed().values(), Severity.WARNING)
    for format in FORMATS:
        assert made.rate(format) < 0.1, made.found


def test_every_entry_is_accounted_for() -> None:
    """Each entry of the catalogue is a rule, or has a row that says why it is none."""
    style = (SHARED / "STYLE.md").read_text("utf-8")
    entries = set(re.findall(r"^\*\*([A-Z]{3}\d{3})\*\*", style, re.MULTILINE))
    excused = {row["code"] for row in rows("no_rules.tsv", "resolint_rules")}
    assert len(entries) > 300
    assert entries - excused == {code for code in installed() if code in entries}
    assert not excused & installed().keys()
