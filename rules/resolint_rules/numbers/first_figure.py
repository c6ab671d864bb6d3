"""Figures at the beginning of a sentence."""

from collections.abc import Iterator

from resolint import (
    ALL,
    Diagnostic,
    Fix,
    Item,
    Operative,
    Passage,
    Preambular,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.numbers.wording import foreign
from resolint_rules.patterns import Pattern

_ONES = (
    *(
        "",
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
    ),
    *("Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen"),
    *("Eighteen", "Nineteen"),
)
_TENS = ("Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")
_FIRST = Pattern(
    r"(?:\A|(?<=[a-z)]{3}[.?!] ))(?P<number>\d{1,3}(?:,\d{3})*|\d+)"
    r"(?= (?:per cent |million |billion |(?:Member )?States\b|[a-z]{3,}))"
)
# Not after “paras. ”, not a date, not a time: they begin no sentence, or are no number.
_SHORT = Pattern(
    r"\b(?:paras?|chaps?|sects?|vols?|arts?|nos?|pp?|figs?|add|rev|corr|approx|vs|etc"
    r"|ibid)\. \Z"
)
_WITHIN = regex(r"[.?!] \d")
_REACH = 12
_MOST = 999


class FirstFigure(Rule[Preambular | Operative | Item]):
    """A sentence or an item that begins with a figure."""

    code = "NUM009"
    name = "first-figure"
    severity = Severity.INFO
    profiles = ALL

    def check(
        self, node: Preambular | Operative | Item, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Want the number in words, or another word first."""
        passage: Passage = node
        text = folded(within.source[passage.content])
        if not text[:1].isdigit() and not _WITHIN.search(text):
            return
        for found in _FIRST.finditer(text):
            span = Span(*found.span("number"))
            if _SHORT.search(text[max(0, span.start - _REACH) : span.start]):
                continue
            if foreign(text, span, passage, within):
                continue
            inside = span.shift(passage.content.start)
            number = int(found["number"].replace(",", ""))
            # Nobody would write a sum of a budget in words.
            if number > _MOST:
                continue
            if not 1 <= number <= 99:
                yield self.at(
                    inside,
                    f"{node.locator} should not begin a sentence with the figure "
                    f"“{found['number']}”",
                )
                continue
            word = _words(number)
            yield self.at(
                inside,
                f"{node.locator} should begin a sentence with “{word}”, not "
                f"“{found['number']}”",
                Fix.replace(inside, word, Safety.UNSAFE),
            )


def _words(number: int) -> str:
    """Return a number below a hundred in words, with a capital."""
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens - 2]}-{_ONES[ones].lower()}" if ones else _TENS[tens - 2]
