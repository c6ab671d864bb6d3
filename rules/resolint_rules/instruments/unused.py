"""Letters that are given for a name and never used."""

import re
from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Paragraph,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.instruments.acronyms import explained
from resolint_rules.spelling.names import is_quoted


class UnusedAcronym(Rule[Resolution]):
    """Letters in parentheses behind a name that the text does not come back to."""

    code = "TRE009"
    name = "unused-acronym"
    severity = Severity.INFO

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the letters again somewhere, annexes and notes included."""
        if not node.whole:
            return
        text = folded(node.source.text)
        alone = [
            found
            for found in explained(text)
            if len(re.findall(rf"\b{found['letters']}(?:s\b|\b)", text)) == 1
        ]
        if not alone:
            return
        passages = [each for each in node.walk() if isinstance(each, Paragraph)]
        for found in alone:
            span = Span(*found.span("whole"))
            for each in passages:
                if span in each.content:
                    words = folded(node.source[each.content])
                    if not is_quoted(words, span.start - each.content.start):
                        message = (
                            f"{each.locator} explains “{found['letters']}”, which"
                            " the text does not use again"
                        )
                        fix = Fix.replace(span, "", Safety.UNSAFE)
                        yield self.at(span, message, fix)
