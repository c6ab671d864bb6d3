"""Millions, billions and trillions."""

from collections.abc import Iterator

from resolint import ALL, Safety, Span
from resolint_rules.numbers.wording import NumberWording, Wording
from resolint_rules.patterns import Pattern

_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)}
_BIG = {2: "million", 3: "billion", 4: "trillion"}
_SHORT = {"mn": "million", "mln": "million", "bn": "billion", "tn": "trillion"}
# A sum behind a sign is the business of NUM007 and PUN017.
_FREE = r"(?<![\w$.,/–-])(?<!USD )(?<!\$ )"
_ROUND = Pattern(
    rf"{_FREE}(?P<whole>[1-9]\d{{0,2}})(?P<noughts>(?:,000){{2,4}})(?![\w,]|\.\d)",
    needles=(",000,000",),
)
# Beside sums to the last dollar a round one is written out too.
_EXACT = Pattern(r"\d{1,3}(?:,\d{3})*,(?!000)\d{3}(?!,?\d)", needles=(",",))
_LETTERS = Pattern(
    rf"{_FREE}(?P<number>\d+(?:\.\d+)?) ?(?:(?P<short>mn|mln|bn|tn)\b"
    r"|(?P<letter>m)"
    r"(?= (?:dollars|euros|people|persons|women|children|United States)\b))",
    needles=("m", "bn", "tn"),
)
_SPELLED = Pattern(
    # About so many are in words.
    r"(?<=[a-z,] )(?<!every )(?<!the )(?<!approximately )(?<!about )(?<!around )"
    r"(?<!some )(?<!nearly )(?<!almost )(?<!over )(?<!than )(?<!least )"
    rf"(?P<number>{'|'.join(_WORDS)})"
    r"(?P<big> (?:million|billion|trillion)\b)",
    needles=(" million", " billion", " trillion"),
)
_NOUGHTS = len(",000")


class Millions(NumberWording):
    """Millions in figures to the last nought, in words alone, or as letters."""

    code = "NUM006"
    name = "millions"
    profiles = ALL
    figures = False
    needles = ("million", "billion", "trillion", "mn", "mln", "bn", "tn", "m", "000")

    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield each number that is not like “4 million” or “1.5 billion”."""
        if not _EXACT.search(text):
            for found in _ROUND.finditer(text):
                groups = len(found["noughts"]) // _NOUGHTS
                right = f"{found['whole']} {_BIG[groups]}"
                yield Wording(Span(*found.span()), right, Safety.SAFE)
        for found in _LETTERS.finditer(text):
            right = f"{found['number']} {_SHORT.get(found['short'] or '', 'million')}"
            yield Wording(Span(*found.span()), right, Safety.SAFE)
        for found in _SPELLED.finditer(text):
            right = f"{_NUMBERS[found['number']]}{found['big']}"
            yield Wording(Span(*found.span()), right, Safety.UNSAFE)
