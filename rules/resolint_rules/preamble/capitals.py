"""Capitals in the phrases that open preambular paragraphs."""

from collections.abc import Iterator
from functools import cache

from resolint import Diagnostic, Edit, Fix, Preambular, Resolution, Rule, Severity, Span
from resolint_rules.also.openers import CYCLE, Opener
from resolint_rules.also.reading import has_adverb, opener
from resolint_rules.italics.phrases import COUNT, phrases


class OpeningCapitals(Rule[Preambular]):
    """A capital within the opening phrase, or none at its beginning."""

    code = "PRE005"
    name = "preambular-capitals"
    severity = Severity.WARNING

    def check(self, node: Preambular, within: Resolution) -> Iterator[Diagnostic]:
        """Want a capital on the first word only."""
        if _has_none(within, node):
            return
        found = opener(within.source, node)
        if found is None:
            return
        wrong = [
            (span, right)
            for span, right in zip(found.spans, _right(found), strict=False)
            if within.source[span] != right
        ]
        if not wrong:
            return
        phrase = found.phrase
        span = Span(wrong[0][0].start, wrong[-1][0].end)
        size = len(phrase.split())
        right = " ".join(_right(found)[:size])
        edits = tuple(Edit(span, text) for span, text in wrong)
        yield self.at(
            span,
            f"{node.locator} should open with “{right}”, not “{phrase}”",
            Fix(f"Write “{right}”", edits),
        )


def _has_none(within: Resolution, node: Preambular) -> bool:
    """Whether italics show an opening with but one capital, at its beginning."""
    opening = node.opening
    if opening is None or not opening.italic or has_adverb(within.source, node):
        return opening is None
    words = within.source[opening.span]
    return words[:1].isupper() and words[1:].islower()


def _right(found: Opener) -> list[str]:
    """Return the words of an opening phrase with the capitals they should have."""
    words = list(found.words[: len(found.phrase.split())])
    shout = len(words[0]) > 1 and words[0].isupper()
    right = [words[0].capitalize() if shout else words[0][:1].upper() + words[0][1:]]
    for word in words[1:]:
        # A name that is in italics too is no part of the phrase.
        fixed = word.lower() in _vocabulary() and word.lower().capitalize() == word
        right.append(word.lower() if fixed or (shout and word.isupper()) else word)
    return right


@cache
def _vocabulary() -> frozenset[str]:
    """Return the words of the phrases that open preambular paragraphs."""
    known = phrases("preamble").items()
    often = [phrase for phrase, row in known if row.times >= COUNT]
    return frozenset({*CYCLE, *" ".join(often).split()})
