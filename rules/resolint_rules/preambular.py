"""Lines that open and end as paragraphs of the preamble do."""

from resolint import Item, Other, Preambular, Source
from resolint_rules.endings import ending
from resolint_rules.verbs import WORD, participles


def resembles_preambular(source: Source, line: Item | Other) -> bool:
    """Whether a line opens with a participle and ends with a comma."""
    if isinstance(line, Item) and line.items:
        return False
    word = WORD.match(source.text, line.content.start)
    known = word is not None and word[0].lower() in participles()
    return known and ending(source, line).mark == ","


def lettered(source: Source, paragraph: Preambular) -> bool:
    """Whether what is lettered below a paragraph are paragraphs, not its items.

    A list has a colon, or the bare participle, above it.
    """
    return (
        bool(paragraph.items)
        and ending(source, paragraph).mark in (",", ";", ".")
        and all(resembles_preambular(source, item) for item in paragraph.items)
    )
