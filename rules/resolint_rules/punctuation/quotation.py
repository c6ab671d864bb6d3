"""Curly double quotation marks."""

from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Edit,
    Fix,
    Organ,
    Passage,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint_rules.punctuation.marks import Quotation, curly, passages, quotations
from resolint_rules.spelling.names import is_quoted
from resolint_rules.structure.parts import where

TYPED = frozenset({"text", "markdown"})
"""The formats that are typed on a keyboard, which has straight marks only."""
_SINGLE = regex(r"(?<![\w’])‘(?=\w)[^‘’“”]{1,200}(?:\w’\w[^‘’“”]{0,200}){0,3}’(?!\w)")
_CURLY = regex("[“”‘]")


class QuotationMarks(Rule[Resolution]):
    """Straight quotation marks, or single ones that stand in no double ones."""

    code = "PUN001"
    name = "quotation-marks"
    severity = Severity.WARNING
    profiles = UNITED_NATIONS

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want curly marks, said once of a text that has only straight ones."""
        text = node.source.text
        if not node.whole or not ('"' in text or "‘" in text or "'" in text):
            return
        straight = []
        for passage in passages(node):
            words = node.source[passage.content]
            straight += [(passage, words, each) for each in quotations(words)]
            yield from self._single(node, passage, words)
        severity = Severity.INFO if node.source.format in TYPED else None
        if len(straight) > 1 and not _CURLY.search(text):
            edits = tuple(edit for found in straight for edit in _edits(*found))
            first, _, quotation = straight[0]
            message = (
                f"the text has {len(edits)} straight quotation marks, from "
                f"{where(first)} on, and should have curly ones, “ ”"
            )
            fix = Fix("Write curly quotation marks", edits)
            yield self.at(
                _mark(first, quotation.first), message, fix, severity=severity
            )
            return
        for passage, words, quotation in straight:
            fix = Fix("Write curly quotation marks", _edits(passage, words, quotation))
            message = f"{passage.locator} should have {_wanted(words, quotation)}"
            span = _mark(passage, quotation.first)
            yield self.at(span, message, fix, severity=severity)

    def _single(
        self, node: Resolution, passage: Passage, words: str
    ) -> Iterator[Diagnostic]:
        """Yield a finding for each quotation in single curly marks alone."""
        if "‘" not in words:
            return
        severity = Severity.INFO if node.organ is Organ.SC else None
        for found in _SINGLE.finditer(words):
            if is_quoted(words, found.start()):
                continue
            first, last = found.start(), found.end() - 1
            edits = (Edit(_mark(passage, first), "“"), Edit(_mark(passage, last), "”"))
            message = (
                f"{passage.locator} should have double quotation marks, “ ”, "
                "not single ones"
            )
            fix = Fix("Write double quotation marks", edits)
            yield self.at(_mark(passage, first), message, fix, severity=severity)


def _wanted(words: str, quotation: Quotation) -> str:
    if quotation.second is None:
        mark = curly(words, quotation, quotation.first)
        return f"a curly quotation mark, {mark}, not a straight one"
    first, second = quotation.right
    return f"curly quotation marks, {first} {second}, not straight ones"


def _edits(passage: Passage, words: str, quotation: Quotation) -> tuple[Edit, ...]:
    ends = (quotation.first, quotation.second)
    return tuple(
        Edit(_mark(passage, at), curly(words, quotation, at))
        for at in ends
        if at is not None
    )


def _mark(passage: Passage, at: int) -> Span:
    return Span(at, at + 1).shift(passage.content.start)
