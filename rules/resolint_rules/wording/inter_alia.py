"""Inter alia: two words, and the commas about it."""

from collections.abc import Iterator

from resolint import Diagnostic, Passage, Resolution, Rule, Severity, Span
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.names import is_quoted

_ALIA = Pattern(
    r"(?i)(?P<before>,?)(?P<gap> ?)\b(?P<words>inter[ -]?alias?)\b(?P<after>,?)",
    needles=("alia",),
)
# Before these the comma behind may be left out: “, inter alia by”.
_RUNS_ON = regex(
    r" (?:by|through|and|or|in|at|to|on|with|under|about|for|from|of|as|via|within"
    r"|during|between|among|against|into|regarding|concerning|because|where|when"
    r"|that|if|[a-z]+ing)\b"
)


class InterAlia(Rule[Passage]):
    """Inter alia with a hyphen, or with one comma where it has two."""

    code = "WRD016"
    name = "inter-alia"
    severity = Severity.INFO
    needles = ("alia", "alias", "interalia", "interalias")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want two words, and a comma on either side or on none."""
        text = folded(within.source[node.content])
        for found in _ALIA.finditer(text):
            start, end = found.span("words")
            if is_quoted(text, start, draft=within.label == "draft"):
                continue
            span = Span(start, end).shift(node.content.start)
            words = found["words"]
            if words.lower() != "inter alia":
                yield self.at(
                    span, f"{node.locator} should have “inter alia”, not “{words}”"
                )
            # What is not joined to words before it needs no comma there.
            elif not text[:start].rstrip()[-1:].isalnum() and not found["before"]:
                continue
            elif found["before"] and not found["after"]:
                if text[end : end + 1] == " " and not _RUNS_ON.match(text, end):
                    yield self.at(
                        span, f"{node.locator} should have a comma behind “inter alia”"
                    )
            elif found["after"] and not found["before"]:
                yield self.at(
                    span, f"{node.locator} should have a comma before “inter alia”"
                )
