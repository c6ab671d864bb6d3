"""What of the markup is shown, and what is gone, hidden or said twice."""

from lxml.etree import _Element

from resolint.readers.word.names import child, kind, on, value
from resolint.readers.word.styles import Styles, marks

THROUGH = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml"}
    | {"bdo", "dir"}
)
"""What holds text but shows nothing itself; deleted and moved text is not among it."""


def chosen(element: _Element) -> _Element | None:
    """Return the one of a ``mc:AlternateContent`` that is shown."""
    choice = child(element, "mc:Choice")
    return child(element, "mc:Fallback") if choice is None else choice


def boxes(element: _Element) -> list[_Element]:
    """Return the contents of the text boxes in a drawing, each once."""
    found, todo = [], [element]
    while todo:
        each = todo.pop()
        if kind(each) == "txbxContent":
            found.append(each)
        elif kind(each) == "mc:AlternateContent":
            shown = chosen(each)
            todo += [] if shown is None else [shown]
        else:
            todo += reversed(each)
    return found


def hidden_mark(properties: _Element | None, styles: Styles, style: str) -> bool:
    """Whether a paragraph's mark is deleted or hidden, so that the next one goes on.

    A large first letter stands in a paragraph of its own, and goes on as well.
    """
    mark = child(properties, "rPr")
    if mark is not None and any(kind(each) in ("del", "moveFrom") for each in mark):
        return True
    if (value(child(properties, "framePr"), "dropCap") or "none") != "none":
        return True
    return styles.look(style, "", marks(mark)).hidden


def struck(element: _Element) -> bool:
    """Whether an element stands in text that is deleted or moved away."""
    return any(kind(each) in ("del", "moveFrom") for each in element.iterancestors())


def gone(properties: _Element | None) -> bool:
    """Whether a row or a cell is deleted, or hidden."""
    return properties is not None and any(
        kind(each) in ("del", "cellDel") or (kind(each) == "hidden" and on(each))
        for each in properties
    )
