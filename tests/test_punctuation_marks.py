"""Straight marks: how much they matter, by what can type others."""

from dataclasses import replace

import pytest

from resolint import Severity, lint
from resolint.readers.plain import from_text
from resolint.tables import rows
from resolint_rules.punctuation.marks import quotations
from resolint_rules.punctuation.quotation import QuotationMarks

TEXT = """The General Assembly,

Recalling “the lamp” and the report entitled "Lamps and lenses",

1. Thanks the keepers.
"""


@pytest.mark.parametrize(
    ("format", "severity"),
    [("text", Severity.INFO), ("docx", Severity.WARNING), ("akn", Severity.WARNING)],
)
def test_straight_marks_matter_less_where_a_keyboard_has_no_others(
    format: str, severity: Severity
) -> None:
    """In plain text they are for information; in a word processor they are slips."""
    source = replace(from_text(TEXT, "draft"), format=format)
    assert [each.severity for each in lint(source, [QuotationMarks()])] == [severity]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('a "lamp" here', [(2, 7)]),
        ('a "lamp “of” glass" here', [(2, 18)]),
        ("a 'lamp' here", [(2, 7)]),
        ('a “lamp" here', [(7, None)]),
        ('12" wide', []),
        ("the keepers' lamps", []),
    ],
)
def test_straight_marks_are_paired(
    text: str, found: list[tuple[int, int | None]]
) -> None:
    """A mark alone has no second one; inches and possessives are no quotations."""
    assert [(each.first, each.second) for each in quotations(text)] == found


def test_contractions_are_written_with_a_curly_apostrophe() -> None:
    """The rule takes a straight one for it."""
    for row in rows("contractions.tsv", "resolint_rules"):
        assert "’" in row["wrong"] and "'" not in row["wrong"]
        assert "’" not in row["right"]
