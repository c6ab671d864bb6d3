"""Lists of States: how they are read, and what the table of them holds."""

from datetime import date

import pytest

from resolint.tables import rows
from resolint_rules.member_states import (
    key,
    known,
    listed,
    names,
)
from resolint_rules.state_order import arranged, misplaced


def _names(text: str) -> list[str]:
    return [each.name for each in listed(text, 0, len(text))]


@pytest.mark.parametrize(
    "states",
    [
        ["Brazil", "Viet Nam"],
        ["Peru", "Trinidad and Tobago"],
        ["Bosnia and Herzegovina", "Georgia"],
        ["Bolivia (Plurinational State of)", "Chile", "Sao Tome and Principe"],
        [
            "Albania",
            "United Kingdom of Great Britain and Northern Ireland",
            "United States of America",
        ],
        ["Antigua and Barbuda"],
    ],
)
def test_list_is_read_as_written(states: list[str]) -> None:
    """A name that has “and” in it is one name."""
    *most, last = states
    text = f"{', '.join(most)} and {last}" if most else last
    assert _names(text) == states


def test_every_name_is_read_in_a_list() -> None:
    """No name of the table is cut in two, and all of them in order are in order."""
    ordered = sorted(names(), key=key)
    text = f"{', '.join(ordered[:-1])} and {ordered[-1]}"
    found = listed(text, 0, len(text))
    assert [each.name for each in found] == ordered
    assert misplaced(found) is None
    assert arranged(found) == found


def test_table_names_each_state_once() -> None:
    """There are 193 Members, and no name belongs to two rows."""
    table = rows("member_states.tsv", "resolint_rules")
    assert sum(row["kind"] == "member" for row in table) == 193
    ways = [
        way
        for row in table
        for cell in (row["name"], row["also"], row["wrong"])
        for way in cell.split(";")
        if way
    ]
    assert len(ways) == len(set(ways))
    assert all(row["now"] in names() for row in table if row["kind"] == "former")


def test_name_is_stale_from_the_day_of_the_change() -> None:
    """A former name was right before."""
    state = known("Turkey")
    assert state is not None
    assert state.right == "Türkiye"
    assert not state.stale(date(2020, 1, 1))
    assert state.stale(date(2023, 1, 1))
    assert state.stale(None)


def test_misplaced_names_the_one_that_moved() -> None:
    """As few names as can be are out of place."""
    text = "Albania, Poland, Belgium, Chile and Yemen"
    wrong = misplaced(listed(text, 0, len(text)))
    assert wrong is not None
    told = (wrong.name.name, wrong.side, wrong.other.name)
    assert told == ("Poland", "after", "Chile")
