"""Which words of a text are the drafter's own."""

from resolint import Annex, Field, Node, Passage, Resolution, Span
from resolint.grammar.space import folded
from resolint_rules.spelling.names import is_quoted


def text_of(node: Passage, within: Resolution) -> str:
    """Return the words of a passage, folded; nothing for a line of names and figures.

    An offset in it is one in the passage.
    """
    return "" if isinstance(node, Field) else folded(within.source[node.content])


def quoted(text: str, at: int, node: Passage, within: Resolution) -> bool:
    """Whether an offset of a passage is in a quotation, or in a title in italics."""
    if is_quoted(text, at, draft=within.label == "draft"):
        return True
    place = Span(at, at + 1).shift(node.content.start)
    # An opening phrase ends before it reaches a reference.
    return any(
        place.meets(run.span) and within.source.text[run.span.start].isupper()
        for run in within.source.emphasis_in(place)
    )


def annexed(node: Node, within: Resolution) -> bool:
    """Whether a passage stands in an annex, which is a text of its own."""
    return any(_holds(annex, node) for annex in within.annexes)


def _holds(annex: Annex, node: Node) -> bool:
    return node.span in annex.span
