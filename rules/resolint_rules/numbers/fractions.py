"""Simple fractions."""

from collections.abc import Iterator

from resolint import ALL, Safety, Span
from resolint_rules.numbers.wording import NumberWording, Wording
from resolint_rules.patterns import Pattern

_PARTS = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}
_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5)}
_NOUN = r"(?= of (?!\d)| majority\b)"
_FIGURES = Pattern(
    rf"(?<![\w/.,–-])(?<!\d )(?<![Rr]esolution )(?<![Rr]esolutions )(?<![Dd]ecision )"
    rf"(?:(?P<number>[1-9])/(?P<part>[2-9]|10)|(?P<sign>[½⅓⅔¼¾⅕])){_NOUN}"
)
_HYPHENED = Pattern(
    r"\b(?P<number>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]even|[Nn]ine)-"
    r"(?P<part>half|(?:third|fourth|quarter|fifth|sixth|eighth|tenth)s?)(?= of\b)",
    needles=("-half", "-third", "-f", "-quarter", "-sixth", "-eighth", "-tenth"),
)
_OPEN = Pattern(
    r"\b(?P<number>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our) (?P<part>thirds?|quarters?|fourths?"
    r"|fifths?)(?= (?:majority|share|vote|reduction|increase)\b)",
    needles=(" majority", " share", " vote", " reduction", " increase"),
)


class Fractions(NumberWording):
    """A fraction in figures, or with a hyphen where it is a noun."""

    code = "NUM008"
    name = "fractions"
    profiles = ALL
    figures = False
    needles = (
        *("/", *_SIGNS, "half", "third", "thirds", "quarter", "quarters"),
        *("fourth", "fourths", "fifth", "fifths", "sixth", "sixths"),
        *("eighth", "eighths", "tenth", "tenths"),
    )

    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield each simple fraction that is not in words."""
        for found in _FIGURES.finditer(text):
            number, part = _SIGNS.get(found["sign"] or "", (0, 0))
            number, part = number or int(found["number"]), part or int(found["part"])
            if number >= part:
                continue
            joined = "-" if text.startswith(" majority", found.end()) else " "
            plural = "s" if number > 1 else ""
            right = f"{_COUNTS[number]}{joined}{_PARTS[part]}{plural}"
            yield Wording(Span(*found.span()), right, Safety.UNSAFE)
        for found in _HYPHENED.finditer(text):
            right = f"{found['number']} {found['part']}"
            yield Wording(Span(*found.span()), right)
        for found in _OPEN.finditer(text):
            right = f"{found['number']}-{found['part']}"
            yield Wording(Span(*found.span()), right)
