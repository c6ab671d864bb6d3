"""Where a finding stands, and how it is known again."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from lighthouses import DRAFT, Ends, Lamps, draft
from resolint import Span, lint, parse
from resolint.where import Atlas


def _prints(text: str) -> list[str]:
    resolution = parse(draft(text))
    found = lint(resolution, [Lamps(), Ends()])
    return list(Atlas(resolution).fingerprints(found))


def test_where() -> None:
    """A finding in an item is in its paragraph; it is named as a drafter would."""
    resolution = parse(draft())
    found = lint(resolution, [Lamps()])
    assert [tuple(Atlas(resolution).where(each.span)) for each in found] == [
        ("preamble", 2, "second preambular paragraph"),
        ("operative", 2, "paragraph 2 (a)"),
    ]


def test_enacting() -> None:
    """The first line of the draft is the enacting line."""
    assert Atlas(parse(draft())).where(Span(0, 3)).part == "enacting"


def test_fingerprints_differ() -> None:
    """No two findings have the same."""
    prints = _prints(DRAFT)
    assert len(set(prints)) == len(prints)


def test_fingerprints_stay() -> None:
    """A paragraph put in before others leaves theirs as they are."""
    more = DRAFT.replace("*Aware*", "*Mindful* of the fog,\n\n*Aware*")
    assert set(_prints(DRAFT)) < set(_prints(more))


def test_fingerprint_of_one() -> None:
    """It has sixteen hexadecimal figures."""
    resolution = parse(draft())
    (first, *_) = lint(resolution, [Lamps()])
    (print_,) = Atlas(resolution).fingerprints([first])
    assert re.fullmatch("[0-9a-f]{16}", print_)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.integers(0, 80))
def test_total(text: str, at: int) -> None:
    """Any place of any text is somewhere."""
    assert Atlas(parse(draft(text))).where(Span(at, at)).part
