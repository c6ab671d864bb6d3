"""Ranges of years, and of numbers in references."""

import re
from collections.abc import Iterator

from resolint import (
    EDITED,
    Citation,
    Diagnostic,
    Edit,
    Fix,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
    Symbol,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import months
from resolint_rules.patterns import Pattern
from resolint_rules.punctuation.marks import in_address, is_worded

_YEAR = r"(?:19|20)\d\d"
_RANGE = Pattern(
    rf"(?<![\w/.-])(?:(?P<year>{_YEAR})(?P<years>-|—| [-–—] ?|[-–—] )"
    rf"(?P<until>{_YEAR})"
    r"|(?P<low>\d{1,5}|[IVXLC]{1,7})(?P<numbers>[-—])(?P<high>\d{1,5}|[IVXLC]{1,7}))"
    r"(?![\w/-]|\.\d)"
)
_MONTHS = Pattern(
    rf"\b(?:{'|'.join(months())})(?P<dash>[-—])(?:{'|'.join(months())})\b"
)
_FROM = Pattern(
    rf"\b(?P<word>from|between) (?P<year>{_YEAR})(?P<dash>[-–—])(?P<until>{_YEAR})"
    r"(?=[,;.:)\n]|$| (?:in|of|at|by|with|and|to|for|on|as|under|the|is|was|were"
    r"|are)\b)",
    needles=("from ", "between "),
)
_APART = ((" ", " "), (" ", "0"), ("0", " "))
"""What stands beside a dash that has a space before or behind it."""
# What stands before the numbers, other numbers of the list between.
_NAMED = regex(
    r"\b(?:Nos\.|[Pp]aras?\.|pp?\.|[Vv]ols\.|[Aa]rts?\.|[Cc]haps?\.|[Ss]ects?\."
    r"|[Pp]aragraphs|[Aa]rticles|[Cc]hapters|[Ss]ections|[Rr]ules|[Rr]egulations"
    r"|[Pp]ages|[Vv]olumes|[Aa]nnexes|[Rr]esolutions|Goals)\s"
    r"(?:(?:\d{1,5}|[IVXLC]{1,7})(?:[-–](?:\d{1,5}|[IVXLC]{1,7}))?"
    r"(?:, and |, | and )){0,6}\Z"
)
_REACH = 90


class EnDashRanges(Rule[Passage]):
    """A range with a hyphen, or one that “from” leads to with a dash."""

    code = "PUN007"
    name = "en-dash-ranges"
    severity = Severity.WARNING
    profiles = EDITED
    needles = (
        *(f"0{dash}0" for dash in "-–—"),
        *(f"{before}{dash}{after}" for dash in "-–—" for before, after in _APART),
        *("I-I", "I—I"),
        *(f"{month.lower()}{dash}" for month in months() for dash in "-—"),
    )

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want an en dash, or in running text “from … to …”."""
        if not is_worded(node):
            return
        text = folded(within.source[node.content])
        running = [match.span("year")[0] for match in _FROM.finditer(text)]
        yield from self._running(node, text)
        for found in _RANGE.finditer(text):
            which = "years" if found["year"] else "numbers"
            if found.start() in running or not _is_range(text, found):
                continue
            if not _is_cited(node, found) and not in_address(text, found.start()):
                dash = Span(*found.span(which))
                yield self._dashed(node, found[0], Span(*found.span()), dash)
        for found in _MONTHS.finditer(text):
            dash = Span(*found.span("dash"))
            yield self._dashed(node, found[0], Span(*found.span()), dash)

    def _dashed(self, node: Passage, there: str, span: Span, dash: Span) -> Diagnostic:
        """Return what is said of a range with the wrong dash."""
        start = dash.start - span.start
        right = f"{there[:start]}–{there[start + len(dash) :]}"
        message = f"{node.locator} should have an en dash in “{right}”, not “{there}”"
        edit = Edit(dash.shift(node.content.start), "–")
        fix = Fix(f"Write “{right}”", (edit,))
        return self.at(span.shift(node.content.start), message, fix)

    def _running(self, node: Passage, text: str) -> Iterator[Diagnostic]:
        """Yield a finding for each range that begins like “from … to …”."""
        for found in _FROM.finditer(text):
            link = "to" if found["word"] == "from" else "and"
            right = f"{found['word']} {found['year']} {link} {found['until']}"
            span = Span(*found.span()).shift(node.content.start)
            dash = Span(*found.span("dash")).shift(node.content.start)
            message = f"{node.locator} should have “{right}”, not “{found[0]}”"
            edit = Edit(dash, f" {link} ")
            yield self.at(
                span, message, Fix(f"Write “{right}”", (edit,), Safety.UNSAFE)
            )


def _is_range(text: str, found: re.Match[str]) -> bool:
    """Whether two years, or two numbers that are introduced, go upwards."""
    if found["year"]:
        return found["year"] < found["until"]
    low, high = found["low"], found["high"]
    if low.isdigit() != high.isdigit() or (low.isdigit() and int(low) >= int(high)):
        return False
    before = text[max(0, found.start() - _REACH) : found.start()]
    return bool(_NAMED.search(before))


def _is_cited(node: Passage, found: re.Match[str]) -> bool:
    """Whether a document symbol or a citation has it: hyphens belong to those."""
    span = Span(*found.span()).shift(node.content.start)
    return any(
        isinstance(each, Symbol | Citation) and span.meets(each.span)
        for each in node.inline
    )
