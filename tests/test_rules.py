"""All rules together, on texts that nobody foresaw."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting import Draft
from messes import mangled, messes
from renderings import WAYS, dumped, markdown, typed
from resolint import Diagnostic, Profile, Safety, Stage, fixed, lint
from resolint.packs import installed
from resolint.readers.markdown import from_markdown
from resolint.readers.plain import from_text
from resolint.text import Source
from strategies import drafts

RULES = tuple(installed().values())
MOST = 5
"""Runs: a fix that meets another waits for the next run."""

Read = Callable[[str, str], Source]


def checked(source: Source, data: st.DataObject) -> list[Diagnostic]:
    """Lint a source in some profile at some stage, and assert what always holds."""
    found = lint(
        source,
        RULES,
        profile=data.draw(st.sampled_from([None, *Profile])),
        stage=data.draw(st.sampled_from([None, *Stage])),
    )
    for diagnostic in found:
        edits = diagnostic.fix.edits if diagnostic.fix else ()
        spans = [
            diagnostic.span,
            *(edit.span for edit in edits),
            *(note.span for note in diagnostic.notes),
        ]
        for span in spans:
            assert 0 <= span.start <= span.end <= len(source.text), diagnostic
        first = diagnostic.message[:1]
        assert first and "\n" not in diagnostic.message
        assert not diagnostic.message.endswith("."), diagnostic
    return found


@given(messes(), st.data())
def test_no_rule_fails_on_any_text(text: str, data: st.DataObject) -> None:
    """And what is found stands in the text."""
    checked(from_markdown(text, "mess.md"), data)
    checked(from_text(text, "mess.txt"), data)


@given(st.text(), st.data())
def test_no_rule_fails_on_chance_characters(text: str, data: st.DataObject) -> None:
    """Which no resolution has."""
    checked(from_markdown(text, "mess.md"), data)
    checked(from_text(text, "mess.txt"), data)


@pytest.mark.parametrize("way", WAYS)
@given(draft=drafts(), data=st.data())
def test_no_rule_fails_on_a_draft(way: str, draft: Draft, data: st.DataObject) -> None:
    """In no format."""
    checked(WAYS[way](draft), data)


@given(drafts(), st.data())
def test_fixes_leave_nothing_to_fix(draft: Draft, data: st.DataObject) -> None:
    """After the safe ones a second run changes nothing."""
    write = data.draw(st.sampled_from([markdown, typed, dumped]))
    read = from_markdown if write is markdown else from_text
    settle(read(data.draw(mangled(write(draft))), "draft"), read)


@given(messes(), st.sampled_from([from_markdown, from_text]))
def test_fixes_of_any_text_come_to_an_end(text: str, read: Read) -> None:
    """Whatever the text."""
    settle(read(text, "mess"), read)


def settle(source: Source, read: Read) -> None:
    """Apply safe fixes until none is left; it takes few runs, and then all is quiet."""
    for _ in range(MOST):
        found = lint(source, RULES)
        after = read(fixed(source, found), source.name)
        if after.raw == source.raw:
            safe = [d for d in found if d.fix and d.fix.safety is Safety.SAFE]
            applied = [d for d in safe if can_be_written(d, source)]
            assert not applied
            return
        source = after
    raise AssertionError(f"still changing after {MOST} runs")


def can_be_written(diagnostic: Diagnostic, source: Source) -> bool:
    """Whether a format has the means for a fix: text has no italics."""
    assert diagnostic.fix
    bare = any(edit.text is None for edit in diagnostic.fix.edits)
    return source.format == "markdown" or not bare
