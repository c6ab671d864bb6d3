"""Counting in letters and in roman numerals."""

from functools import cache

_WORTH = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
MOST = 300


@cache
def numerals() -> tuple[str, ...]:
    """Return the roman numerals in small letters, from 1."""
    return tuple(map(_numeral, range(1, MOST)))


@cache
def _romans() -> dict[str, int]:
    return {numeral: number for number, numeral in enumerate(numerals(), 1)}


def roman(value: str) -> int | None:
    """Return what a roman numeral counts, or None."""
    return _romans().get(value.lower())


def letter(value: str) -> int | None:
    """Return which letter it is: a is 1, z 26, aa 27, bb 28; None for ``ab``."""
    if not value.isascii() or not value.isalpha() or len(set(value)) > 1:
        return None
    return ord(value[0].lower()) - 96 + 26 * (len(value) - 1)


def letters(number: int) -> str:
    """Return the letter of a number: z for 26, aa for 27."""
    rounds, place = divmod(number - 1, 26)
    return chr(97 + place) * (rounds + 1)


def _numeral(number: int) -> str:
    found = ""
    for worth, figures in _WORTH:
        found += figures * (number // worth)
        number %= worth
    return found + _ONES[number]
