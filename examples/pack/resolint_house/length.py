"""How long a resolution may be."""

from collections.abc import Iterator
from dataclasses import dataclass

from resolint import Diagnostic, Resolution, Rule, Severity


@dataclass(frozen=True, kw_only=True)
class ShortText(Rule[Resolution]):
    """A resolution of too many operative paragraphs."""

    code = "HSE002"
    name = "short-text"
    severity = Severity.WARNING

    most: int = 40
    """How many operative paragraphs there may be."""

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want no more than so many."""
        count = len(node.operative)
        if count > self.most:
            first = node.operative[self.most]
            yield self.at(
                first.marker.span if first.marker else first.content,
                f"the resolution has {count} operative paragraphs, and should have "
                f"{self.most} at most",
            )
