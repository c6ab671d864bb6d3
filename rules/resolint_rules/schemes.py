"""The forms of numbers that a text uses."""

from resolint import (
    Item,
    Marker,
    Operative,
    Other,
    Passage,
    Preambular,
    Resolution,
    Source,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern

LABEL = Pattern(
    r"[\[(“ ]*(?P<label>[OP]P ?\d{1,3}(?: ?(?:bis|ter|quat(?:er)?|alt))?\b"
    r"|(?:\d{1,3}\.?|\([a-z]+\)) ?(?:bis|ter|quater|alt)\b\.?"
    r"|\([a-z]+ (?:bis|ter|quater|alt)\))"
)
"""What delegates call a paragraph while they negotiate: PP3, OP5, 5 bis."""


def labelled(source: Source, line: Passage) -> bool:
    """Whether a line begins with the label of a working draft."""
    return LABEL.match(folded(source[line.span])) is not None


def mixed(node: Resolution) -> bool:
    """Whether a text numbers its lines in several forms besides the ordinary one.

    What is a paragraph then, and what an item, is a guess: a number that is written
    anew may change how the lines around it are read.
    """
    markers: list[Marker | None] = []
    for child in node.walk():
        match child:
            case Preambular(number=marker):
                markers.append(marker)
            case Operative(marker=marker) | Item(marker=marker) | Other(marker=marker):
                markers.append(marker)
            case _:
                pass
    forms = {
        marker.form
        for marker in markers
        if marker and (marker.value.isdigit() or marker.value.isupper())
    }
    return len(forms - {"1."}) > 1
