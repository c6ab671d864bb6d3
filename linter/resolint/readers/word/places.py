"""Where each code point of a Word file's text stands: in which element of which part.

The file is read again, and its trees are kept: what `Source` holds needs none of them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from resolint.readers.word import laid_out
from resolint.readers.word.archive import rewritten
from resolint.readers.word.names import kind
from resolint.readers.word.package import Package, opened
from resolint.readers.word.writing import Stretch, Writing
from resolint.text import Shows, Source, Span

_NUMBER = re.compile(r"[0-9]{1,9}")
NUMBER = "its number is automatic: change it in Word"
LINES = "it would join or divide lines: change it in Word"
ELSEWHERE = "it is not typed as text in the file: change it in Word"
TEXT = frozenset({"t", "tab", "ptab", "noBreakHyphen", "softHyphen", "sym"})


@dataclass(slots=True, kw_only=True)
class Kept(Package):
    """A package that parses each part once, so that its trees can be changed."""

    roots: dict[str, _Element] = field(default_factory=dict)

    def part(self, path: str) -> _Element | None:
        """Return the root element of a part, the same at each call."""
        key = path.lower()
        if key not in self.roots:
            # explicit, as a class with slots is made anew and `super()` is lost
            root = Package.part(self, path)
            if root is None:
                return None
            self.roots[key] = root
        return self.roots[key]

    def packed(
        self, data: bytes, changed: Mapping[str, bytes], added: Mapping[str, bytes]
    ) -> bytes:
        """Return the file with some parts, named by their paths, changed or added."""
        replaced = {
            self.entries[path.lower()].filename: content
            for path, content in changed.items()
        }
        return rewritten(data, replaced, added)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The text of a Word file, and the elements that it stands in."""

    data: bytes
    package: Kept
    source: Source
    stretches: tuple[Stretch, ...]
    starts: tuple[int, ...]
    numbers: tuple[Span, ...]
    changed: set[_Element] = field(default_factory=set)
    """The roots of the parts that are no longer what they were."""

    def stretch(self, offset: int) -> Stretch | None:
        """Return the code point at an offset, as a stretch of length 1, if placed."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return None
        found = self.stretches[index]
        if not found.at <= offset < found.at + found.length:
            return None
        return found._replace(
            at=offset, length=1, offset=found.offset + offset - found.at
        )

    def within(self, span: Span) -> Iterator[Stretch]:
        """Yield what of a span has a place, in the order of the text."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        for index in range(first, len(self.stretches)):
            each = self.stretches[index]
            if each.at >= span.end:
                break
            low = max(each.at, span.start)
            high = min(each.at + each.length, span.end)
            if low < high:
                offset = each.offset + low - each.at
                yield each._replace(at=low, length=high - low, offset=offset)

    def lacking(self, span: Span) -> str:
        """Return why a span cannot be written to; nothing if all of it has a place."""
        if sum(each.length for each in self.within(span)) == len(span):
            return ""
        if any(
            number.meets(span) or number.start <= span.start < number.end
            for number in self.numbers
        ):
            return NUMBER
        return LINES if "\n" in self.source[span] else ELSEWHERE

    def path(self, root: _Element) -> str:
        """Return the path of the part that a root belongs to."""
        return next(path for path, each in self.package.roots.items() if each is root)

    def saved(self, added: Mapping[str, bytes] | None = None) -> bytes:
        """Return the file with the parts that were changed, and parts added."""
        changed = {self.path(root): serialised(root) for root in self.changed}
        if not changed and not added:
            return self.data
        return self.package.packed(self.data, changed, added or {})


def places(data: bytes, name: str) -> Places:
    """Read a Word file, and return its text with the place of each code point."""
    plain = opened(data, name)
    package = Kept(name=name, archive=plain.archive, entries=plain.entries)
    writing = laid_out(package)
    found = tuple(each for each in writing.stretches if editable(each.element))
    return Places(
        data=data,
        package=package,
        source=_source(writing, name),
        stretches=found,
        starts=tuple(each.at for each in found),
        numbers=tuple(writing.numbers),
    )


def root_of(element: _Element) -> _Element:
    """Return the root of the part that an element belongs to."""
    return element.getroottree().getroot()


def _source(writing: Writing, name: str) -> Source:
    return writing.assembly.source(
        name, None, Shows.ITALICS, Shows.NOTES, format="docx"
    )


def editable(element: _Element) -> bool:
    """Whether an element is text in a run; formulas and drawings have other things."""
    parent = element.getparent()
    return kind(element) in TEXT and parent is not None and kind(parent) == "r"


def serialised(root: _Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def highest(roots: Iterator[_Element], attribute: str) -> int:
    """Return the highest number that an attribute of any element has."""
    numbers = (
        int(value)
        for root in roots
        for each in root.iter("*")
        for name, value in each.attrib.items()
        if str(name).rpartition("}")[2] == attribute and _NUMBER.fullmatch(str(value))
    )
    return max(numbers, default=0)
