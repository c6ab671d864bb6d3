"""Text that a file says twice: in a drawing, and again for programs of old.

A text box is a ``mc:Choice``, which is shown, and a ``mc:Fallback`` with the same
words. What is written to the one must be written to the other.
"""

from collections.abc import Iterable

from lxml.etree import _Element

from resolint.readers.word.names import kind
from resolint.readers.word.places import TEXT, editable


def twins(elements: Iterable[_Element]) -> dict[_Element, _Element]:
    """Return, of elements with text that is said twice, where it is said again."""
    found: dict[_Element, _Element] = {}
    done: set[_Element] = set()
    for each in elements:
        for above in each.iterancestors():
            if kind(above) == "mc:Choice" and above not in done:
                done.add(above)
                found |= _paired(above)
    return found


def _paired(choice: _Element) -> dict[_Element, _Element]:
    beside = (each for each in choice.itersiblings() if kind(each) == "mc:Fallback")
    fallback = next(beside, None)
    if fallback is None:
        return {}
    one, other = _texts(choice), _texts(fallback)
    said = [(kind(each), each.text) for each in one]
    if said != [(kind(each), each.text) for each in other]:
        return {}
    return dict(zip(one, other, strict=True))


def _texts(element: _Element) -> list[_Element]:
    return [each for each in element.iter() if kind(each) in TEXT and editable(each)]
