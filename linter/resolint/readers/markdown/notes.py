"""Notes: which labels have one, and in which order they are printed."""

import re
from collections.abc import Iterable, Sequence

from resolint.readers.layout import Token
from resolint.readers.markdown.blocks import Leaf
from resolint.regex import regex
from resolint.text import Style

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPT = regex(
    rf"(?P<sign>[{_RAISED}]+)|\^(?P<caret>[0-9]{{1,3}}|[a-z*†‡])\^"
    r"|<sup>[ ]*\[?(?P<tag>[0-9]{1,3}|[a-z*†‡])\]?[ ]*</sup>"
)
_FIGURES = str.maketrans(_RAISED, "0123456789")


def find_notes(text: str, leaves: Sequence[Leaf]) -> frozenset[str]:
    """Mark paragraphs that begin with a superscript as notes; return all labels.

    Such a paragraph is a note only if the superscript stands elsewhere too.
    """
    labels = {leaf.label for leaf in leaves if leaf.style is Style.NOTE}
    seen: dict[str, int] = {}
    for match in _SUPERSCRIPT.finditer(text):
        label = _label(match)
        seen[label] = seen.get(label, 0) + 1
    if not seen:
        return frozenset(labels)
    for leaf in leaves:
        if leaf.style is not Style.BODY or leaf.literal or leaf.marker:
            continue
        line = leaf.lines[0]
        match_or_none = _SUPERSCRIPT.match(text, line.start, line.end)
        if match_or_none is None or seen[_label(match_or_none)] < 2:
            continue
        label = _label(match_or_none)
        if label in labels:
            continue
        leaf.style, leaf.label = Style.NOTE, label
        leaf.lines[0] = line._replace(start=match_or_none.end())
        labels.add(label)
    return frozenset(labels)


def _label(match: re.Match[str]) -> str:
    return (match["sign"] or match["caret"] or match["tag"]).translate(_FIGURES)


def ordered(
    notes: Iterable[tuple[Leaf, list[Token]]], called: Sequence[str]
) -> list[tuple[Leaf, list[Token]]]:
    """Return the notes as the text calls them; those it does not call come last."""
    order: dict[str, int] = {}
    for label in called:
        order.setdefault(label, len(order))
    return sorted(notes, key=lambda note: order.get(note[0].label, len(order)))
