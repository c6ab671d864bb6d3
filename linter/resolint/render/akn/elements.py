"""Elements: made, given names of their own, set out and written."""

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WHITE = re.compile("[\x0b\x0c\x1c-\x1f\x85\r\n\u2028\u2029]")
_BAD = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]"
)
_MIXED = frozenset({"p", "num", "heading", "subheading", "crossHeading"})
"""Elements that hold words: white space in them counts."""


def element(
    name: str, parent: _Element | None = None, /, **attributes: str
) -> _Element:
    """Make an element, the last in its parent; a name in Python may end in ``_``."""
    tag = f"{{{NAMESPACE}}}{name}"
    said = {key.rstrip("_"): shown(value) for key, value in attributes.items() if value}
    if parent is None:
        return etree.Element(tag, said, nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    return etree.SubElement(parent, tag, said)


def paragraph(parent: _Element, class_: str = "") -> _Element:
    """Make a ``p`` whose white space counts."""
    made = element("p", parent, class_=class_)
    made.set(_SPACE, "preserve")
    return made


def rename(made: _Element, name: str) -> None:
    """Make an element one of another name."""
    made.tag = f"{{{NAMESPACE}}}{name}"


def is_a(made: _Element, *names: str) -> bool:
    """Whether an element has one of some names."""
    return str(made.tag).rpartition("}")[2] in names


def say(parent: _Element, words: str) -> None:
    """Add words behind all that an element holds."""
    words = shown(words)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def shown(words: str) -> str:
    """Return words as XML can hold them: without the characters that it forbids."""
    return _BAD.sub("", _WHITE.sub(" ", words))


@dataclass(slots=True)
class Names:
    """The names of elements (``eId``): each is given once in a file."""

    given: set[str] = field(default_factory=set)
    counted: dict[str, int] = field(default_factory=dict)
    again: dict[str, int] = field(default_factory=dict)
    """How often a name was wanted that is given."""
    last: int = 0

    def next(self, kind: str) -> str:
        """Return a name with the next number that all blocks share: ``para_25``."""
        self.last += 1
        return self.own(f"{kind}_{self.last}")

    def count(self, kind: str) -> str:
        """Return a name with a number that its kind alone has: ``authorialNote_3``."""
        self.counted[kind] = self.counted.get(kind, 0) + 1
        return self.own(f"{kind}_{self.counted[kind]}")

    def own(self, wanted: str) -> str:
        """Return a name, with a number behind it if it is given already."""
        name = wanted
        while name in self.given:
            self.again[wanted] = self.again.get(wanted, 1) + 1
            name = f"{wanted}_{self.again[wanted]}"
        self.given.add(name)
        return name


def written(root: _Element) -> str:
    """Return the file, set out with one element a line where no words stand."""
    _set_out(root)
    text: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _set_out(root: _Element) -> None:
    waiting = [(root, 0)]
    while waiting:
        made, depth = waiting.pop()
        if is_a(made, "authorialNote") or not len(made):
            continue
        mixed = is_a(made, *_MIXED)
        for child in made:
            if mixed and not is_a(child, "embeddedStructure"):
                continue
            if not mixed:
                child.tail = "\n" + "  " * (depth + 1)
            waiting.append((child, depth + 1))
        if not mixed:
            made.text = "\n" + "  " * (depth + 1)
            made[-1].tail = "\n" + "  " * depth
