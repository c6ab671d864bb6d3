"""Another date in the lines that say when a text was adopted."""

from collections.abc import Iterable
from datetime import date

from resolint import Day, Field, Fix, Organ, Resolution, Safety
from resolint_rules.metadata.calendar import day_words
from resolint_rules.references.facts import adoption
from resolint_rules.references.verdicts import dated


def published(organ: Organ, number: str, there: date) -> date | None:
    """Return the day of adoption in the masthead of an act, as it was published.

    None if more than the year differs: then the number may be what is wrong.
    """
    known = adoption(organ, "resolution", number)
    if known is None or not known.own:
        return None
    same = (known.day.month, known.day.day) == (there.month, there.day)
    return known.day if same else None


def redated(
    within: Resolution, lines: Iterable[Field], right: date | None, *, sure: bool
) -> Fix | None:
    """Return a fix that writes the right date in some lines; None where it is unknown.

    ``sure`` is whether the masthead of the act, as it was published, has that date.
    """
    trusted = Safety.SAFE if sure else Safety.UNSAFE
    edits = [
        edit
        for line in lines
        for node in line.inline
        if isinstance(node, Day) and right
        for edit in dated(node.span, within, right, trusted).edits
    ]
    if right is None or not edits:
        return None
    return Fix(f"Write “{day_words(right)}”", tuple(edits), trusted)
