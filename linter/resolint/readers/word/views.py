"""Views of tracked changes: the tree of a part as it reads in each of them.

What reads a part reads all changes as accepted. The original is what is read when each
change is turned round first: what was inserted counts as deleted, what was deleted as
inserted, and the old properties take the place of the new.
"""

import re
from collections.abc import Mapping

from lxml.etree import Element, SubElement, _Element

from resolint.readers.word.formats import printed
from resolint.readers.word.names import child, every, kind, value
from resolint.readers.word.shown import struck
from resolint.text import View

_TURNED = {
    "ins": "del",
    "del": "ins",
    "moveTo": "moveFrom",
    "moveFrom": "moveTo",
    "cellIns": "cellDel",
    "cellDel": "cellIns",
}
_STANDING = {"del": "ins", "moveFrom": "moveTo", "cellDel": "cellIns"}
_WORDS = {"delText": "t", "delInstrText": "instrText"}
_PROPERTIES = {"rPrChange": "rPr", "pPrChange": "pPr"}
_CHANGES = (*_TURNED, *_PROPERTIES, "numberingChange")
# A mark of a paragraph comes and goes by itself; its old properties do not say so.
_STAYING = {
    "rPr": frozenset({"ins", "del", "moveTo", "moveFrom"}),
    "pPr": frozenset({"rPr", "sectPr"}),
}
_FORMS = ("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter")
_NUMBER = re.compile(r"%[1-9]:(\d{1,9}):(\d{1,3}):([^%]*)")


def changes(root: _Element) -> int:
    """Return how many tracked changes of words and their looks a part has."""
    return sum(1 for _ in every(root, *_CHANGES))


def turn(root: _Element, view: View) -> None:
    """Change the tree of a part so that the view of it is what is read."""
    match view:
        case View.ORIGINAL:
            _show_deleted(root)
            for each in [*every(root, *_PROPERTIES)]:
                _restore(each)
            for each in [*every(root, "numPr")]:
                _renumber(each)
            _rename(root, _TURNED)
        case View.ALL:
            _show_deleted(root)
            _rename(root, _STANDING)


def _show_deleted(root: _Element) -> None:
    for each in [*every(root, *_WORDS)]:
        if struck(each):
            _call(each, _WORDS[kind(each)])


def _rename(root: _Element, names: Mapping[str, str]) -> None:
    for each in [*every(root, *names)]:
        _call(each, names[kind(each)])


def _call(element: _Element, name: str) -> None:
    namespace, brace, _ = element.tag.rpartition("}")
    element.tag = f"{namespace}{brace}{name}"


def _restore(change: _Element) -> None:
    """Put the old properties of a run or a paragraph in the place of the new."""
    now, name = change.getparent(), _PROPERTIES[kind(change)]
    old = child(change, name)
    if now is None or kind(now) != name:
        return
    staying = _STAYING[name]
    kept = [each for each in now if kind(each) in staying]
    back = [each for each in ([] if old is None else old) if kind(each) not in staying]
    now[:] = [*back, *kept]


def _renumber(place: _Element) -> None:
    """Give a paragraph the number that it had, where its number was changed.

    The number is written before its words: of the list that it stood in, the file may
    know nothing any more.
    """
    properties, change = place.getparent(), child(place, "numberingChange")
    if change is None:
        if child(place, "ins") is not None and properties is not None:
            properties.remove(place)
        return
    label = "".join(
        _label(int(match[1]), int(match[2])) + match[3]
        for match in _NUMBER.finditer(value(change, "original") or "")
    ).strip()
    place[:] = []
    word = change.tag.rpartition("}")[0] + "}"
    SubElement(place, f"{word}numId").set(f"{word}val", "0")
    if label and properties is not None:
        run = Element(f"{word}r")
        SubElement(run, f"{word}t").text = label
        SubElement(run, f"{word}tab")
        properties.addnext(run)


def _label(number: int, form: int) -> str:
    return printed(number, _FORMS[form] if form < len(_FORMS) else "none")
