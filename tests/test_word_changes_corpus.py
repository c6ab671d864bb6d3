"""Published resolutions, damaged, annotated, fixed, accepted and rejected."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from resolint.cli.mending import Draft, Mended, mend
from resolint.diagnostic import Diagnostic, Edit, Safety, Severity
from resolint.engine import lint, understood
from resolint.packs import installed
from resolint.readers.word import read
from resolint.readers.word.annotating import Advice, annotated
from resolint.readers.word.places import places
from resolint.readers.word.tracked import written
from resolint.render.report import Report
from resolint.text import Source, Span
from revisions import accepted, looks, parts, rejected
from test_word_corpus import SHARED

CORPUS = SHARED / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
OURS = ("word/document.xml", "word/footnotes.xml", "word/header")


def files() -> Sequence[Path]:
    """Return some Word files of the corpus."""
    found = sorted(CORPUS.glob("*/*.docx"))[::37]
    return [*found, *sorted((CORPUS / "variants").glob("*/*.docx"))[::9]]


def judged(data: bytes, name: str = "draft.docx") -> Report:
    """Return all that is found in a file."""
    resolution = understood(read(data, name))
    found = lint(resolution, installed().values())
    return Report(resolution=resolution, found=tuple(found))


def damaged(data: bytes) -> bytes:
    """Return a file with slips in it: marks at the ends of lines, spaces, italics."""
    source = read(data, "draft.docx")
    dice = random.Random(len(data))
    slips = []
    for block in source.blocks:
        end = block.span.end
        if dice.random() < 0.3 and source.text[end - 1] in ",;.":
            slips.append(Edit(Span(end - 1, end), dice.choice(",;.")))
        elif dice.random() < 0.2:
            runs = source.emphasis_in(block.span)
            slips += (Edit(run.span, italic=False) for run in runs[:1])
    return accepted(written(data, slips).data)


def mended(data: bytes) -> Mended:
    """Return a file with all its safe fixes made."""
    draft = Draft(Path("draft.docx"), data, judged(data), Severity.INFO)
    return mend(draft, judged, Safety.SAFE)


def safe(found: Sequence[Diagnostic]) -> list[str]:
    """Return what could still be fixed safely."""
    return [
        f"{each.code} {each.message}"
        for each in found
        if each.fix is not None and each.fix.safety is Safety.SAFE
    ]


def test_each_character_has_its_place() -> None:
    """The place shows the character; automatic numbers and ends of lines have none."""
    for path in files():
        data = path.read_bytes()
        found = places(data, path.name)
        source = read(data, path.name)
        assert found.source.text == source.text
        shown = 0
        for stretch in found.stretches:
            shown += stretch.length
            said = stretch.element.text or ""
            here = Span(stretch.at, stretch.at + stretch.length)
            if stretch.element.tag.endswith("}t"):
                end = stretch.offset + stretch.length
                assert source[here] == said[stretch.offset : end], path.name
        numbers = sum(map(len, found.numbers))
        assert shown + numbers + len(source.blocks) >= 0.999 * len(source.text)


def test_after_the_fixes_no_safe_finding_is_left() -> None:
    """Accepted, nothing safe is left; rejected, every letter and look is back."""
    made = 0
    for path in files():
        data = damaged(path.read_bytes())
        after = mended(data)
        made += sum(after.made.values())
        assert looks(rejected(after.data, "resolint")) == looks(data), path.name
        final = accepted(after.data)
        assert read(final, "a.docx").text == after.report.source.text
        unmade = len(after.told)
        assert len(safe(judged(final).found)) == unmade, path.name
        before, now = parts(data), parts(after.data)
        assert [*before] == [*now]
        for name, part in before.items():
            assert part == now[name] or name.startswith(OURS), (path.name, name)
    assert made > 30


def test_comments_change_no_word() -> None:
    """Each finding has one; a second call gives the same file."""
    for path in files():
        data = path.read_bytes()
        source: Source = read(data, path.name)
        found = judged(data).found
        advice = [Advice(each.span, (each.code,)) for each in found]
        made = annotated(data, advice)
        after = read(made, path.name)
        assert (after.text, after.emphasis) == (source.text, source.emphasis)
        assert len(after.remarks) == len(source.remarks) + len(advice)
        assert looks(made) == looks(data)
        assert annotated(made, advice) == made
