"""Titles that “entitled” brings."""

import re
from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Operative,
    Organ,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Span,
)
from resolint.regex import regex
from resolint_rules.patterns import Pattern
from resolint_rules.punctuation.marks import is_worded

_BARE = Pattern(r"\bentitled[ \u00a0]+(?=[A-Z0-9])", needles=("entitled",))
_TITLED = Pattern(r"(?<![\w-])titled(?=[ \u00a0]+[“\"])", needles=("titled",))
# What is never a publication, and has its title in quotation marks therefore.
_QUOTED = regex(
    r"\b(?:(?:sub-)?items?|resolutions?|decisions?|chapters?|sections?|themes?|events?"
    r"|meetings?|dialogues?|debates?|initiatives?|campaigns?|documents?|statements?"
    r"|annex(?:es)?|topics?|panels?|discussions?|projects?|programmes?|notes?)\b"
)
_PUBLISHED = regex(r"\b(?:publications?|reports?|stud(?:y|ies)|books?|guides?)\b")
# How MET012 finds the items that a paragraph of the General Assembly puts on an agenda.
_BARE_ITEM = regex(r"\bunder the (?:sub-?)?item \Z")
_REACH = 80


class EntitledInQuotes(Rule[Passage]):
    """A title without quotation marks after “entitled”, or “titled” before one."""

    code = "PUN004"
    name = "entitled-in-quotes"
    severity = Severity.INFO
    profiles = EDITED
    needles = ("entitled", "titled")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “entitled”, and the title in quotation marks, or of books in italics."""
        if not is_worded(node):
            return
        source = within.source
        text = source[node.content]
        agenda = isinstance(node, Operative) and within.organ is Organ.GA
        for found in _TITLED.finditer(text):
            span = Span(*found.span()).shift(node.content.start)
            message = f"{node.locator} should have “entitled”, not “titled”"
            yield self.at(span, message, Fix.replace(span, "entitled", Safety.UNSAFE))
        for found in _BARE.finditer(text):
            if agenda and _BARE_ITEM.search(
                text[max(0, found.start() - _REACH) : found.start()]
            ):
                continue
            at = node.content.start + found.end()
            before = text[max(0, found.start() - _REACH) : found.start()]
            if Shows.ITALICS in source.shows:
                if source.is_italic(at):
                    continue
            # Where italics are not shown the title of a publication may be in them.
            elif not _is_quoted_kind(before):
                continue
            word = re.match(r"[\w’-]+", text[found.end() :])
            span = Span(at, at + (word.end() if word else 1))
            message = (
                f"{node.locator} should have the title that “entitled” brings in "
                "quotation marks"
            )
            yield self.at(span, message)


def _is_quoted_kind(before: str) -> bool:
    last = [match.end() for match in _QUOTED.finditer(before)]
    published = [match.end() for match in _PUBLISHED.finditer(before)]
    return max(last, default=-1) > max(published, default=-1)
