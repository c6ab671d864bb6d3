"""Names of elements and attributes, whichever edition of the standard wrote them.

A Word file uses the transitional or the strict namespaces; readers ask for a kind and
need not know which.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml.etree import _Element

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PREFIXES = {
    **dict.fromkeys(_WORD, ""),
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}
_OFF = frozenset({"0", "false", "off", "none"})
_NUMBER = re.compile(r"\s*([+-]?\d{1,9})\s*$")


class _Kinds(dict[object, str]):
    """What elements are, by their tags: there are some hundreds of tags at the most."""

    def __missing__(self, tag: object) -> str:
        # The tag of what is no element is a function.
        namespace, _, local = tag.rpartition("}") if isinstance(tag, str) else ("",) * 3
        prefix = _PREFIXES.get(namespace[1:])
        found = "" if prefix is None else prefix + local
        if len(self) < _MOST:
            self[tag] = found
        return found


_MOST = 2048
_KINDS = _Kinds()


def kind(element: _Element) -> str:
    """Return what an element is: ``p``, ``r``, ``mc:Choice``; of others nothing."""
    return _KINDS[element.tag]


def value(element: _Element | None, name: str = "val") -> str | None:
    """Return an attribute of Word's own, if the element is there and has it."""
    if element is None:
        return None
    for written in _written(name):
        found = element.get(written)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=256)
def _written(name: str) -> tuple[str, ...]:
    """Return the ways in which an attribute of Word's own may be written."""
    return (*(f"{{{namespace}}}{name}" for namespace in _WORD), name)


def number(element: _Element | None, name: str = "val") -> int | None:
    """Return an attribute as a number, if it is one of reasonable size."""
    match = _NUMBER.match(value(element, name) or "")
    return int(match[1]) if match else None


def on(element: _Element) -> bool:
    """Whether a switch such as ``<w:i/>`` is on."""
    return (value(element) or "").strip().lower() not in _OFF


def relation(element: _Element) -> str:
    """Return the identifier of the relationship that an element names."""
    for namespace in _RELATIONS:
        found = element.get(f"{{{namespace}}}id")
        if found is not None:
            return found
    return ""


def child(element: _Element | None, *path: str) -> _Element | None:
    """Return the first descendant along a path of kinds."""
    kinds = _KINDS
    for step in path:
        if element is None:
            return None
        for each in element:
            if kinds[each.tag] == step:
                element = each
                break
        else:
            return None
    return element


def every(root: _Element, *kinds: str) -> Iterator[_Element]:
    """Yield the elements of some kinds of Word's own, in the order of the part."""
    wanted = frozenset(kinds)
    names = (f"{{*}}{each}" for each in kinds)
    return (each for each in root.iter(*names) if kind(each) in wanted)
