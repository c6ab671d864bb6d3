"""Short forms: (hereinafter “the Agreement”)."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Edit,
    Fix,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern

_WORD = r"\b(?:hereinafter|hereafter|henceforth)"
_SHORT = Pattern(
    rf"(?:\({_WORD},? (?:referred to as |known as |called )?(?P<short>(?:the )?[A-Z0-9]"
    r"[^()“”\"]{1,60})\)"
    rf"|, {_WORD} (?:referred to as |known as |called )?(?P<loose>(?:the )[A-Z0-9]"
    r"[^,;()“”\"]{1,60})(?=,))",
    needles=("hereinafter", "hereafter", "henceforth"),
)


class ShortForm(Rule[Passage]):
    """A short form that is given without quotation marks."""

    code = "WRD021"
    name = "short-form"
    severity = Severity.INFO
    profiles = (Profile.SC,)
    needles = ("hereinafter", "hereafter", "henceforth")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want quotation marks about what something is called from here on."""
        text = folded(within.source[node.content])
        for found in _SHORT.finditer(text):
            group = "short" if found["short"] else "loose"
            span = Span(*found.span(group)).shift(node.content.start)
            edits = (
                Edit(Span(span.start, span.start), "“"),
                Edit(Span(span.end, span.end), "”"),
            )
            yield self.at(
                span,
                f"“{found[group]}” in {node.locator} should be in quotation marks",
                Fix("Put it in quotation marks", edits, Safety.UNSAFE),
            )
