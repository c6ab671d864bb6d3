"""Reports of conferences in footnotes."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Footnote,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern

PUBLICATION = "United Nations publication, "
_SALES = Pattern(
    r"(?P<before>[^(;]{0,40})\b[Ss]ales (?P<no>[Nn]o\.?|[Nn]umber) ?"
    r"(?P<number>[A-Z\d][A-Z\d.]*[\dA-Z])",
    needles=("sales n",),
)
_DAYS = Pattern(
    r"\b\d{1,2}(?P<dash>[-‐‑−])\d{1,2} (?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b"
)


class ConferenceReport(Rule[Footnote]):
    """The report of a conference that is not cited in the usual form."""

    code = "FNT017"
    name = "conference-report"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.ECOSOC)
    needs = frozenset({Shows.NOTES})
    needles = ("sales", "-", "−")

    def check(self, node: Footnote, within: Resolution) -> Iterator[Diagnostic]:
        """Want “(United Nations publication, Sales No. …)”, and a dash between days."""
        text = folded(within.source[node.content])
        start = node.content.start
        for found in _DAYS.finditer(text):
            span = Span(*found.span("dash")).shift(start)
            message = f"{node.locator} should have a dash between the days"
            yield self.at(span, message, Fix.replace(span, "–", Safety.SAFE))
        for found in _SALES.finditer(text):
            if not found["before"].endswith((PUBLICATION, "publications, ")):
                span = Span(found.start("no") - len("Sales "), found.end()).shift(start)
                message = (
                    f"{node.locator} should have “{PUBLICATION}Sales No. "
                    f"{found['number']}”"
                )
                yield self.at(span, message)
