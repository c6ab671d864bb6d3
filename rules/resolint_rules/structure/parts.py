"""What the rules on structure ask of a document before they say that a part lacks."""

from resolint import Day, Field, Masthead, Organ, Passage, Resolution, Title

LEADING = ("adoption", "information", "sponsors", "number")
"""The lines that stand right above a title."""


def above(resolution: Resolution) -> Field | None:
    """Return the last line of the masthead above the enacting line, or None."""
    if resolution.enacting is None:
        return None
    start = resolution.enacting.span.start
    fields = [line for line in resolution.masthead.fields if line.span.end <= start]
    return max(fields, key=lambda line: line.span, default=None)


def is_adopted(resolution: Resolution) -> bool:
    """Whether it is surely a whole text as published: adoption line to paragraphs."""
    return (
        resolution.whole
        and resolution.enacting is not None
        and resolution.masthead.field("adoption") is not None
        and bool(resolution.operative)
        and not resolution.parts
    )


def where(passage: Passage) -> str:
    """Say where a passage is, to be put after *in*: ``paragraph 3``, ``the title``."""
    article = "the " if isinstance(passage, Field | Title) else ""
    return f"{article}{passage.locator}"


def day_of(passage: Passage) -> Day | None:
    """Return the last date in a line, or None."""
    days = [node for node in passage.inline if isinstance(node, Day)]
    return days[-1] if days and days[-1].value else None


def organs_of(masthead: Masthead) -> set[str]:
    """Return the organs that a masthead names."""
    named = {line.value for line in masthead.fields if line.name == "organ"}
    return named & set(Organ)
