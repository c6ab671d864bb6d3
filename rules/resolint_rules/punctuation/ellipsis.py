"""Points of ellipsis."""

from collections.abc import Iterator

from resolint import Diagnostic, Paragraph, Passage, Resolution, Rule, Severity, Span
from resolint.regex import regex
from resolint_rules.spelling.names import is_quoted

_POINTS = regex(r"…|(?<!\.)\.\.\.(?!\.)|(?<![. ])\. \. \.(?! ?\.)")


class NoEllipsis(Rule[Passage]):
    """Points of ellipsis outside a quotation."""

    code = "PUN011"
    name = "no-ellipsis"
    severity = Severity.INFO

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want none, but where words of a quotation are left out."""
        if not isinstance(node, Paragraph):
            return
        text = within.source[node.content]
        if "…" not in text and ". ." not in text and "..." not in text:
            return
        for found in _POINTS.finditer(text):
            # A number that is still to come, “79/…”, is the business of STR016.
            if text[: found.start()].endswith("/"):
                continue
            if is_quoted(text, found.start(), draft=within.label == "draft"):
                continue
            span = Span(*found.span()).shift(node.content.start)
            message = f"{node.locator} should have no ellipsis outside a quotation"
            yield self.at(span, message)
