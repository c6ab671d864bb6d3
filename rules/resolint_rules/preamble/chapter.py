"""Where a text says that the Council acts under Chapter VII."""

from collections.abc import Iterator

from resolint import Diagnostic, Profile, Resolution, Rule, Severity, Span
from resolint.grammar.space import folded
from resolint.regex import regex

ACTING = regex(r"Acting under Chapter VII\b(?: of the Charter(?: of the \w+ \w+)?)?")


class ChapterLast(Rule[Resolution]):
    """“Acting under Chapter VII” before other paragraphs of the preamble."""

    code = "PRE011"
    name = "chapter-vii-last"
    severity = Severity.WARNING
    profiles = (Profile.SC,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want it right above the operative part."""
        for paragraph in node.preamble[:-1]:
            found = ACTING.match(folded(node.source[paragraph.content]))
            if found and node.operative:
                span = Span(*found.span()).shift(paragraph.content.start)
                message = (
                    f"{paragraph.locator}, “Acting under Chapter VII”, should be the "
                    "last paragraph of the preamble"
                )
                yield self.at(span, message)
