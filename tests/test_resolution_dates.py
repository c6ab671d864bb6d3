"""The table of days of adoption, and what is written from it."""

from datetime import date
from pathlib import Path

from resolint import Organ, Safety, fixed, lint, parse, read
from resolint.adoption import number, possible
from resolint.tables import rows
from resolint_rules.references.dated_year import DatedYear
from resolint_rules.references.facts import adoption, base
from resolint_rules.references.known_date import KnownDate
from resolint_rules.references.windows import window

TABLE = rows("resolution_dates.tsv", "resolint_rules")


def test_each_act_is_one_that_its_organ_can_have_adopted_on_that_day() -> None:
    """Check organ, number, session and date of each row against each other."""
    for row in TABLE:
        organ, found = Organ[row["organ"]], number(row["act"])
        assert possible(organ, found), row
        assert found.normal == row["act"], row
        day = date.fromisoformat(row["date"])
        held = window(organ, found)
        assert held is None or day in held[1], row
        assert found.shape != "council" or day.year == found.session, row


def test_each_row_says_who_says_so_and_how_often() -> None:
    """Check that no row stands twice, and that each has its source."""
    keys = [(row["organ"], row["kind"], row["act"], row["part"]) for row in TABLE]
    assert len(set(keys)) == len(keys)
    assert {row["kind"] for row in TABLE} == {"resolution", "decision"}
    assert {row["source"] for row in TABLE} == {"self", "cited"}
    assert all(int(row["count"]) > 0 for row in TABLE)


def test_letters_are_set_apart_from_both_forms_of_numbers() -> None:
    """Take the letters of parts from the two forms of numbers."""
    assert base("2200 A (XXI)") == ("2200 (XXI)", "A")
    assert base("75/257 A and B") == ("75/257", "A and B")
    assert base("1325 (2000)") == ("1325 (2000)", "")


def test_a_part_has_its_own_day_and_the_whole_none_of_two() -> None:
    """Say nothing of a whole whose parts are of two days."""
    first, second = (
        adoption(Organ.GA, "resolution", f"75/257 {part}") for part in "AB"
    )
    assert first and second and first.day != second.day
    assert adoption(Organ.GA, "resolution", "75/257") is None


def test_a_fix_leaves_no_break_spaces_and_right_words_as_they_are(
    tmp_path: Path,
) -> None:
    """Write only the figures that are wrong."""
    text = (
        "The General Assembly,\n\n"
        "Recalling its resolution 75/216 of 20\u00a0December\u00a02020 and Security "
        "Council resolution 1325 (2000) of 31\u00a0October\u00a02001,\n\n"
        "Takes note of the catalogue of lighthouses.\n"
    )
    file = tmp_path / "lamps.txt"
    file.write_text(text, "utf-8")
    document = parse(read(file))
    found = lint(document, [KnownDate(), DatedYear()])
    assert [each.code for each in found] == ["REF005", "REF009"]
    assert {each.fix.safety for each in found if each.fix} == {Safety.SAFE}
    written = fixed(document.source, found)
    assert "75/216 of 21\u00a0December\u00a02020" in written
    assert "1325 (2000) of 31\u00a0October\u00a02000" in written
