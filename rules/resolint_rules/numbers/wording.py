"""What rules on the wording of numbers share."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from resolint import (
    Citation,
    Diagnostic,
    Field,
    Fix,
    Footnote,
    Heading,
    OfficialRecord,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
    Style,
    Symbol,
    Title,
    TreatySeries,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.punctuation.marks import in_address
from resolint_rules.references.words import annexed, quoted

_FIGURE = regex(r"\d")
_REFERENCES = (Citation, OfficialRecord, Symbol, TreatySeries)


class Wording(NamedTuple):
    """Some words of a text, and what they should be."""

    span: Span
    """Where they stand in the passage."""
    right: str
    safety: Safety = Safety.SAFE


class NumberWording(Rule[Passage], ABC):
    """A rule on how numbers are written in the drafter's own words.

    Titles, headings, quotations, tables, annexes, notes and references are left alone:
    they are as somebody else wrote them, or have a form of their own.
    """

    severity = Severity.INFO
    figures: ClassVar[bool] = True
    """Whether it finds nothing in a text without figures."""

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want each number as the Manual has it."""
        if isinstance(node, Field | Footnote | Heading | Title):
            return
        text = folded(within.source[node.content])
        if self.figures and not _FIGURE.search(text):
            return
        for span, right, safety in self.wordings(text):
            inside = span.shift(node.content.start)
            if foreign(text, span, node, within):
                continue
            there = text[span.start : span.end]
            yield self.at(
                inside,
                f"{node.locator} should have “{right}”, not “{there}”",
                Fix.replace(inside, right, safety),
            )

    @abstractmethod
    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield what a text, folded, should have otherwise."""


def foreign(text: str, span: Span, node: Passage, within: Resolution) -> bool:
    """Whether some words of a passage are not the drafter's own."""
    inside = span.shift(node.content.start)
    return (
        any(
            isinstance(each, _REFERENCES) and each.span.meets(inside)
            for each in node.inline
        )
        or in_address(text, span.start)
        or quoted(text, span.start, node, within)
        or annexed(node, within)
        or any(
            block.style is Style.TABLE and block.span.meets(inside)
            for block in within.source.blocks
        )
    )
