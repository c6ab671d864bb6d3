"""The sign of degrees."""

from collections.abc import Iterator

from resolint import ALL, Span
from resolint_rules.numbers.wording import NumberWording, Wording
from resolint_rules.patterns import Pattern

_DEGREES = Pattern(
    r"(?P<number>\d)(?P<sign> ?(?:[°º˚] ?C|℃)| ?deg(?:rees|\.)? C)(?!\w)",
    needles=("°", "º", "˚", "℃", "deg"),
)


class Degrees(NumberWording):
    """A temperature with a space, or with another sign."""

    code = "NUM014"
    name = "degrees"
    profiles = ALL
    needles = ("°", "º", "ºc", "˚", "℃", "deg", "degrees")

    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield each sign of degrees that is not closed up."""
        for found in _DEGREES.finditer(text):
            if found["sign"] != "°C":
                span = Span(found.start("number"), found.end())
                # From the first figure of the number on, for people to read.
                while span.start and text[span.start - 1] in "0123456789.":
                    span = Span(span.start - 1, span.end)
                number = text[span.start : found.end("number")]
                yield Wording(span, f"{number}°C")
