"""Sums of money in dollars."""

from collections.abc import Iterator

from resolint import Profile, Safety, Severity, Span
from resolint_rules.numbers.wording import NumberWording, Wording
from resolint_rules.patterns import Pattern

_BIG = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_NUMBER = r"(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
_SCALE = r"(?: ?(?P<big>million|billion|trillion|m|mn|bn|tn)\b)?"
_BEFORE = Pattern(
    rf"(?<![\w$])(?P<sign>US ?\$|U\.S\. ?\$|USD|\$) ?{_NUMBER}{_SCALE}"
    r"(?P<said> (?:United States |US )?dollars\b)?(?![\w%]|[-–—]\$?\d|,\d|\.\d)",
    needles=("$", "usd"),
)
_AFTER = Pattern(
    rf"(?<![\w.,$]){_NUMBER}{_SCALE} ?"
    r"(?P<sign>US ?\$|USD\b|\$|US dollars\b)(?!\w| ?\d)",
    needles=("$", "usd", "us dollars"),
)


class Dollars(NumberWording):
    """Dollars as a sign or as letters."""

    code = "NUM007"
    name = "dollars"
    severity = Severity.WARNING
    profiles = (Profile.GA,)
    needles = ("$", "usd", "us")

    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield each sum of dollars that is not in words behind the figure."""
        for pattern in (_BEFORE, _AFTER):
            for found in pattern.finditer(text):
                big = found["big"] or ""
                scale = f" {_BIG.get(big, big)}" if big else ""
                unit = "dollars" if found["sign"] == "$" else "United States dollars"
                right = f"{found['number']}{scale} {unit}"
                # The text may speak of the dollars of another country.
                plain = found["sign"] == "$" or big in _BIG
                safety = Safety.UNSAFE if plain else Safety.SAFE
                yield Wording(Span(*found.span()), right, safety)
