"""A paragraph with all that belongs to it."""

from collections.abc import Iterator

from resolint import Paragraph, Passage, Resolution, SessionWords
from resolint_rules.once import once

_LEAD = 1000
"""So much of what comes before a subparagraph may say who is spoken of."""


@once
def with_sessions(node: Resolution) -> list[tuple[Passage, str]]:
    """Return the lines of the operative part that name a session, and what leads."""
    return [
        found
        for paragraph in node.operative
        if any(map(_has_session, paragraph.lines()))
        for found in passages(paragraph, node)
        if _has_session(found[0])
    ]


def _has_session(passage: Passage) -> bool:
    return any(isinstance(each, SessionWords) for each in passage.inline)


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
