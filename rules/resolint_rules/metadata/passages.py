"""A paragraph with all that belongs to it."""

from collections.abc import Iterator

from resolint import Paragraph, Passage, Resolution

_LEAD = 1000
"""So much of what comes before a subparagraph may say who is spoken of."""


def passages(
    node: Paragraph, within: Resolution, lead: str = ""
) -> Iterator[tuple[Passage, str]]:
    """Yield a paragraph and what belongs to it, each with what leads to it."""
    yield node, lead
    below = f"{lead}{within.source[node.content]} "[-_LEAD:]
    for item in node.items:
        yield from passages(item, within, below)
    for passage in node.continuation:
        yield passage, below
