"""The tables of terms and of names of countries."""

from collections.abc import Iterator
from datetime import date

import pytest

from resolint.packs import installed
from resolint_rules.spelling.forms import Form, forms, hits

TABLES = ("terms.tsv", "countries.tsv")
DAYS = (None, date(2020, 1, 1), date(2023, 1, 1))


def _forms() -> Iterator[tuple[str, Form]]:
    for table in TABLES:
        for form in forms(table):
            yield table, form


@pytest.mark.parametrize("table", TABLES)
def test_every_row_belongs_to_a_rule_of_the_table(table: str) -> None:
    """A row whose rule looks elsewhere would never be found."""
    rules = installed()
    for form in forms(table):
        assert getattr(rules[form.rule], "table", None) == table, form


def test_no_right_form_is_wrong_on_the_same_day() -> None:
    """A fix leaves nothing for the same rule to say, whatever the day."""
    for table, form in _forms():
        for day in DAYS:
            if not form.holds(day):
                continue
            for again in hits(table, form.right).get(form.rule, ()):
                found = again.text[again.start : again.end]
                assert found == again.right or not again.form.holds(day), form


def test_phrases_have_the_form_and_small_letters() -> None:
    """Phrases are compared in small letters, around one form."""
    for _, form in _forms():
        for phrase in (*form.only, *form.unless):
            assert phrase.count("~") == 1, form
            assert phrase == phrase.lower(), form
