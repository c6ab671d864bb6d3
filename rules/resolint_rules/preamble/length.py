"""The length of the preamble and of its paragraphs."""

from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Resolution,
    Rule,
    Severity,
)

MOST_PARAGRAPHS = 60
MOST_WORDS = 150


class PreambleLength(Rule[Resolution]):
    """A preamble of very many paragraphs, or a very long paragraph of one."""

    code = "PRE014"
    name = "preamble-length"
    severity = Severity.INFO
    profiles = UNITED_NATIONS

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want 60 paragraphs at most, and 150 words in each."""
        count = len(node.preamble)
        if count > MOST_PARAGRAPHS and node.enacting is not None:
            message = (
                f"preamble has {count} paragraphs: half of the published ones have "
                "14 or fewer"
            )
            yield self.at(node.enacting.name, message)
        for paragraph in node.preamble:
            # A quick bound: hardly a word has fewer than two letters and a space.
            if paragraph.items or len(paragraph.content) < 3 * MOST_WORDS:
                continue
            words = len(node.source[paragraph.content].split())
            if words > MOST_WORDS:
                message = (
                    f"{paragraph.locator} has {words} words and could be divided: "
                    "few have more than 120"
                )
                span = paragraph.opening.span if paragraph.opening else None
                yield self.at(span or paragraph.content, message)
