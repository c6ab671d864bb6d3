"""Edits of the text of a Word file, written into it as tracked changes."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from lxml.etree import _Element

from resolint.diagnostic import Edit
from resolint.readers.word.cuts import Cuts
from resolint.readers.word.inserting import (
    Insertion,
    beside,
    inserted,
    spot_after,
    spot_before,
)
from resolint.readers.word.marking import delete, restyle, settled
from resolint.readers.word.places import (
    LINES,
    NUMBER,
    Places,
    highest,
    places,
    root_of,
)
from resolint.readers.word.twins import twins
from resolint.readers.word.writing import Stretch
from resolint.text import Span

_UNHELD = re.compile("[\ud800-\udfff\ufffe\uffff]")
_UNFIT = "what would be written is no text that Word can hold"

Found = Callable[[_Element], _Element]
"""From an element to the one to write to: itself, or its twin."""


class Unmade(NamedTuple):
    """An edit that was not made, and why."""

    edit: Edit
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file with edits in it as tracked changes."""

    data: bytes
    unmade: tuple[Unmade, ...] = ()


def written(data: bytes, edits: Iterable[Edit], name: str = "draft.docx") -> Written:
    """Return a Word file with edits that do not overlap, as tracked changes.

    Accepting all of them makes the edits; rejecting all gives back text and looks.
    """
    changes = Changes.of(data, name)
    todo, unmade = [], []
    for edit in edits:
        if why := changes.why(edit):
            unmade.append(Unmade(edit, why))
        else:
            todo.append(edit)
    return Written(data=changes.made(todo), unmade=tuple(unmade))


@dataclass(frozen=True, slots=True)
class Changes:
    """A Word file in which edits can be made, once."""

    places: Places
    cuts: Cuts
    twins: dict[_Element, _Element]

    @classmethod
    def of(cls, data: bytes, name: str) -> "Changes":
        """Read a Word file."""
        found = places(data, name)
        first = highest(iter(found.package.roots.values()), "id") + 1
        pairs = twins(each.element for each in found.stretches)
        return cls(found, Cuts(count(first)), pairs)

    def why(self, edit: Edit) -> str:
        """Return why an edit cannot be made; nothing if it can."""
        if edit.text is None:
            source = self.places.source
            words = (
                self.places.lacking(Span(at, at + 1))
                for at in range(edit.span.start, edit.span.end)
                if not source.text[at].isspace()
            )
            return next(filter(None, words), "")
        if "\n" in edit.text or "\r" in edit.text:
            return LINES
        if not all(map(_fits, edit.text)):
            return _UNFIT
        span, text = self._trimmed(edit)
        if len(span):
            return self.places.lacking(span)
        if not text or self._around(span.start, edit.span) != (None, None):
            return ""
        if any(each.end == span.start for each in self.places.numbers):
            return NUMBER
        return self.places.lacking(Span(span.start, span.start + 1))

    def made(self, edits: Iterable[Edit]) -> bytes:
        """Return the file with edits that can be made and do not overlap."""
        for edit in sorted(edits, key=lambda each: each.span, reverse=True):
            self._make(edit, lambda element: element)
            if self.twins and all(each in self.twins for each in self._touched(edit)):
                self._make(edit, self.twins.__getitem__)
        settled(self.cuts)
        return self.places.saved()

    def _touched(self, edit: Edit) -> Iterator[_Element]:
        yield from (each.element for each in self.places.within(edit.span))
        span, _ = self._trimmed(edit)
        if edit.text is not None and not len(span):
            for each in self._around(span.start, edit.span):
                if each is not None:
                    yield each.element

    def _make(self, edit: Edit, of: Found) -> None:
        if edit.text is None:
            if edit.italic is not None:
                self._restyle(edit.span, edit.italic, of)
            return
        span, text = self._trimmed(edit)
        if len(span):
            self._replace(span, text, edit.italic, of)
        elif text:
            self._insert(span.start, text, edit, of)

    def _trimmed(self, edit: Edit) -> tuple[Span, str]:
        """Return what of an edit changes anything: what it repeats stays untouched."""
        (start, end), text = (edit.span.start, edit.span.end), edit.text or ""
        if edit.italic is not None:
            return edit.span, text
        old = self.places.source[edit.span]
        most = min(len(old), len(text))
        head = next((i for i in range(most) if old[i] != text[i]), most)
        most -= head
        tail = next((i for i in range(most) if old[-1 - i] != text[-1 - i]), most)
        return Span(start + head, end - tail), text[head : len(text) - tail]

    def _around(self, at: int, within: Span) -> tuple[Stretch | None, Stretch | None]:
        """Return what stands before a place and after it; what is replaced first."""
        before = self.places.stretch(at - 1)
        after = self.places.stretch(at)
        if len(within) and at == within.start and after is not None:
            return None, after
        return before, after

    def _restyle(self, span: Span, italic: bool, of: Found) -> None:
        source = self.places.source
        for each in reversed([*self.places.within(span)]):
            words = range(each.at, each.at + each.length)
            if all(source.is_italic(at) is italic for at in words):
                continue
            run = self._apart(each, of)
            restyle(run, italic, self.cuts)

    def _replace(self, span: Span, text: str, italic: bool | None, of: Found) -> None:
        runs = [
            self._apart(each, of) for each in reversed([*self.places.within(span)])
        ][::-1]
        if text:
            new = Insertion(text, model=runs[0], italic=italic)
            inserted(new, beside(runs), self.cuts)
        delete(runs, self.cuts)

    def _insert(self, at: int, text: str, edit: Edit, of: Found) -> None:
        source = self.places.source
        before, after = self._around(at, edit.span)
        italic = edit.italic
        if before is not None:
            run = self.cuts.end(of(before.element), before.offset + 1)
            beyond = None
            if after is not None:
                beyond = self.cuts.begin(of(after.element), after.offset)
            leaning = source.is_italic(at - 1)
            if italic is None and leaning and not len(edit.span):
                # Emphasis ends where it ends: what comes after is not part of it.
                italic = source.is_italic(at)
            spot, model = spot_after(run, beyond)
        elif after is not None:
            run = self.cuts.begin(of(after.element), after.offset)
            spot, model = spot_before(run)
        else:
            return
        self._change(run)
        inserted(Insertion(text, model=model, italic=italic), spot, self.cuts)

    def _apart(self, each: Stretch, of: Found) -> _Element:
        run = self.cuts.apart(of(each.element), each.offset, each.offset + each.length)
        self._change(run)
        return run

    def _change(self, element: _Element) -> None:
        self.places.changed.add(root_of(element))


def _fits(char: str) -> bool:
    """Whether XML can hold a character."""
    return char == "\t" or (char >= " " and not _UNHELD.match(char))
