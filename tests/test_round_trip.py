"""One draft, written in each format, reads back as the same document."""

import re
from typing import Any

import pytest
from hypothesis import assume, given

from drafting import Draft, read_from, said_by
from renderings import WAYS
from resolint import Shows, parse
from strategies import drafts


@pytest.mark.parametrize("way", WAYS)
@given(draft=drafts())
def test_a_draft_reads_back(way: str, draft: Draft) -> None:
    """Its organ, masthead, paragraphs, items, notes and their calls are the same."""
    source = WAYS[way](draft)
    if way == "wrapped":
        # Only a small letter at the start of a line tells that lines were broken.
        assume(re.search(r"[a-z]\n[a-z]", source.raw))
    found, wanted = read_from(parse(source)), said_by(draft)
    if Shows.ITALICS not in source.shows:
        # How far italics would go is known there by the habit of each organ only.
        found, wanted = shortened(found), shortened(wanted)
    assert found == wanted


def shortened(said: Any) -> Any:
    """Return what a document says with openings cut down to their first words."""
    match said:
        case {"opening": str(opening), **rest}:
            return {"opening": opening.partition(" ")[0]} | shortened(rest)
        case dict():
            return {name: shortened(value) for name, value in said.items()}
        case list():
            return [shortened(each) for each in said]
        case _:
            return said
