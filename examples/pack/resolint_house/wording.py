"""Words that the house does without."""

import re
from collections.abc import Iterator

from resolint import Diagnostic, Fix, Paragraph, Resolution, Rule, Severity, Span

_ROUNDABOUT = re.compile(r"\bin order to\b")


class PlainPurpose(Rule[Paragraph]):
    """A purpose that is said in three words."""

    code = "HSE001"
    name = "plain-purpose"
    severity = Severity.WARNING

    def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
        """Want “to” for “in order to”."""
        text = within.source[node.content]
        for found in _ROUNDABOUT.finditer(text):
            span = Span(*found.span()).shift(node.content.start)
            message = f"{node.locator} should have “to”, not “in order to”"
            yield self.at(span, message, Fix.replace(span, "to"))
