"""Decimals."""

from collections.abc import Iterator

from resolint import ALL, Severity, Span
from resolint_rules.numbers.wording import NumberWording, Wording
from resolint_rules.patterns import Pattern

_UNIT = (
    r"(?: ?%| ?°| (?:per cent|percent|percentage|million|billion|trillion|degrees"
    r"|metres?|kilometres?|km|hectares?|tons?|tonnes?|litres?|of)\b)"
)
_POINT = Pattern(rf"(?P<number>\.(?<![\w.,;:)”’]\.)\d{{1,4}})(?={_UNIT})")
# A figure behind the comma may be the number of a note where the text of a file has
# them in line: then no unit follows.
_COMMA = Pattern(
    r"(?P<nought>0(?<![\w.,/–-]0),\d{1,4})(?![\w,/]|\.\d)"
    rf"|(?P<number>[1-9](?<![\w.,/–-]\d)\d{{0,2}},\d{{1,2}})(?={_UNIT})"
)


class Decimals(NumberWording):
    """A decimal without its nought, or with a comma."""

    code = "NUM013"
    name = "decimals"
    severity = Severity.WARNING
    profiles = ALL

    needles = (" .0", "0,0")

    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield each decimal that has no nought before the point, or a comma."""
        for found in _POINT.finditer(text):
            yield Wording(Span(*found.span("number")), f"0{found['number']}")
        for found in _COMMA.finditer(text):
            which = "nought" if found["nought"] else "number"
            if found["number"] and text.startswith(" of ", found.end()):
                continue
            right = found[which].replace(",", ".")
            yield Wording(Span(*found.span(which)), right)
