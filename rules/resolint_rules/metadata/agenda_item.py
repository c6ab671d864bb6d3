"""How the line of the agenda item is written."""

import re
from collections.abc import Iterator

from resolint import EDITED, Diagnostic, Field, Fix, Resolution, Rule, Severity, Span
from resolint.regex import regex

_LABEL = regex(r"(?i:agenda\s*items?)\s*:?\s*(?:(?i:nos?)\.?\s*)?(?=\d)")
_LETTER = r"[\s\u200e.]*(?:\(\s*[a-z]{1,3}\s*\)|(?<=[\d. ])[a-z](?![a-z]))"
_JOIN = r"\s*(?:,?\s*(?:and|or|to|&)\s+|,\s*|\s*[–-]\s*)"
_ITEMS = regex(
    rf"\d{{1,3}}(?:{_LETTER})*(?:{_JOIN}(?:\d{{1,3}}(?:{_LETTER})*|\([a-z]{{1,3}}\)))*"
)
_PARTS = regex(r"\d+|[a-z]+|&|,|[–-]", re.IGNORECASE)
_JOINS = {"and", "or", "to", "&", ",", "–", "-"}


class AgendaItem(Rule[Resolution]):
    """An agenda item that is not written “Agenda item 71 (b)”."""

    code = "MET007"
    name = "agenda-item"
    severity = Severity.WARNING
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “Agenda item”, a number, and letters in parentheses behind a space."""
        if not node.whole:
            return
        for line in node.masthead.fields:
            if line.name == "agenda_item" or (
                line.name == "other" and "agenda" in node.source[line.span].lower()
            ):
                yield from self._line(node, line)

    def _line(self, node: Resolution, line: Field) -> Iterator[Diagnostic]:
        words = node.source[line.span]
        label = _LABEL.match(words)
        # In front matter only the number is written.
        start = label.end() if label else 0
        found = _ITEMS.match(words, start)
        if found is None or (label is None and line.name != "agenda_item"):
            return
        right = items = _written(found[0])
        if label:
            several = len(re.findall(r"\d+", items)) > 1
            right, start = f"Agenda item{'s' if several else ''} {items}", 0
        there = words[start : found.end()]
        if " ".join(there.split()) == right or not _differs(there, right):
            return
        span = Span(start, found.end()).shift(line.span.start)
        yield self.at(
            span,
            f"the agenda item should be written “{right}”, not "
            f"“{' '.join(there.split())}”",
            Fix.replace(span, right),
        )


def _differs(there: str, right: str) -> bool:
    """Whether more differs than what is free: *and* or a comma."""
    both = [
        re.sub(r"[\s,–-]+|\band\b|\bto\b|(?<=item)s\b", " ", each).split()
        for each in (there, right)
    ]
    several = re.findall(r"\d+", there)
    wrong = len(several) > 1 and re.search(r"(?i)item\b", there)
    return both[0] != both[1] or bool(wrong)


def _written(items: str) -> str:
    """Return numbers and letters as they are printed."""
    made = ""
    for part in _PARTS.findall(items):
        if part == ",":
            made += ","
        elif part in ("–", "-"):
            made += part
        elif part in _JOINS:
            made += " and" if part == "&" else f" {part}"
        else:
            glue = "" if not made or made[-1] in "–-" else " "
            made += glue + (part if part.isdecimal() else f"({part})")
    return made
