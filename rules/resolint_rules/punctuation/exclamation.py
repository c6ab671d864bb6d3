"""Exclamation marks and question marks."""

from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    Diagnostic,
    Paragraph,
    Passage,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
    Title,
)
from resolint.regex import regex
from resolint_rules.punctuation.marks import in_address, is_set_apart
from resolint_rules.spelling.names import is_quoted

_MARK = regex(r"(?<=[\w)’”])[!?]+(?=[\s;,.)]|$)")
_COURT = regex(r"\b(?:advisory opinion|International Court of Justice)\b")
_ASKED = regex(r"\bquestions?\b")
_ENTITLED = regex(r"\b(?:entitled|titled|called|theme|campaign|initiative)\b")
_NAMES = {"!": "exclamation mark", "?": "question mark"}


class NoExclamation(Rule[Passage]):
    """An exclamation mark, or a question mark where no court is asked."""

    code = "PUN009"
    name = "no-exclamation"
    severity = Severity.INFO
    severities = MappingProxyType({Profile.MUN: Severity.WARNING})
    needles = ("!", "?")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want neither, but in quotations, titles and questions to a court."""
        if not isinstance(node, Paragraph | Title):
            return
        text = within.source[node.content]
        if "!" not in text and "?" not in text:
            return
        for found in _MARK.finditer(text):
            at = found.start()
            mark = found[0][0]
            asked = mark == "?" and (
                _ASKED.search(text) or _COURT.search(within.source.text)
            )
            if asked:
                continue
            span = Span(*found.span()).shift(node.content.start)
            title = _ENTITLED.search(text, 0, at) and found.end() < len(text)
            if title or is_quoted(text, at, draft=within.label == "draft"):
                continue
            if in_address(text, at) or is_set_apart(within.source, span):
                continue
            message = f"{node.locator} should have no {_NAMES[mark]}"
            yield self.at(span, message)
