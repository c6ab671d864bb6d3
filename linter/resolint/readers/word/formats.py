"""How a number is printed: 3, iii, (c), third."""

import re

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TEN_FOLD = str.maketrans("IVX", "XLC"), str.maketrans("IVX", "CDM")
_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen"),
)
_TENS = (
    "",
    "",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
)
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_SIGNS = "*†‡§"
_MOST = 780
"""The highest number that Word prints as letters."""


def printed(number: int, form: str, model: str = "") -> str:
    """Return a number as a ``w:numFmt`` prints it; decimal where it is unknown."""
    if form in ("none", "bullet"):
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if form == "custom":
        return str(number).zfill(min(len(model.split(",")[0].strip()), 9))
    if form == "numberInDash":
        return f"- {number} -"
    if form == "decimalFullWidth":
        return "".join(chr(0xFEE0 + ord(digit)) for digit in str(number))
    if number > 0 and form in _WRITERS:
        return _WRITERS[form](number)
    return str(number)


def _roman(number: int) -> str:
    if number > 3999:
        return str(number)
    thousands, rest = divmod(number, 1000)
    hundreds, rest = divmod(rest, 100)
    tens, ones = divmod(rest, 10)
    to_tens, to_hundreds = _TEN_FOLD
    return (
        "M" * thousands
        + _ONES[hundreds].translate(to_hundreds)
        + _ONES[tens].translate(to_tens)
        + _ONES[ones]
    )


def _letters(number: int) -> str:
    if number > _MOST:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"


def _cardinal(number: int) -> str:
    if number > 999:
        return str(number)
    hundreds, rest = divmod(number, 100)
    words = [f"{_UNITS[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        tens, units = divmod(rest, 10)
        words.append(_TENS[tens] + (f"-{_UNITS[units]}" if units else ""))
    elif rest:
        words.append(_UNITS[rest])
    return " ".join(words)


def _ordinal_words(number: int) -> str:
    if number > 999:
        return _ordinal(number)
    head, last = re.fullmatch(r"(.*?)(\w+)", _cardinal(number)).groups()  # type: ignore[union-attr]
    ending = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return head + _IRREGULAR.get(last, ending)


def _sign(number: int) -> str:
    if number > _MOST:
        return str(number)
    times, sign = divmod(number - 1, len(_SIGNS))
    return _SIGNS[sign] * (times + 1)


def _circled(number: int) -> str:
    return chr(0x245F + number) if number <= 20 else str(number)


def _bracketed(number: int) -> str:
    return chr(0x2473 + number) if number <= 20 else f"({number})"


def _stopped(number: int) -> str:
    return chr(0x2487 + number) if number <= 20 else f"{number}."


_WRITERS = {
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "cardinalText": lambda number: _cardinal(number).capitalize(),
    "ordinalText": lambda number: _ordinal_words(number).capitalize(),
    "hex": lambda number: f"{number:X}",
    "chicago": _sign,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedParen": _bracketed,
    "decimalEnclosedFullstop": _stopped,
}
