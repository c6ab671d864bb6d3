"""The sign “&”."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint_rules.punctuation.marks import (
    in_address,
    is_set_apart,
    is_worded,
    word_set,
)
from resolint_rules.spelling.names import is_quoted

_SIGN = regex(r"(?P<before>[\w.’-]+),?\s+(?P<sign>&)\s+(?P<after>[\w.’-]+)")


class NoAmpersand(Rule[Passage]):
    """An ampersand in place of “and”."""

    code = "PUN010"
    name = "no-ampersand"
    severity = Severity.WARNING
    profiles = EDITED
    needles = ("&",)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “and”, but in the names of firms and in quotations."""
        if not is_worded(node):
            return
        text = within.source[node.content]
        if "&" not in text:
            return
        for found in _SIGN.finditer(text):
            before, after = found["before"], found["after"]
            span = Span(*found.span("sign")).shift(node.content.start)
            letters = len(before.strip(".")) == 1 and len(after.strip(".")) == 1
            if letters or after.lower() in word_set("firm"):
                continue
            if is_quoted(text, found.start(), draft=within.label == "draft"):
                continue
            if in_address(text, found.start()) or is_set_apart(within.source, span):
                continue
            named = before[:1].isupper() and after[:1].isupper()
            safety = Safety.UNSAFE if named else Safety.SAFE
            message = f"{node.locator} should have “and”, not an ampersand"
            yield self.at(span, message, Fix.replace(span, "and", safety))
