"""Marks between thousands."""

from collections.abc import Iterator, Set
from types import MappingProxyType

from resolint import (
    UNITED_NATIONS,
    Profile,
    Resolution,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.numbers.wording import NumberWording, Wording
from resolint_rules.patterns import Pattern

_COUNTED = (
    r"(?:(?:additional|new|young|older|displaced|internally|military|civilian|uniformed"
    r"|United States|local|international) ){0,2}"
    r"(?:persons|people|women|men|children|girls|boys|youth|students|teachers|refugees"
    r"|migrants|returnees|families|households|victims|survivors|casualties|deaths"
    r"|troops|soldiers|personnel|police|officers|observers|posts|positions|members"
    r"|countries|States|schools|hospitals|villages|copies|books|participants"
    r"|beneficiaries|dollars|euros|tons|tonnes|kilometres|hectares|miles)\b"
)
# A number of a document, of a paragraph or of an article counts nothing.
# It is looked back at from the first figure, as a search begins quickest with that.
_FREE = r"(?<![\w/.,(–-]\d)(?<!No\. \d)(?<!Nos\. \d)"
_SPACED = Pattern(
    rf"(?P<number>\d{_FREE}(?:\d{{0,2}}(?: \d{{3}}){{2,}}|(?<=[1-9])\d{{0,2}} \d{{3}}"
    r"(?= [a-z]{3})))(?![\w/]|[.,]\d| \d)"
)
_MIXED = Pattern(
    rf"(?P<number>\d{_FREE}\d{{0,2}}(?:(?:,\d{{3}})+(?: \d{{3}})+"
    r"|(?: \d{3})+(?:,\d{3})+))(?![\w/]|[.,]\d| \d)"
)
_NOT_PERSONS = "tons|tonnes|kilometres|hectares|miles"
_POINTED = Pattern(
    rf"(?P<number>\d{_FREE}(?:\d{{0,2}}(?:\.\d{{3}}){{2,}}(?![\w/]|[.,]\d)"
    rf"|(?<=[1-9])\d{{0,2}}\.\d{{3}}(?= (?!{_NOT_PERSONS}){_COUNTED})))"
)
_PLAIN = Pattern(
    rf"(?P<number>[1-9]{_FREE}(?:\d{{4,8}}(?= [a-z]{{3}})|\d{{3}}(?= {_COUNTED})))"
)
_FOUR = regex(rf"[1-9]\d{{3}} {_COUNTED}")
# Other words before it, or a capital, make it a number that names something.
_LEAD = Pattern(
    r"(?:\A|\b(?!(?:goal|phase|paragraph|paragraphs|article|articles|number|numbered"
    r"|no|standard|standards|code|item|items|volume|telephone|record|registration"
    r"|asteroid|annex|level|category|option|class|type|table|chapter|section)\b)"
    r"[a-z][a-z-]* )\Z"
)
_REACH = 24
_YEARS = range(1900, 2101)


class Thousands(NumberWording):
    """Thousands without a comma, or with another mark in its place."""

    code = "NUM005"
    name = "thousands"
    severity = Severity.WARNING
    severities = MappingProxyType({Profile.SC: Severity.INFO})
    profiles = UNITED_NATIONS

    needles = (" 000", "0,0", "0.0", "0000", "00000")

    def seeks(self, document: Resolution, here: Set[str]) -> Set[str]:
        """Leave years out where none of the text counts anything."""
        counts = _FOUR.search(folded(document.source.text))
        return here if counts else here - {"0000"}

    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield each number of four figures or more that has no comma."""
        for pattern in (_SPACED, _MIXED, _POINTED, _PLAIN):
            for found in pattern.finditer(text):
                figures = "".join(filter(str.isdigit, found["number"]))
                value = int(figures)
                before = text[max(0, found.start() - _REACH) : found.start()]
                if not _LEAD.search(before):
                    continue
                if figures == found["number"] and value in _YEARS:
                    continue
                # “in 2024 120 persons” and “1.125 persons per room” are possible.
                doubt = pattern is _POINTED and found["number"].count(".") == 1
                safety = Safety.UNSAFE if doubt else Safety.SAFE
                yield Wording(Span(*found.span("number")), f"{value:,}", safety)
