"""Findings that changes brought about: of any two texts, and of the command."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resolint import Block, Diagnostic, Source, Span
from resolint.alignment import Alignment
from resolint.changes import Checked, brought_about
from test_word_changes import DELETED, INSERTED, LISTS, NUMBERED, added, taken
from test_word_changes_remarks import comment, marked
from test_word_package import docx, par, run


def text(*blocks: str | tuple[str, str]) -> Source:
    """Make a text of blocks; some say first which paragraphs they are made of."""
    made, at = [], 0
    words = [each if isinstance(each, str) else each[1] for each in blocks]
    for each, said in zip(blocks, words, strict=True):
        names = () if isinstance(each, str) else tuple(each[0].split())
        made.append(Block(Span(at, at + len(said)), made_of=names))
        at += len(said) + 1
    whole = "".join(f"{each}\n" for each in words)
    return Source("a", whole, whole, (), tuple(made))


def check(source: Source, *rules: Callable[[Source], Iterable[Diagnostic]]) -> Checked:
    """Find what is wrong with a text."""
    return Checked(source, [each for rule in rules for each in rule(source)])


def dim(source: Source) -> Iterable[Diagnostic]:
    """Find the word that no lamp likes, and name the paragraph."""
    for number, block in enumerate(source.blocks, 1):
        for match in re.finditer("dim", source[block.span]):
            span = Span(*match.span()).shift(block.span.start)
            yield Diagnostic("LMP001", span, f"paragraph {number} should not be dim")


def ending(source: Source) -> Iterable[Diagnostic]:
    """Want a full stop at the end of the last block, and semicolons before it."""
    for number, block in enumerate(source.blocks, 1):
        last = block is source.blocks[-1]
        want, found = ".;"[not last], source.text[block.span.end - 1]
        if found != want:
            at = block.span.end
            span = Span(at - 1, at) if found in ".;," else Span(at, at)
            message = f"paragraph {number} should end with {want}"
            yield Diagnostic("LMP002", span, message)


def keeper(source: Source) -> Iterable[Diagnostic]:
    """Want a keeper somewhere, and say so at the last block."""
    if "keeper" not in source.text:
        yield Diagnostic("LMP003", source.blocks[-1].span, "there should be a keeper")


def empty(source: Source) -> Iterable[Diagnostic]:
    """Want no two spaces."""
    for match in re.finditer("  ", source.text):
        yield Diagnostic("LMP004", Span(*match.span()), "there should be one space")


def new(before: Source, after: Source, *rules: object) -> list[str]:
    """Return the messages that changes brought about."""
    told = rules or (dim, ending, keeper, empty)
    found = brought_about(check(before, *told), check(after, *told))  # type: ignore[arg-type]
    return [each.message for each in found]


A, B, C = ("1", "1. dim lamp;"), ("2", "2. bright lamp;"), ("3", "3. keeper.")


def test_the_same_text_has_nothing_new() -> None:
    """Whatever is wrong with it."""
    assert new(text(A, B, C), text(A, B, C)) == []
    assert new(text("dim", "dim"), text("dim", "dim")) == []


def test_numbers_that_moved_make_nothing_new() -> None:
    """A paragraph at the top renumbers all below it, in the text and in messages."""
    after = text(("9", "1. lamp;"), ("1", "2. dim lamp;"), B, C)
    assert new(text(A, B, C), after) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("paragraph 9 (a)", "paragraph 10 (b)"),
        ("fourth preambular paragraph", "fifth preambular paragraph"),
        ("nineteenth preambular paragraph", "twentieth preambular paragraph"),
        ("thirtieth preambular paragraph", "thirty-first preambular paragraph"),
    ],
)
def test_places_that_moved_make_nothing_new(was: str, now: str) -> None:
    """However the message says which paragraph it means."""
    source = text("lamp")
    one, other = (
        Checked(source, [Diagnostic("LMP001", Span(0, 4), f"dim in {where}")])
        for where in (was, now)
    )
    assert brought_about(one, other) == []
    aside = Diagnostic("LMP001", Span(0, 4), f"lit in {now}")
    assert brought_about(one, Checked(source, [aside])) == [aside]


def test_new_words_are_new_where_old_ones_like_them_stay() -> None:
    """Each finding of old accounts for one."""
    after = text(("1", "1. dim, dim lamp;"), B, C)
    assert new(text(A, B, C), after) == ["paragraph 1 should not be dim"]
    after = text(A, ("2", "2. dim bright lamp;"), C)
    assert new(text(A, B, C), after) == ["paragraph 2 should not be dim"]


def test_words_around_an_old_finding_may_change() -> None:
    """It is the same finding still."""
    after = text(("1", "1. a rather dim old lantern;"), B, C)
    assert new(text(A, B, C), after) == []


def test_what_a_neighbour_brought_about_is_new() -> None:
    """The paragraph is unchanged; that it is the last is new."""
    assert new(text(A, B, C), text(A, B), ending) == ["paragraph 2 should end with ."]
    after = text(A, B, C, ("4", "4. lamp."))
    assert new(text(A, B, C), after, ending) == ["paragraph 3 should end with ;"]


def test_another_message_is_another_finding() -> None:
    """At the same words the rule says something else now."""
    before = text(A, ("2", "2. lamp,"), C)
    after = text(A, ("2", "2. lamp,"))
    assert new(before, after, ending) == ["paragraph 2 should end with ."]


def test_an_end_that_was_wrong_and_is_written_anew_is_still_wrong() -> None:
    """Nobody made it wrong now."""
    before, after = text(("1", "1. lamp"), C), text(("1", "1. lantern"), C)
    assert new(before, after, ending) == []
    assert new(text(A, C), after, ending) == ["paragraph 1 should end with ;"]


def test_what_a_document_lacks_it_lacked_before() -> None:
    """Wherever it is told."""
    before, after = text(A, B), text(A, B, ("4", "4. lantern;"))
    assert new(before, after, keeper) == []
    assert new(before, text(A), keeper) == []
    assert new(text(A, B, C), text(A, B), keeper) == ["there should be a keeper"]


def test_what_moved_is_known_again() -> None:
    """By its words, if the file does not say so; also if some of them have changed."""
    moved = text(B, ("7", "1. dim lamp;"), C)
    assert new(text(A, B, C), moved, dim) == []
    long = "a dim lamp on a tall tower by the sea"
    assert new(text(("1", long), C), text(C, ("7", f"{long} shore")), dim) == []
    assert new(text(("1", long), C), text(C, ("7", "a dim idea")), dim) != []


def test_split_and_joined_paragraphs_are_known_again() -> None:
    """A block may be made of several paragraphs."""
    whole = text(("1 2", "a dim lamp and a dim tower"))
    parts = text(("1", "a dim lamp"), ("2", "and a dim tower"))
    assert new(whole, parts, dim) == new(parts, whole, dim) == []


def test_white_space_is_known_by_its_neighbours() -> None:
    """Between the same words the same space is nothing new."""
    before, after = text(("1", "a  lamp by day")), text(("1", "a  lamp by  night"))
    assert new(before, before, empty) == []
    assert new(before, after, empty) == ["there should be one space"]


@pytest.mark.parametrize(
    ("was", "now", "span", "stood"),
    [
        ("a lamp by day", "a   lamp by day", " lamp", " lamp"),
        ("a lamp by day", "a   lamp by day", "   lamp ", " lamp "),
        ("a   lamp by day", "a lamp  by day", " lamp  ", "   lamp "),
        ("a   lamp by day", "a   lamp by day", "  lamp", "  lamp"),
        ("lamp", "  lamp ", "  lamp ", "lamp"),
    ],
)
def test_white_space_beside_words_is_what_stood_there(
    was: str, now: str, span: str, stood: str
) -> None:
    """All of it was all of it; of a part as much as there was; never a word more."""
    start = now.index(span)
    before, after = text(was), text(now)
    (place,) = Alignment(before, after).stood(Span(start, start + len(span)))
    assert before[place] == stood


def test_a_document_without_text_has_no_past() -> None:
    """Everything in the other is new."""
    assert len(new(Source.plain(""), text(A, B, C), dim)) == 1
    assert new(text(A, B, C), Source.plain(""), dim) == []


LINES = st.lists(
    st.lists(st.sampled_from(["dim", "lamp", "1.", "by", ";", "(a)", "  "]), max_size=9)
    .map(" ".join)
    .filter(str.strip),
    max_size=6,
)


@given(LINES)
def test_nothing_is_new_in_what_stays(lines: list[str]) -> None:
    """Any text against itself, with the names of its paragraphs or without."""
    named = text(*((str(n), line) for n, line in enumerate(lines)))
    rules = (dim, ending, empty)
    assert new(text(*lines), text(*lines), *rules) == []
    assert new(named, named, *rules) == []


SPANS = st.tuples(st.integers(0), st.integers(0))


@given(LINES, LINES, SPANS)
@example(["dim dim"], ["dim dim dim 1. ;", "dim 1.    dim"], (23, 28))
@example(["lamp dim by"], ["lamp   dim    by"], (5, 13))
def test_words_that_stood_are_the_same_words(
    old: list[str], now: list[str], span: tuple[int, int]
) -> None:
    """Wherever a span is said to have stood, the same stood there, numbers aside."""
    before, after = text(*old), text(*now)
    start, end = sorted(each % (len(after.text) + 1) for each in span)
    if "\n" in after.text[start:end]:
        return
    for place in Alignment(before, after).stood(Span(start, end)):
        said, was = after.text[start:end], before[place]
        bare = re.compile(r"\W|\b(\d+|a)\b")
        assert bare.sub("", said) == bare.sub("", was)


def test_hostile_texts_are_compared_in_good_time() -> None:
    """Words beyond what is worth the while count as changed."""
    before = text(("1", "a b c " * 50_000 + "dim"))
    after = text(("1", "x " + "c a b " * 50_000 + "dim"))
    assert len(new(before, after, dim)) <= 1
    many = [f"{n} lamp {n}" for n in range(3000)]
    assert new(text(*many), text(*reversed(many)), dim) == []


Call = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Return what calls the command in a folder of its own."""

    def call(*arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            [sys.executable, "-m", "resolint", *arguments],
            cwd=tmp_path,
            input=given,
            capture_output=True,
            timeout=60,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return call


def clause(opening: str, *rest: str, properties: str = NUMBERED) -> str:
    """Make a paragraph that opens in italics."""
    return par(run(opening, "<w:i/>"), *rest, properties=properties)


HEAD = (
    clause("The General Assembly", ",", properties="")
    + clause("Recalling", " the importance of lighthouses,", properties="")
)  # fmt: skip
OLD = clause("Welcomes", " the lamp.")
END = clause("Decides", " to continue its consideration of the matter.")
NEW = (
    f'<w:p><w:pPr>{NUMBERED}{INSERTED}</w:pPr><w:ins w:id="1">{run("Notes", "<w:i/>")}'
    f"{run(' the oil,')}</w:ins></w:p>"
)
ONLY = ("check", "--select", "OPN005", "--only-changes")


def test_only_what_changes_brought_about(call: Call, tmp_path: Path) -> None:
    """The old paragraph was wrong before, and has another number now."""
    made = docx(HEAD + NEW + OLD + END, numbering=LISTS)
    (tmp_path / "a.docx").write_bytes(made)
    result = call("check", "--select", "OPN005", "--format", "%(text)s", "a.docx")
    assert result.stdout.count("\n") == 2
    result = call(*ONLY, "--format", "%(text)s", "a.docx")
    assert result.stdout == ("paragraph 1 should end with a semicolon, not a comma\n")
    assert result.returncode == 1
    result = call(*ONLY, "-v", "-", "--stdin-filename", "b.docx", given=made)
    assert result.stdout.count("\n") == 1
    assert "b.docx: 2 tracked changes: 1 of 2 findings are new" in result.stderr


def test_a_format_changed_is_a_change(call: Call, tmp_path: Path) -> None:
    """Italics that were taken away."""
    was = "<w:rPrChange w:id='1'><w:rPr><w:i/></w:rPr></w:rPrChange>"
    roman = par(run("Notes", was), " the oil;", properties=NUMBERED)
    (tmp_path / "a.docx").write_bytes(docx(HEAD + roman + END, numbering=LISTS))
    both = call("check", "--select", "ITA", "--only-changes", "a.docx")
    assert (both.returncode, both.stdout.count("Notes")) == (1, 1)


def test_the_end_of_the_list_has_moved(call: Call, tmp_path: Path) -> None:
    """What was last is not; the paragraph itself has no change in it."""
    last = clause("Decides", " to continue.", properties=NUMBERED + INSERTED)
    last = last.replace("<w:r>", "<w:ins><w:r>").replace("</w:r>", "</w:r></w:ins>")
    (tmp_path / "a.docx").write_bytes(docx(HEAD + OLD + last, numbering=LISTS))
    result = call(*ONLY, "--format", "%(text)s", "a.docx")
    assert result.stdout == "paragraph 1 should end with a semicolon, not a full stop\n"


def test_without_changes_nothing_is_new(call: Call, tmp_path: Path) -> None:
    """And -v says so."""
    (tmp_path / "a.docx").write_bytes(docx(HEAD + OLD + END, numbering=LISTS))
    result = call(*ONLY, "a.docx")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert "no tracked changes: nothing is new" in call(*ONLY, "-v", "a.docx").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.md"], "a.md: --only-changes is for Word files: markdown has no tracked"),
        (["--view", "all", "a.docx"], "not for all (--view)"),
    ],
)
def test_changes_where_there_are_none_to_be_had(
    call: Call, tmp_path: Path, arguments: list[str], said: str
) -> None:
    """One line, and nothing passes in silence."""
    (tmp_path / "a.docx").write_bytes(docx(HEAD + NEW + END, numbering=LISTS))
    draft = "*The General Assembly*,\n\n*Noting* lamps,\n\n1. *Ends*.\n"
    (tmp_path / "a.md").write_text(draft, "utf-8")
    result = call(*ONLY, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_views_of_the_command(call: Call, tmp_path: Path) -> None:
    """As an option, and as a setting."""
    body = HEAD + clause("Welcomes", " the ", taken("dim"), added("bright"), " lamp.")
    (tmp_path / "a.docx").write_bytes(docx(body, numbering=LISTS))
    for view, words in (("final", "bright"), ("original", "dim"), ("all", "dimbright")):
        assert f"the {words} lamp" in call("parse", "--view", view, "a.docx").stdout
    check = ("check", "--select", "OPN005", "--show-source", "--level", "info")
    assert (
        "(original view)" in call(*check, "-v", "--view", "original", "a.docx").stderr
    )
    assert "view" not in call(*check, "-v", "a.docx").stderr
    (tmp_path / "resolint.toml").write_text('view = "all"\n', "utf-8")
    assert "(all view)" in call("check", "-v", "a.docx").stderr
    result = call("check", "--view", "lamp", "a.docx")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)


