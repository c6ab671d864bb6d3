"""How subparagraphs and sections are counted."""

from hypothesis import given
from hypothesis import strategies as st

from resolint_rules.counting import letter, letters, numerals, roman


@given(st.integers(1, 299))
def test_letters(number: int) -> None:
    """A letter, or a letter repeated, stands for each number."""
    assert letter(letters(number)) == number


@given(st.integers(1, 299))
def test_numerals(number: int) -> None:
    """A roman numeral stands for each number."""
    assert roman(numerals()[number - 1]) == number


def test_two_letters() -> None:
    """What are two different letters counts nothing."""
    assert letter("ab") is None
    assert letters(28) == "bb"
