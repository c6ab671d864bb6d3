"""Centuries."""

from collections.abc import Iterator

from resolint import EDITED, Span
from resolint_rules.metadata.calendar import ordinal
from resolint_rules.numbers.wording import NumberWording, Wording
from resolint_rules.patterns import Pattern

_CENTURY = Pattern(
    r"(?<![\w/-])(?P<number>\d{1,2})(?:st|nd|rd|th)(?P<noun>[ -]centur(?:y|ies)\b)",
    needles=("centur",),
)


class Century(NumberWording):
    """A century in figures."""

    code = "NUM010"
    name = "century"
    profiles = EDITED
    needles = ("century", "centuries")

    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield each century that is not in words."""
        for found in _CENTURY.finditer(text):
            if number := int(found["number"]):
                yield Wording(Span(*found.span()), f"{ordinal(number)}{found['noun']}")
