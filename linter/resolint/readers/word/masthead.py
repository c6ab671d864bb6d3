"""The masthead: page headers, and the layout at the top of the first page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from lxml.etree import _Element

from resolint.grammar.space import plain
from resolint.readers.word.lines import Line, PageNumber, tabbed
from resolint.readers.word.names import child, every, kind, on, relation, value
from resolint.text import Style

TOP = 30
"""How many lines of text may hold a masthead that is typed."""
_BEFORE_TABLE = 4
_BEFORE_BOX = 12
_TABLE_LINES = 40
_SHORT = 200
_LONG = 2000
_ORDER = ("first", "default", "even")
_SENTENCE = (",", ";")
_PAGE_WORDS = re.compile(r"(?:\bpage\b|\bp\.|\bof\b|[\W\d_])*", re.IGNORECASE)


@dataclass(slots=True)
class Front:
    """What stands before the text on the first page: tables and boxes of layout."""

    lines: list[Line] = field(default_factory=list)
    closed: bool = False

    def table(self, before: list[Line], read: list[Line]) -> bool:
        """Take a table, and the lines before it, if it is the masthead's layout."""
        if not self._open(before, _BEFORE_TABLE) or len(read) > _TABLE_LINES:
            return False
        texts = [each.text.strip() for each in read]
        if any(len(text) > _LONG or text.endswith(_SENTENCE) for text in texts):
            return False
        self.add([*before, *read])
        before.clear()
        return True

    def box(self, before: list[Line], read: list[Line]) -> None:
        """Take a text box if the text has not begun; else it stays where it is."""
        if self._open(before, _BEFORE_BOX):
            self.add(read)
        else:
            before += read

    def add(self, lines: Iterable[Line]) -> None:
        """Take lines: each field of them becomes a line of the masthead."""
        self.lines += fields(lines)

    def _open(self, before: list[Line], most: int) -> bool:
        """Whether the text has not begun: few lines, all short, none of a sentence."""
        if self.closed or len(before) > TOP:
            self.closed = True
            return False
        texts = [each.text.strip() for each in before]
        if any(len(text) > _SHORT or text.endswith(_SENTENCE) for text in texts):
            self.closed = True
            return False
        return sum(map(bool, texts)) <= most


def fields(lines: Iterable[Line]) -> Iterator[Line]:
    """Return the fields that stand in lines of a masthead."""
    for line in lines:
        for each in tabbed(line):
            yield replace(each, style=Style.MASTHEAD, depth=0)


def sections(root: _Element) -> list[_Element]:
    """Return the properties of each section, in order."""
    found = []
    for each in every(root, "sectPr"):
        parent = each.getparent()
        if parent is None or kind(parent) != "sectPrChange":
            found.append(each)
    return found


def headers(found: Iterable[_Element], settings: _Element | None) -> list[str]:
    """Return the identifiers of the headers printed, that of page one first."""
    both = child(settings, "evenAndOddHeaders")
    printed = {"default", *(["even"] if both is not None and on(both) else [])}
    names: list[str] = []
    for section in found:
        title = child(section, "titlePg")
        shown = printed | ({"first"} if title is not None and on(title) else set())
        of = {
            value(each, "type") or "default": relation(each)
            for each in section
            if kind(each) == "headerReference"
        }
        names += (of[each] for each in _ORDER if each in of and each in shown)
    return list(dict.fromkeys(names))


def masthead(
    headers: Iterable[list[Line]],
    front: list[Line],
    text: list[Line],
) -> list[Line]:
    """Return the lines of the masthead: page one's header, its layout, running heads.

    A running head that only repeats a line of the first page is left out, and so is
    what is left of a line when the number of the page is taken out of it.
    """
    # Below the enacting line stands no masthead: a date there is that of adoption.
    top = takewhile(lambda line: not line.text.rstrip().endswith(_SENTENCE), text[:TOP])
    seen = {plain(each.text) for each in (*front, *top)}
    first: list[Line] = []
    running: list[Line] = []
    for page, header in enumerate(headers):
        kept = running if page else first
        for line in fields(header):
            said = plain(line.text)
            paged = any(isinstance(each, PageNumber) for each in line.atoms)
            if said in seen or not any(each.isalpha() for each in said):
                continue
            if paged and _PAGE_WORDS.fullmatch(said):
                continue
            seen.add(said)
            kept.append(line)
    return [*first, *front, *running]
