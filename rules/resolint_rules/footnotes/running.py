"""Abbreviations of footnotes in running text."""

from collections.abc import Iterator
from functools import cache

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Paragraph,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.tables import rows
from resolint_rules.footnotes.abbreviations import TABLE
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.names import is_quoted

_ABBREVIATION = Pattern(
    r"(?<![\w.(/])(?P<word>(?:para|art|chap|sect|sec)s?)\. ?(?=\(?(?:\d|[IVXLA-H]+\b))",
    2,
    needles=("para.", "paras.", "art.", "arts.", "chap", "sect", "sec."),
)


class RunningAbbreviation(Rule[Paragraph]):
    """*para. 4* in a paragraph."""

    code = "FNT013"
    name = "running-abbreviation"
    severity = Severity.WARNING
    profiles = EDITED
    needles = (
        "para",
        "paras",
        "art",
        "arts",
        "chap",
        "chaps",
        "sect",
        "sects",
        "sec",
        "secs",
    )

    def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
        """Want paragraph, article, chapter and section in full."""
        text = folded(within.source[node.content])
        for found in _ABBREVIATION.finditer(text):
            right = _words().get(found["word"].lower())
            draft = within.label == "draft"
            if right is None or is_quoted(text, found.start(), draft=draft):
                continue
            if found["word"][0].isupper():
                right = right.capitalize()
            short = found[0].strip()
            span = Span(found.start(), found.end()).shift(node.content.start)
            message = f"{node.locator} should have “{right}”, not “{short}”"
            yield self.at(
                Span(span.start, span.start + len(short)),
                message,
                Fix.replace(span, f"{right} ", Safety.SAFE),
            )


@cache
def _words() -> dict[str, str]:
    """Return what each abbreviation stands for."""
    return {row["word"]: row["text"] for row in rows(TABLE, "resolint_rules")}
