"""Spaces and marks that are too many."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from resolint import (
    Diagnostic,
    Field,
    Fix,
    Heading,
    Organ,
    Other,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
    Title,
)
from resolint.grammar.needles import GAP
from resolint.regex import regex
from resolint_rules.structure.marks import NAMES, is_french
from resolint_rules.structure.parts import where

_SPACE = "[ \u00a0\u202f\u2007\u2009]"
# What is looked for begins with a mark, which is quick, and looks back from there.
SPACES = regex(rf"{_SPACE}{{2}}(?<=\S..){_SPACE}*(?=[^\s,;:.?!])")
BEFORE = regex(
    rf"({_SPACE}(?<=[\w)\]”’].){_SPACE}*)(?:([,;?!])(?!\d)|([:.])(?![.\w]|{_SPACE}\.))"
)
# ".," may follow an abbreviation or a title, "..." is an ellipsis.
DOUBLED = regex(
    rf"[,;:.](?:(?<!\.){_SPACE}?[,;:.](?![,;:.\d]|{_SPACE}[,;:.])"
    r"|(?<=\.)(?<!\.\.)\.(?![./\w])"
    r"|(?<=[a-z]{5}\.)(?<!paras\.)(?<!chaps\.)(?<!pprox\.)[,;:](?=\s|$))"
)
COLUMNS = regex(rf"{_SPACE}{{3}}|\t|^\S{{0,3}}{_SPACE}{{2}}|{_SPACE}{{2}}\S{{0,3}}$")
RATIO = regex(rf"\d{_SPACE}+:{_SPACE}*\d")
WORD = regex(r"\w")
MOST = 2
"""More gaps than this in a line that is no paragraph are the columns of a table."""

OFTEN = frozenset({Organ.SC, Organ.HRC})
"""Whose published texts have two spaces so often that it is information there."""


class Spacing(Rule[Passage]):
    """A double space, a space before a mark, a mark too many."""

    code = "STR017"
    name = "spacing"
    severity = Severity.WARNING
    needles = (
        GAP,
        *(f" {mark}" for mark in ",;:.?!"),
        *(one + other for one in ",;:." for other in ",;:."),
    )

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want one space between words, none before a mark, and one mark."""
        # The masthead is laid out in lines and columns, and copied with their gaps.
        if isinstance(node, Field):
            return
        text = within.source[node.content]
        yield from self._spaces(node, text, within)
        yield from self._before(node, text)
        yield from self._doubled(node, text)

    def _spaces(
        self, node: Passage, text: str, within: Resolution
    ) -> Iterator[Diagnostic]:
        gaps = list(SPACES.finditer(text))
        loose = isinstance(node, Heading | Other)
        if loose and (len(gaps) > MOST or COLUMNS.search(text)):
            return
        for found in gaps:
            # Around the indicator of a note each space is a single one.
            if _calls(node, found) or not _between_words(text, found):
                continue
            span = Span(*found.span()).shift(node.content.start)
            one = "\u00a0" if "\u00a0" in found[0] else " "
            many = "double space" if len(span) == 2 else f"{len(span)} spaces"
            message = f"{many} in {where(node)} should be a single space"
            seen = _is_display(node, text) or within.organ in OFTEN
            severity = Severity.INFO if seen else None
            yield self.at(span, message, Fix.replace(span, one), severity=severity)

    def _before(self, node: Passage, text: str) -> Iterator[Diagnostic]:
        if not BEFORE.search(text) or is_french(text):
            return
        for found in BEFORE.finditer(text):
            mark = found[2] or found[3]
            ratio = mark == ":" and RATIO.match(text, found.start() - 1)
            if ratio or _calls(node, found):
                continue
            span = Span(*found.span()).shift(node.content.start)
            message = f"no space should stand before the {NAMES[mark]} in {where(node)}"
            fix = Fix.replace(span, _spaced(mark, text, found.end()))
            yield self.at(span, message, fix)

    def _doubled(self, node: Passage, text: str) -> Iterator[Diagnostic]:
        for found in DOUBLED.finditer(text):
            marks = found[0]
            end = node.content.start + found.end()
            span = Span(end - len(marks), end)
            first, second = marks[0], marks[-1]
            if first == second:
                message = f"double {NAMES[first]} in {where(node)} should be single"
                fix = Fix.replace(span, _spaced(first, text, found.end()))
                yield self.at(span, message, fix)
                continue
            kept = _spaced(second if first == "." else first, text, found.end())
            message = f"{NAMES[first]} and {NAMES[second]} in {where(node)}"
            message = f"{message} should be one mark"
            yield self.at(span, message, Fix.replace(span, kept, Safety.UNSAFE))


def _is_display(node: Passage, text: str) -> bool:
    """Whether a line is set by itself: a title, a heading.

    Such lines are broken by hand, and a break is often copied as a second space: 36
    of 40 adoption lines of the Human Rights Council have one.
    """
    if isinstance(node, Title | Heading):
        return True
    return isinstance(node, Other) and text[-1:].isalnum()


def _spaced(mark: str, text: str, end: int) -> str:
    """Return a mark, with a space behind it if a word follows."""
    return f"{mark} " if text[end : end + 1].isalpha() else mark


def _calls(node: Passage, found: re.Match[str]) -> bool:
    """Whether the indicator of a note stands in what was found."""
    start, end = (node.content.start + at for at in found.span())
    at = bisect_left(node.calls, start, key=attrgetter("at"))
    return at < len(node.calls) and node.calls[at].at <= end


def _between_words(text: str, found: re.Match[str]) -> bool:
    """Whether words, not only marks, stand on both sides."""
    start, end = found.span()
    before, after = text[max(0, start - 3) : start], text[end : end + 3]
    return bool(WORD.search(before) and WORD.search(after))
