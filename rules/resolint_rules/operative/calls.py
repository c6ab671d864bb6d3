"""*Calls upon*, not *Calls on*."""

import re
from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Operative,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint_rules.patterns import Pattern

_ON = Pattern(
    r"(?:(?:also|further|once|again|strongly|urgently)\s+)*"
    r"calls(?:\s+(?:also|further|once|again|urgently|strongly))*\s+(?P<on>on)\b"
    r"(?!\s+behalf)",
    re.IGNORECASE,
)


class CallsUpon(Rule[Operative]):
    """A paragraph that opens with *Calls on*."""

    code = "OPN011"
    name = "calls-upon"
    severity = Severity.WARNING
    profiles = EDITED
    needles = ("calls",)

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want “upon” behind “Calls”."""
        found = _ON.match(within.source.text, node.content.start)
        if found is None or found.end() > node.content.end:
            return
        span = Span(*found.span("on"))
        words = " ".join(found[0].split())
        yield self.at(
            span,
            f"{node.locator} should open with “{words[:-2]}upon”, not “{words}”",
            Fix.replace(span, "upon"),
        )
