"""Footnote indicators and marks of punctuation."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Edit,
    Field,
    Fix,
    Has,
    Passage,
    Resolution,
    Rule,
    Severity,
    Shows,
    Span,
)

MARKS = {",": "the comma", ";": "the semicolon", ".": "the full stop", ":": "the colon"}


class IndicatorAfterMark(Rule[Passage]):
    """An indicator before a comma, a semicolon, a colon or a full stop."""

    code = "PUN013"
    name = "indicator-after-mark"
    severity = Severity.WARNING
    profiles = EDITED
    needs = frozenset({Shows.NOTES})
    when = frozenset({Has.CALLS})

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the indicator behind the mark, with no space before it."""
        if not node.calls or isinstance(node, Field):
            return
        text = within.source.text
        places = {call.at for call in node.calls}
        for call in node.calls:
            at = call.at
            mark = text[at : at + 1]
            if mark not in MARKS or not node.content.start < at < node.content.end:
                continue
            # A comma between two indicators is raised with them; “etc.⁵,” has a mark.
            if at + 1 in places or text[at - 1] in MARKS or text[at - 1].isspace():
                continue
            span = Span(at, at + 1)
            message = (
                f"{node.locator} should call note {call.label} after {MARKS[mark]}"
            )
            edits = (Edit(Span(at, at), mark), Edit(span, ""))
            title = f"Put the indicator after {MARKS[mark]}"
            yield self.at(span, message, Fix(title, edits))
