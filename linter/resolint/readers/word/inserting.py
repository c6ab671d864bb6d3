"""Words put into a Word file, as an insertion that a person may accept or reject."""

from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple

from lxml.etree import SubElement, _Element

from resolint.readers.word.cuts import SPACE, Cuts, word
from resolint.readers.word.names import child, kind, value

AUTHOR = "resolint"
"""Who makes the changes, as Word shows it."""
_LINKS = frozenset({"hyperlink", "fldSimple"})
_MARKS = frozenset(
    {"bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"}
    | {"commentRangeStart", "commentRangeEnd"}
)
_BEFORE_ITALIC = frozenset({"rStyle", "rFonts", "b", "bCs"})


class Spot(NamedTuple):
    """A place beside an element."""

    element: _Element
    after: bool


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words to put in; they look like those of a run."""

    text: str
    model: _Element
    italic: bool | None = None
    """Whether they are in italics; None if as the model is."""


def own(change: _Element | None) -> bool:
    """Whether a tracked change was made here, now or in an earlier call."""
    return change is not None and value(change, "author") == AUTHOR


def change(like: _Element, name: str, cuts: Cuts) -> _Element:
    """Return a new tracked change."""
    made = like.makeelement(word(like, name))
    made.set(word(like, "id"), str(next(cuts.numbers)))
    made.set(word(like, "author"), AUTHOR)
    return made


def inserted(new: Insertion, spot: Spot, cuts: Cuts) -> None:
    """Put words in."""
    put(_run(new), spot, cuts)


def put(run: _Element, spot: Spot, cuts: Cuts) -> None:
    """Put a run in as inserted: out of deletions and of others' insertions."""
    while (parent := spot.element.getparent()) is not None:
        if kind(parent) == "ins" and own(parent):
            _beside(run, spot)
            return
        if kind(parent) == "del":
            spot = Spot(parent, spot.after)
        elif kind(parent) in ("ins", "moveTo"):
            at = parent.index(spot.element) + spot.after
            if 0 < at < len(parent):
                cuts.split(parent, at)
            spot = Spot(parent, at > 0)
        else:
            break
    made = change(run, "ins", cuts)
    made.append(run)
    _beside(made, spot)


def _beside(element: _Element, spot: Spot) -> None:
    if spot.after:
        spot.element.addnext(element)
    else:
        spot.element.addprevious(element)


def _run(new: Insertion) -> _Element:
    run = new.model.makeelement(new.model.tag)
    properties = child(new.model, "rPr")
    if properties is not None:
        run.append(bare(deepcopy(properties)))
    if new.italic is not None:
        slant(run, new.italic)
    for number, words in enumerate(new.text.split("\t")):
        if number:
            SubElement(run, word(run, "tab"))
        if words:
            text = SubElement(run, word(run, "t"))
            text.text = words
            text.set(SPACE, "preserve")
    return run


def bare(properties: _Element) -> _Element:
    """Return properties without what is said of their past."""
    past = child(properties, "rPrChange")
    if past is not None:
        properties.remove(past)
    return properties


def slant(run: _Element, italic: bool) -> None:
    """Set a run in italics or in roman, whatever its styles say."""
    properties = child(run, "rPr")
    if properties is None:
        properties = run.makeelement(word(run, "rPr"))
        run.insert(0, properties)
    for each in [each for each in properties if kind(each) == "i"]:
        properties.remove(each)
    mark = properties.makeelement(word(run, "i"))
    if not italic:
        mark.set(word(run, "val"), "0")
    at = sum(kind(each) in _BEFORE_ITALIC for each in properties)
    properties.insert(at, mark)


def beside(runs: list[_Element]) -> Spot:
    """Return the place after the first of some runs, and those that follow it."""
    last = runs[0]
    for each in runs[1:]:
        if each.getprevious() is not last:
            break
        last = each
    return Spot(last, True)


def spot_after(run: _Element, beyond: _Element | None) -> tuple[Spot, _Element]:
    """Return where words go that follow a run, and which run they look like.

    ``beyond`` is the run of the text that comes next. What follows a link or a field
    is no part of it.
    """
    spot = run
    around = set() if beyond is None else {*beyond.iterancestors()}
    while (parent := spot.getparent()) is not None:
        if kind(parent) not in _LINKS or parent in around:
            break
        spot = parent
    for each in spot.itersiblings():
        if kind(each) in _MARKS:
            continue
        if not _turns(each, "end"):
            break
        spot = each
    if spot is run:
        return Spot(run, True), run
    if beyond is None:
        beside = spot.itersiblings(preceding=True)
        plain = (each for each in beside if child(each, "t") is not None)
        beyond = next(plain, run)
    return Spot(spot, True), beyond


def spot_before(run: _Element) -> tuple[Spot, _Element]:
    """Return where words go that come before a run, and which run they look like."""
    spot = run
    while (parent := spot.getparent()) is not None:
        if kind(parent) not in _LINKS or parent[0] is not spot:
            break
        spot = parent
    before = spot.getprevious()
    if before is not None and _turns(before, "separate"):
        begun = (
            each
            for each in spot.itersiblings(preceding=True)
            if kind(each) == "r" and _type(each) == "begin"
        )
        spot = next(begun, spot)
    return Spot(spot, False), run


def _turns(run: _Element, to: str) -> bool:
    """Whether a run only turns a field to its result, or ends it."""
    inner = [each for each in run if kind(each) != "rPr"]
    return kind(run) == "r" and len(inner) == 1 and _type(run) == to


def _type(run: _Element) -> str | None:
    return value(child(run, "fldChar"), "fldCharType")
