"""The United Nations in titles."""

from collections.abc import Iterator

from resolint import EDITED, Diagnostic, Fix, Resolution, Rule, Safety, Severity, Span
from resolint.grammar.space import folded
from resolint.regex import regex

# Not "UN-Women", not an address.
SHORT = regex(r"(?<![\w./(])(?:UN|U\. ?N\.|UNO|U\.N\.O\.)(?![\w/-]|\.\w)")
NAME = regex(r" [A-Z\d]")


class TitleShortName(Rule[Resolution]):
    """“UN” for the United Nations in the title."""

    code = "TIT006"
    name = "title-united-nations"
    severity = Severity.WARNING
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the name in full."""
        if node.title is None:
            return
        text = folded(node.source[node.title.content])
        for found in SHORT.finditer(text):
            span = Span(*found.span()).shift(node.title.content.start)
            message = f"title should have “United Nations”, not “{found[0]}”"
            # "UN Tourism" is what a body calls itself.
            named = NAME.match(text, found.end())
            safety = Safety.UNSAFE if named else Safety.SAFE
            yield self.at(span, message, Fix.replace(span, "United Nations", safety))
