"""The tables of compounds, prefixes and turns of phrase."""

import re

import pytest

from resolint.packs import installed
from resolint.tables import rows
from resolint_rules.spelling.forms import PACK, Form, forms, hits
from resolint_rules.spelling.hyphened import modifies

TABLES = ("hyphenation.tsv", "wording.tsv")
KEY = re.compile(r"[A-Z]{3}\d{3}(?: (?:weak|before a noun))?\Z")


@pytest.mark.parametrize("table", TABLES)
def test_rows_belong_to_rules(table: str) -> None:
    """Each row names a rule that is there, and says where it is from."""
    codes = installed()
    for row in rows(table, PACK):
        assert KEY.match(row["rule"]), row
        assert row["rule"][:6] in codes, row
        assert row["source"], row


@pytest.mark.parametrize("table", TABLES)
def test_no_form_stands_twice(table: str) -> None:
    """One row speaks of one form."""
    seen: dict[str, Form] = {}
    for form in forms(table):
        # A form may be wrong for one rule in some phrases, for another in others.
        twice = seen.setdefault(form.wrong, form)
        assert twice is form, (twice, form)


def test_right_forms_are_wrong_nowhere() -> None:
    """What one rule puts in, no other takes out again."""
    for table in TABLES:
        for form in forms(table):
            for other in TABLES:
                for rule, found in hits(other, form.right).items():
                    # SPE006 and SPE015 have pairs of which either may be right.
                    if rule not in ("SPE006", "SPE015"):
                        assert [hit.form.right for hit in found] == [form.right], form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to long term plans", True),
        ("for the long term sustainability of hedges", True),
        ("on a demand driven basis", True),
        ("a rules based, non-discriminatory plan", True),
        ("youth led and other groups", True),
        ("in the long term by gardeners", False),
        ("in the long term requires", False),
        ("in the long term", False),
        ("the high level of the river", False),
        ("a community based on trust", False),
        ("on a large scale and in gardens", False),
        ("hedges at a high level, far-reaching ones", False),
    ],
)
def test_a_noun_follows(text: str, expected: bool) -> None:
    """An adjective has its hyphen before a noun, and else none."""
    found = hits("hyphenation.tsv", text)["SPE008 before a noun"]
    assert [modifies(hit) for hit in found] == [expected]
