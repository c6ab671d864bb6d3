"""How the text before a list ends."""

from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Has,
    Operative,
    Organ,
    Preambular,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint_rules.endings import ending
from resolint_rules.subparagraphs.lists import series

FIGURE = regex(r"\d")


class ListIntroduction(Rule[Operative | Preambular]):
    """The text before a list that does not end with a colon."""

    code = "SUB002"
    name = "list-introduction"
    severities = MappingProxyType({Profile.SC: Severity.INFO})
    profiles = UNITED_NATIONS
    when = frozenset({Has.BELOW})

    def check(
        self, node: Operative | Preambular, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Want a colon where a list begins."""
        found = series(node, within)
        if found is None or found.first > 1:
            return
        end = ending(within.source, node)
        # “Reaffirming” alone may stand above its list, and “3.” above “(a)”.
        opening = node.opening.span.end if node.opening else node.content.start
        if end.end <= opening or ":" in (end.mark, end.inside):
            return
        # A list of line items may come behind a full sentence; in the Security
        # Council other items too.
        if end.mark in ".;" and _line_items(within, node):
            return
        yield self.at(
            end.span if len(end.span) else Span(end.end, end.end),
            f"{node.locator} should end with a colon before its list{end.found}",
            end.fix(":", Safety.UNSAFE),
        )


def _line_items(within: Resolution, node: Operative | Preambular) -> bool:
    """Whether the items of a list are entries, not members of the sentence above.

    Each has a sum or another figure in it, and none says what is “to” be done.
    """
    figures = within.organ is not Organ.SC
    words = [within.source[item.content] for item in node.items]
    return not any(
        entry.startswith(("To ", "to ")) or (figures and not FIGURE.search(entry))
        for entry in words
    )
