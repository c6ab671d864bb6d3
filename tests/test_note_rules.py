"""The rules on footnotes."""

from hypothesis import given
from hypothesis import strategies as st

from resolint import lint
from resolint.readers.markdown import from_markdown
from resolint_rules.footnotes.anchors import FootnoteAnchors
from resolint_rules.footnotes.sequence import FootnoteSequence

labels = st.lists(st.integers(1, 12).map(str), max_size=12)


def messages(called: list[str], noted: list[str]) -> list[str]:
    """Return what is said of a text that calls some notes and has some."""
    calls = " ".join(f"bees[^{label}]" for label in called)
    notes = "".join(f"[^{label}]: Resolution 70/1.\n" for label in noted)
    source = from_markdown(
        f"*The General Assembly*,\n\n*Recalling* {calls},\n\n{notes}"
    )
    rules = [FootnoteSequence(), FootnoteAnchors()]
    return [each.message for each in lint(source, rules)]


@given(st.integers(0, 12), labels)
def test_in_sequence(count: int, again: list[str]) -> None:
    """Notes called in order, and again, are in sequence."""
    noted = [str(number) for number in range(1, count + 1)]
    called = noted + [label for label in again if label in noted]
    assert messages(called, noted) == []


@given(st.permutations([str(number) for number in range(1, 7)]))
def test_out_of_turn(called: list[str]) -> None:
    """As many notes are out of turn as must be moved to put all right."""
    found = messages(called, sorted(called))
    assert bool(found) is (called != sorted(called))
    assert len(found) < len(called)


def test_one_stray() -> None:
    """One wrong number is one finding, not one for each number after it."""
    assert messages(["1", "9", "3", "4"], ["1", "9", "3", "4"]) == [
        "note 9 should be note 2"
    ]


def test_gap() -> None:
    """A number left out is said once, where the numbers go on."""
    assert messages(["1", "2", "4", "5"], ["1", "2", "4", "5"]) == [
        "note 4 should be note 3"
    ]


def test_one_rule_speaks() -> None:
    """A call without a note, and a note without a call, are no gaps as well."""
    (said,) = messages(["1", "2", "3"], ["1", "3"])
    assert said == "note 2 is called here, but there is no such note"
    (said,) = messages(["1", "3"], ["1", "2", "3"])
    assert said == "note 2 is called nowhere in the text"


@given(labels, labels)
def test_total(called: list[str], noted: list[str]) -> None:
    """Whatever is called and noted, something can be said of it."""
    messages(called, list(dict.fromkeys(noted)))
