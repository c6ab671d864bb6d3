"""Full stops in the title line."""

from collections.abc import Iterator

from resolint import EDITED, Diagnostic, Fix, Resolution, Rule, Severity, Span
from resolint.regex import regex

# "Washington, D.C.", "Inc.": an abbreviation keeps its point.
ABBREVIATED = regex(r"(?:\.\w{1,3}|\b[A-Z]|\b(?:Inc|Ltd|Corp|Jr|Sr|No|etc|al))\.\Z")
INVISIBLE = " \t\u00a0\u00ad\u200b\u200e\u200f\ufeff"


class TitleStop(Rule[Resolution]):
    """A full stop at the end of the title, or none after the number."""

    code = "TIT002"
    name = "title-full-stop"
    severity = Severity.WARNING
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a full stop after the number, and none at the end."""
        title = node.title
        if title is None:
            return
        if title.number_span is not None:
            number = node.source[title.number_span].rstrip(INVISIBLE)
            if not number.endswith("."):
                end = title.number_span.start + len(number)
                span = Span(end, end)
                message = f"a full stop should follow the number {title.number}"
                yield self.at(span, message, Fix.replace(span, "."))
        words = node.source[title.content].rstrip(INVISIBLE)
        if words.endswith(".") and not ABBREVIATED.search(words):
            if words.endswith(".."):
                return
            end = title.content.start + len(words)
            span = Span(end - 1, end)
            message = "title should not end with a full stop"
            yield self.at(span, message, Fix.replace(span, ""))
