"""Parts of sessions: the main part of a session, a resumed session."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
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
from resolint_rules.spelling.names import is_quoted

_ORDINAL = r"[a-z]+(?:-[a-z]+){0,2}(?:st|nd|rd|th)"
_RESUMED = Pattern(
    rf"\b(?P<which>{_ORDINAL}) resumed session\b",
    needles=("resumed session",),
)
_MAIN = Pattern(
    rf"\bmain part of (?P<which>{_ORDINAL}) session\b",
    needles=("main part of",),
)
_WHOLE = Pattern(
    rf"\b(?P<said>main session) of (?:its|the) (?P<which>{_ORDINAL})\b",
    needles=("main session of",),
)


class SessionPhrases(Rule[Passage]):
    """A part of a session by a name that it does not have."""

    code = "WRD014"
    name = "session-phrases"
    severity = Severity.INFO
    profiles = (Profile.GA,)
    needles = ("resumed", "main")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “resumed seventy-ninth session” and “main part of the … session”."""
        text = folded(within.source[node.content])
        for pattern in (_RESUMED, _MAIN, _WHOLE):
            for found in pattern.finditer(text):
                if is_quoted(text, found.start(), draft=within.label == "draft"):
                    continue
                said = "said" if pattern is _WHOLE else 0
                right = {
                    _RESUMED: f"resumed {found['which']} session",
                    _MAIN: f"main part of the {found['which']} session",
                    _WHOLE: "main part",
                }[pattern]
                span = Span(*found.span(said)).shift(node.content.start)
                message = f"{node.locator} should have “{right}”, not “{found[said]}”"
                yield self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))
