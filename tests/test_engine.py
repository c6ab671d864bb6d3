"""The engine shows nodes to rules, and writes fixes."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lighthouses import DRAFT, Broken, Ends, Lamps, Slanted, Unsure, draft
from resolint import (
    Diagnostic,
    Edit,
    Fix,
    Item,
    Operative,
    Paragraph,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Source,
    Span,
    Stage,
)
from resolint.engine import InternalError, accepted, fixed, lint, silent
from resolint.profiles import Profile, profile_of
from resolint.rule import N_contra


def test_order() -> None:
    """Findings come in the order of the text, then of their codes."""
    found = lint(draft(), [Ends(), Lamps()])
    assert found == sorted(found, key=lambda each: (each.span, each.code))
    assert [each.code for each in found].count("TST001") == 2


def test_items_are_paragraphs() -> None:
    """A rule on paragraphs sees the preamble, the operative part and items."""
    messages = [each.message for each in lint(draft(), [Ends()])]
    assert messages == [
        "the first preambular paragraph ends",
        "the second preambular paragraph ends",
        "the paragraph 1 ends",
        "the paragraph 2 ends",
        "the paragraph 3 ends",
    ]


def test_duplicates_are_dropped() -> None:
    """What is found twice at one place is said once."""
    assert len(lint(draft(), [Slanted()], stage=Stage.DRAFT)) == 1


def test_least() -> None:
    """What matters less than asked for is left out, whoever says so."""

    class Mild(Lamps):
        """A rule that makes little of what it finds."""

        def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
            """Find the same, for information."""
            for each in super().check(node, within):
                yield self.at(each.span, each.message, severity=Severity.INFO)

    given = draft()
    assert lint(given, [Mild()]) != []
    assert lint(given, [Mild()], least=Severity.WARNING) == []
    assert lint(given, [Lamps()], least=Severity.WARNING) == lint(given, [Lamps()])
    assert lint(given, [Lamps()], least=Severity.ERROR) == []


def test_severity_is_the_most() -> None:
    """A rule cannot make more of a finding than the profile makes of the rule."""

    class Loud(Lamps):
        """A rule that makes much of what it finds."""

        def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
            """Find the same, as an error."""
            for each in super().check(node, within):
                yield self.at(each.span, each.message, severity=Severity.ERROR)

    found = lint(draft(), [Loud()], profile=Profile.SC, stage=Stage.DRAFT)
    assert {each.severity for each in found} == {Severity.INFO}


def test_stage() -> None:
    """A rule for drafts says nothing of an adopted text."""
    assert not lint(draft(), [Slanted()], stage=Stage.ADOPTED)


def test_profile_switches_rules() -> None:
    """A rule is on in its profiles only."""
    assert lint(draft(), [Ends()], profile=Profile.GA)
    assert not lint(draft(), [Ends()], profile=Profile.SC)


@pytest.mark.parametrize(
    ("profile", "stage", "severity"),
    [
        (Profile.GA, Stage.DRAFT, Severity.WARNING),
        (Profile.SC, Stage.DRAFT, Severity.INFO),
        (Profile.SC, Stage.ADOPTED, Severity.ERROR),
    ],
)
def test_severity(profile: Profile, stage: Stage, severity: Severity) -> None:
    """Profile and stage say how much a finding matters."""
    found = lint(draft(), [Lamps()], profile=profile, stage=stage)
    assert {each.severity for each in found} == {severity}


def test_silent() -> None:
    """A rule that needs italics is silent on text, and is named."""
    source = Source.plain(DRAFT.replace("*", ""))
    assert silent(source, [Slanted(), Lamps()])[0].code == "TST003"
    assert not lint(source, [Slanted()])


def test_internal_error() -> None:
    """A rule that fails is named, and the file."""
    with pytest.raises(InternalError, match=r"^draft\.md: .*TST005.*no lamp$"):
        lint(draft(), [Broken()])


@pytest.mark.parametrize(
    ("head", "profile"),
    [
        ("*The Security Council*,", Profile.SC),
        ("*The Human Rights Council*,", Profile.HRC),
        ("FORUM: The Harbour Committee\n\n*The General Assembly*,", Profile.MUN),
        ("Sponsors: Three towns", Profile.MUN),
        ("A heading", Profile.GA),
    ],
)
def test_profile_of(head: str, profile: Profile) -> None:
    """The organ says the profile; the masthead of a Model UN comes before it."""
    found = lint(draft(f"{head}\n\n*Recalling* lamps,\n"), [_Named()])
    assert [each.message for each in found] == [profile]


class _Named(Rule[Resolution]):
    code = "TST006"
    name = "named"

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Name the profile."""
        yield self.at(node.span, profile_of(node))


class _Shared(Rule[N_contra]):
    def check(self, node: N_contra, within: Resolution) -> Iterator[Diagnostic]:
        """Find nothing."""
        yield from ()


class _Closed(_Shared[Passage]):
    """A base that says what it visits."""


class _Heir(_Closed):
    code = "TST007"
    name = "heir"


class _Open(_Shared[Operative | Item]):
    code = "TST008"
    name = "open"


def test_visits() -> None:
    """What a rule visits is read from its type parameter, or that of its base."""
    assert _Heir.visits == (Passage,)
    assert _Open.visits == (Operative, Item)
    assert Lamps.visits == (Paragraph,)


def test_fixed() -> None:
    """Safe fixes are written into the file, unsafe ones only if asked for."""
    source = draft()
    found = lint(source, [Lamps(), Unsure()])
    safe = DRAFT.replace("lamps", "lights")
    assert fixed(source, found) == safe
    assert fixed(source, found, Safety.UNSAFE) == safe.replace("keepers", "guards")


def test_fix_is_whole() -> None:
    """A fix of which one edit meets another is left out as a whole."""
    source = Source.plain("one two three")
    first = Fix("first", (Edit(Span(0, 3), "1"), Edit(Span(8, 13), "3")))
    second = Fix("second", (Edit(Span(4, 7), "2"), Edit(Span(10, 11), "x")))
    assert accepted(source, [first, second]) == list(first.edits)


def test_two_fixes_at_one_place() -> None:
    """Of two texts that go in at one place the first does."""
    source = Source.plain("one")
    fixes = [Fix.replace(Span(3, 3), mark) for mark in ";,"]
    assert [edit.text for edit in accepted(source, fixes)] == [";"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4)), max_size=8))
def test_edits_never_meet(places: list[tuple[int, int]]) -> None:
    """Whatever the fixes, the edits that are made do not overlap, and are in order."""
    source = Source.plain("a lighthouse here")
    fixes = [Fix.replace(Span(at, at + size), "x") for at, size in places]
    edits = accepted(source, fixes)
    for one, two in pairwise(edits):
        assert one.span.end <= two.span.start
