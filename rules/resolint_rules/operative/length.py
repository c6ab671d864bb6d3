"""The length of operative paragraphs."""

from collections.abc import Iterator

from resolint import Diagnostic, Operative, Resolution, Rule, Severity

MOST = 200


class ParagraphLength(Rule[Operative]):
    """A very long paragraph without subparagraphs."""

    code = "OPN015"
    name = "paragraph-length"
    severity = Severity.INFO

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want 200 words at most, or a list."""
        # A quick bound: hardly a word has fewer than two letters and a space.
        if node.items or node.continuation or len(node.content) < 3 * MOST:
            return
        words = len(within.source[node.content].split())
        if words > MOST:
            message = (
                f"{node.locator} has {words} words and could be divided, or have "
                "subparagraphs: few have more than 130"
            )
            yield self.at(node.opening.span if node.opening else node.content, message)
