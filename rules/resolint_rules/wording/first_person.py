"""We, outside declarations."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Item,
    Operative,
    Preambular,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.names import is_quoted

# “The ocean we want” is a motto.
_WE = Pattern(
    r"(?:\bwe\b(?! (?:want|need)\b)|\bus\b|\bourselves\b"
    r"|(?:\A|(?<=[.;:] ))We\b)(?![/’-])",
    needles=("we ", "we,", "us ", "us,", "us.", "us;", "ourselves"),
)


class FirstPerson(Rule[Preambular | Operative | Item]):
    """A resolution that says “we”."""

    code = "WRD020"
    name = "first-person"
    severity = Severity.WARNING
    profiles = EDITED
    needles = ("we", "us", "ourselves")

    def check(
        self, node: Preambular | Operative | Item, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Want the organ as the subject; it has no “we” outside quotations."""
        text = folded(within.source[node.content])
        for found in _WE.finditer(text):
            if is_quoted(text, found.start(), draft=within.label == "draft"):
                continue
            span = Span(*found.span()).shift(node.content.start)
            if within.source.emphasis_in(span) and not found[0][0].isupper():
                continue
            yield self.at(
                span,
                f"{node.locator} should speak of the organ, not of “{found[0]}”",
            )
