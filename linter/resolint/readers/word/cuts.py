"""Runs divided, so that what is to be marked stands in elements of its own.

The left part of what is divided keeps its element. Whoever cuts from the end of a text
to its start can therefore go on to name places as they were before.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count

from lxml.etree import _Element

from resolint.readers.word.names import child, kind

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OUTER = " \t\r\n"


def word(element: _Element, name: str) -> str:
    """Return a name of Word's own, in the edition that an element is written in."""
    return f"{element.tag.rpartition('}')[0]}}}{name}"


@dataclass(slots=True)
class Cuts:
    """The cuts made in the runs of a file."""

    numbers: "count[int]"
    """Identifiers that no tracked change has yet."""
    tails: dict[tuple[_Element, int], _Element] = field(default_factory=dict)
    """What was cut off: from which element, and where."""
    doomed: list[_Element] = field(default_factory=list)
    """The runs to take out when all else is done."""

    def begin(self, element: _Element, offset: int) -> _Element:
        """Return the run that begins at an offset in the shown text of an element."""
        if (element, offset) in self.tails:
            return _parent(self.tails[element, offset])
        if offset:
            self._halve(element, offset)
            return _parent(self.tails[element, offset])
        run = _parent(element)
        first = next(each for each in run if kind(each) != "rPr")
        return run if first is element else self._divide(run, run.index(element))

    def end(self, element: _Element, offset: int) -> _Element:
        """Return the run that ends at an offset, from 1, in the shown text."""
        run = _parent(element)
        if kind(element) == "t" and offset < len(_shown(element)):
            self._halve(element, offset)
        elif run[-1] is not element:
            self._divide(run, run.index(element) + 1)
        return run

    def apart(self, element: _Element, start: int, end: int) -> _Element:
        """Return the run that holds a range of the shown text of an element alone."""
        self.end(element, end)
        return self.begin(element, start)

    def split(self, container: _Element, at: int) -> None:
        """Divide what holds runs, an insertion say, before one of its children."""
        rest = alike(container)
        rest.extend([*container][at:])
        identifier = word(container, "id")
        if identifier in rest.attrib:
            rest.set(identifier, str(next(self.numbers)))
        container.addnext(rest)

    def _halve(self, element: _Element, offset: int) -> None:
        text = _shown(element)
        tail = deepcopy(element)
        element.text, tail.text = text[:offset], text[offset:]
        element.set(SPACE, "preserve")
        tail.set(SPACE, "preserve")
        element.addnext(tail)
        self.tails[element, offset] = tail
        run = _parent(tail)
        self._divide(run, run.index(tail))

    def _divide(self, run: _Element, at: int) -> _Element:
        rest = alike(run)
        properties = child(run, "rPr")
        moved = [*run][at:]
        if properties is not None:
            rest.append(deepcopy(properties))
            change = child(rest, "rPr", "rPrChange")
            if change is not None:
                change.set(word(change, "id"), str(next(self.numbers)))
        rest.extend(moved)
        run.addnext(rest)
        return rest


def alike(element: _Element) -> _Element:
    """Return a new element with the name and the attributes of one."""
    made = element.makeelement(element.tag)
    for name, said in element.attrib.items():
        made.set(name, said)
    return made


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError("an element that was taken out")
    return parent


def _shown(element: _Element) -> str:
    """Return the text that an element shows: outer white space may not count."""
    text = element.text or ""
    root = element.getroottree().getroot()
    kept = "preserve" in (element.get(SPACE), root.get(SPACE))
    return text if kept else text.strip(_OUTER)
