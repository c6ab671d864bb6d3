"""A copy of a Word file with what is to be said of it in comments."""

from collections.abc import Iterable
from itertools import count
from typing import NamedTuple

from lxml.etree import _Element

from resolint.readers.word.anchors import Anchors
from resolint.readers.word.cuts import Cuts, word
from resolint.readers.word.discussion import Discussion
from resolint.readers.word.names import kind
from resolint.readers.word.places import highest, places
from resolint.readers.word.writing import Stretch
from resolint.text import Span


class Advice(NamedTuple):
    """What is to be said of a span, one paragraph a line."""

    span: Span
    lines: tuple[str, ...]


class _Mark(NamedTuple):
    """An end of what a comment is attached to, and where it is in the text."""

    at: int
    opens: bool
    number: int
    name: str
    place: Stretch


def annotated(data: bytes, advice: Iterable[Advice], name: str = "draft.docx") -> bytes:
    """Return a Word file with a comment a piece of advice, on the words themselves.

    Comments that an earlier call left are taken out first; all others stay.
    """
    found = places(data, name)
    discussion = Discussion.of(found)
    discussion.clear()
    anchors = Anchors(found, discussion.main)
    marks: list[_Mark] = []
    for number, each in enumerate(sorted(advice, key=lambda each: each.span)):
        anchor = anchors.anchor(each.span)
        if anchor is None:
            continue
        title = discussion.add(each.lines)
        first, last = anchor
        marks.append(_Mark(first.at, True, number, title, first))
        marks.append(_Mark(last.at + 1, False, number, title, last))
    cuts = Cuts(count(highest(iter(found.package.roots.values()), "id") + 1))
    # From the end to the start: what is cut keeps its place on the left.
    for mark in sorted(marks, reverse=True):
        if mark.opens:
            _begin(mark, cuts)
        else:
            _end(mark, cuts, discussion)
        found.changed.add(discussion.main)
    return discussion.saved()


def _begin(mark: _Mark, cuts: Cuts) -> None:
    run = cuts.begin(mark.place.element, mark.place.offset)
    run.addprevious(_mark(run, "commentRangeStart", mark.name))


def _end(mark: _Mark, cuts: Cuts, discussion: Discussion) -> None:
    run = cuts.end(mark.place.element, mark.place.offset + 1)
    spot = end = _mark(run, "commentRangeEnd", mark.name)
    run.addnext(end)
    # What somebody else has put in, or a link, is not to hold the comment itself.
    while (parent := spot.getparent()) is not None and kind(parent) != "p":
        spot = parent
    spot.addnext(discussion.reference(mark.name))


def _mark(like: _Element, name: str, title: str) -> _Element:
    made = like.makeelement(word(like, name))
    made.set(word(like, "id"), title)
    return made
