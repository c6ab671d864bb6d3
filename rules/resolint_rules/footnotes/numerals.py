"""What the parts of a source are numbered with in footnotes."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Footnote,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.footnotes.places import explains
from resolint_rules.patterns import Pattern

_CHAPTER = Pattern(
    r"\b(?P<word>chaps?\.|annex(?:es)?) (?P<number>[1-9]\d?)\b(?![./-]\d)",
    needles=("chap", "annex"),
)
_SECTION = Pattern(r"\b(?P<word>sects?\.) (?P<number>[a-h])\b", needles=("sect",))
_PARAGRAPH = Pattern(r"\b(?P<word>paras?\.) (?P<number>[IVX]+)\b", needles=("para",))
# The publications of others number their parts as they like.
_OTHERS = Pattern(
    r"Organi[sz]ation\b|Bank\b|Union\b|Commission\b|document [A-Z]|Disarmament Yearbook"
    r"|WHA|UNEP|ICCD|\bWT/"
)
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_VALUES = {"I": 1, "V": 5, "X": 10}


class NoteNumerals(Rule[Footnote]):
    """A chapter or annex in arabic, a small letter for a section, a roman paragraph."""

    code = "FNT012"
    name = "note-numerals"
    severity = Severity.INFO
    profiles = EDITED
    needs = frozenset({Shows.NOTES})
    needles = ("chap", "chaps", "annex", "annexes", "sect", "sects", "para", "paras")

    def check(self, node: Footnote, within: Resolution) -> Iterator[Diagnostic]:
        """Want chap. III, annex II, sect. B and para. 4."""
        text = folded(within.source[node.content])
        if _OTHERS.search(text) or explains(text):
            return
        for pattern, written in (
            (_CHAPTER, lambda number: _roman(int(number))),
            (_SECTION, str.upper),
            (_PARAGRAPH, lambda number: str(_arabic(number))),
        ):
            for found in pattern.finditer(text):
                right = written(found["number"])
                span = Span(*found.span("number")).shift(node.content.start)
                message = (
                    f"{node.locator} should have “{found['word']} {right}”, not "
                    f"“{found[0]}”"
                )
                yield self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))


def _roman(number: int) -> str:
    """Return a number up to 99 in roman figures."""
    tens, rest = divmod(number, 50)
    figures = "L" * tens
    for value, figure in ((40, "XL"), *_ROMAN):
        while rest >= value:
            figures += figure
            rest -= value
    return figures


def _arabic(figures: str) -> int:
    """Return the value of roman figures."""
    values = [_VALUES[figure] for figure in figures]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
