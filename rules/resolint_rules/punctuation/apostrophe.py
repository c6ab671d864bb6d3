"""Curly apostrophes."""

from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Edit,
    Fix,
    Passage,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint_rules.punctuation.contraction import contractions
from resolint_rules.punctuation.marks import in_address, passages, quotations
from resolint_rules.structure.parts import where

_STRAIGHT = regex(r"(?<=[^\W\d_])['´](?=[^\W\d_])|(?<=s)'(?=[\s,.;:)])|(?<=\w)‘(?=s\b)")


class CurlyApostrophes(Rule[Resolution]):
    """A straight apostrophe."""

    code = "PUN002"
    name = "curly-apostrophes"
    severity = Severity.INFO
    profiles = UNITED_NATIONS

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want curly ones, said once of a text that has only straight ones."""
        text = node.source.text
        if not node.whole or not ("'" in text or "´" in text or "‘" in text):
            return
        places = [
            (passage, at)
            for passage in passages(node)
            for at in _places(node.source[passage.content])
        ]
        if len(places) > 1 and "’" not in text:
            edits = tuple(Edit(_span(*place), "’") for place in places)
            message = (
                f"the text has {len(edits)} straight apostrophes, from "
                f"{where(places[0][0])} on, and should have curly ones, ’"
            )
            fix = Fix("Write curly apostrophes", edits)
            yield self.at(_span(*places[0]), message, fix)
            return
        for passage, at in places:
            words = node.source[passage.content]
            # A contraction is told as a whole, by PUN016.
            if any(hit.start <= at < hit.end for hit in contractions(words)):
                continue
            span = _span(passage, at)
            message = f"{passage.locator} should have a curly apostrophe, ’"
            yield self.at(span, message, Fix.replace(span, "’"))


def _places(words: str) -> Iterator[int]:
    """Yield where a line has a straight apostrophe that is no quotation mark."""
    if not ("'" in words or "´" in words or "‘" in words):
        return
    marks = {
        at
        for quotation in quotations(words)
        for at in (quotation.first, quotation.second)
    }
    for found in _STRAIGHT.finditer(words):
        at = found.start()
        if at not in marks and not in_address(words, at):
            yield at


def _span(passage: Passage, at: int) -> Span:
    return Span(at, at + 1).shift(passage.content.start)
