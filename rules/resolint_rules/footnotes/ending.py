"""How footnotes end."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Footnote,
    Resolution,
    Rule,
    Severity,
    Shows,
    Span,
)

MARKS = {";": "a semicolon", ",": "a comma", ":": "a colon"}
ENOUGH = ".?!…"
CLOSING = "”’\"'»)]>"
INVISIBLE = "\u00ad\u200b\u200e\u200f\ufeff \t\u00a0"


class FootnoteEnding(Rule[Footnote]):
    """A note without a full stop."""

    code = "FNT003"
    name = "footnote-ending"
    severity = Severity.WARNING
    profiles = EDITED
    needs = frozenset({Shows.NOTES})

    def check(self, node: Footnote, within: Resolution) -> Iterator[Diagnostic]:
        """Want a full stop at the end, inside a closing quotation mark or after it."""
        words = within.source[node.content].rstrip(INVISIBLE)
        inside = words.rstrip(CLOSING)
        if not words or inside[-1:] in ENOUGH:
            return
        end = node.content.start + len(words)
        message = f"{node.locator} should end with a full stop"
        if mark := MARKS.get(words[-1]):
            span = Span(end - 1, end)
            yield self.at(span, f"{message}, not {mark}", Fix.replace(span, "."))
        else:
            span = Span(end, end)
            yield self.at(span, message, Fix.replace(span, "."))
