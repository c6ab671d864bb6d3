"""How a resolution speaks of itself."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Citation,
    Diagnostic,
    Fix,
    Passage,
    Preambular,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint_rules.patterns import Pattern
from resolint_rules.references.words import annexed, quoted, text_of

_THIS = Pattern(
    r"\b(?P<word>[Tt]his) (?:draft )?resolution\b",
    needles=("this resolution", "this d"),
)
_DEFINED = Pattern(r"\b[Ff]or (?:the )?purposes? of \Z")


class ThisResolution(Rule[Passage]):
    """A text that calls itself *this resolution*."""

    code = "REF025"
    name = "this-resolution"
    severity = Severity.WARNING
    profiles = EDITED
    needles = ("this",)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “the present resolution”."""
        text = text_of(node, within)
        for found in _THIS.finditer(text):
            start = found.start()
            if _DEFINED.search(text[max(0, start - 30) : start]):
                continue
            if annexed(node, within) or quoted(text, start, node, within):
                continue
            span = Span(*found.span("word")).shift(node.content.start)
            right = "The present" if found["word"][0] == "T" else "the present"
            # It may be one that was cited just before: a preamble speaks of others.
            other = any(
                isinstance(cited, Citation) and cited.span.end < span.start
                for cited in node.inline
            )
            doubt = other and isinstance(node, Preambular)
            words = found[0][len(found["word"]) :]
            yield self.at(
                span,
                f"{node.locator} should have “{right}{words}”, not “{found[0]}”",
                Fix.replace(span, right, Safety.UNSAFE if other else Safety.SAFE),
                severity=Severity.INFO if doubt else None,
            )
