"""Years in pairs."""

from collections.abc import Iterator

from resolint import ALL, Safety, Span
from resolint.tables import months
from resolint_rules.numbers.wording import NumberWording, Wording
from resolint_rules.patterns import Pattern

_YEAR = r"(?:19|20)\d\d"
# A month behind makes it a range of days: “1 August 2024–31 July 2025”.
_CUT = Pattern(
    rf"(?P<year>{_YEAR})(?<![\w/.–-]....)(?P<dash>[-–—])(?P<until>\d\d)"
    rf"(?![\w/–-]|\.\d| (?:{'|'.join(months())})\b)"
)
_SPLIT = Pattern(
    rf"(?P<year>{_YEAR})(?<![\w/.–-]....)/(?P<until>{_YEAR})(?![\w/–-]|\.\d)",
    needles=("/19", "/20"),
)


class YearPair(NumberWording):
    """Years of which the last is cut short behind a dash, or in full behind a slash."""

    code = "NUM011"
    name = "year-pair"
    profiles = ALL
    needles = ("-", "–", "—", "/")

    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield each pair of years that is neither “2024–2025” nor “2024/25”."""
        for found in _CUT.finditer(text):
            year, until = found["year"], found["until"]
            if until > year[2:] and int(until) not in range(1, 13):
                right = f"{year}–{year[:2]}{until}"
                yield Wording(Span(*found.span()), right, Safety.SAFE)
            elif until > year[2:]:
                # “2005-06” may be a month.
                right = f"{year}–{year[:2]}{until}"
                yield Wording(Span(*found.span()), right, Safety.UNSAFE)
        for found in _SPLIT.finditer(text):
            if int(found["until"]) == int(found["year"]) + 1:
                right = f"{found['year']}/{found['until'][2:]}"
                yield Wording(Span(*found.span()), right, Safety.UNSAFE)
