"""The table of instruments: each row can be found, and its footnote compared."""

import pytest

from resolint import Source
from resolint_rules.footnotes.sources import core
from resolint_rules.instruments.table import Instrument, by_name, instruments, mentions

NOTED = [each for each in instruments() if each.note]


def test_names_are_given_once() -> None:
    """No name stands for two instruments."""
    names = [name for each in instruments() for name in (each.title, *each.forms)]
    assert len(names) == len(set(names)) == len(by_name())


@pytest.mark.parametrize("name", sorted(by_name()))
def test_name_is_found(name: str) -> None:
    """Each name is found whole, not the name of another instrument in it."""
    text = f"Recalling the {name}, and orchards,"
    source = Source.plain(text)
    found = mentions(source, source.blocks[0].span)
    named = [(text[each.start : each.end], each.instrument) for each in found]
    assert named == [(name, by_name()[name])]


@pytest.mark.parametrize("instrument", NOTED, ids=lambda each: each.title)
def test_note_can_be_compared(instrument: Instrument) -> None:
    """Both notes end with a full stop, and are known by the same numbers."""
    assert instrument.note.endswith(".")
    assert instrument.council.endswith(".")
    assert core(instrument.note)
    assert core(instrument.note) == core(instrument.council)