def test_remarks_hold_in_each_view(call: Call, tmp_path: Path) -> None:
    """A comment switches its finding off, new or old, and is told if it does not."""
    remark = comment(0, "resolint: ignore OPN005 as agreed")
    wrong = marked(0, run(" the lamp.")) + added(" ")
    body = HEAD + clause("Welcomes", wrong) + END
    path = tmp_path / "a.docx"
    path.write_bytes(docx(body, numbering=LISTS, comments=remark))
    for view in ("final", "original", "all"):
        result = call("check", "--select", "OPN005", "--view", view, "a.docx")
        assert (result.returncode, result.stdout) == (0, "")
    assert call(*ONLY, "a.docx").stdout == ""
    fine = HEAD + clause("Welcomes", marked(0, run(" the lamp;"))) + NEW + END
    path.write_bytes(docx(fine, numbering=LISTS, comments=remark))
    assert "RSL001" in call("check", "--select", "OPN005", "a.docx").stdout
    assert "RSL001" not in call(*ONLY, "a.docx").stdout


def test_a_draft_of_an_adopted_text_is_judged_alike(call: Call, tmp_path: Path) -> None:
    """That it is a draft again makes no old paragraph wrong."""
    head = par(taken("A/RES/70/1"), added("A/C.3/71/L.5"))
    gone = f"<w:p><w:pPr>{DELETED}</w:pPr>{taken('Adopted on 3 May 2016')}</w:p>"
    body = head + gone + HEAD + OLD + END
    (tmp_path / "a.docx").write_bytes(docx(body, numbering=LISTS))
    old = call("check", "--level", "info", "a.docx").stdout
    new = call("check", "--level", "info", "--only-changes", "a.docx").stdout
    assert "the lamp" not in new
    assert "paragraph 1" in old
    assert "paragraph 1" not in new
