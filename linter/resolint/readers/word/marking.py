"""Words of a Word file struck out, or set in other type, as tracked changes."""

from collections.abc import Iterable
from copy import deepcopy

from lxml.etree import _Element, tostring

from resolint.readers.word.cuts import Cuts, word
from resolint.readers.word.inserting import Spot, bare, change, own, put, slant
from resolint.readers.word.names import child, kind


def delete(runs: Iterable[_Element], cuts: Cuts) -> None:
    """Strike runs out; what was put in here is taken out again."""
    struck: _Element | None = None
    for run in runs:
        parent = run.getparent()
        if parent is not None and kind(parent) == "ins" and own(parent):
            cuts.doomed.append(run)
            continue
        for each in [*run]:
            if kind(each) == "t":
                each.tag = word(each, "delText")
        if struck is None or run.getprevious() is not struck:
            struck = change(run, "del", cuts)
            run.addprevious(struck)
        struck.append(run)


def settled(cuts: Cuts) -> None:
    """Take out what is to go."""
    for run in cuts.doomed:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
            above = parent.getparent()
            if not len(parent) and above is not None:
                above.remove(parent)
    cuts.doomed.clear()


def restyle(run: _Element, italic: bool, cuts: Cuts) -> None:
    """Set a run in italics or in roman."""
    past = child(run, "rPr", "rPrChange")
    parent = run.getparent()
    if parent is not None and kind(parent) == "ins" and own(parent):
        slant(run, italic)
    elif past is None:
        old = deepcopy(child(run, "rPr"))
        slant(run, italic)
        _remember(run, old, cuts)
    elif own(past):
        slant(run, italic)
        _forget(run, past)
    else:
        # A run remembers one change of its looks: this one is somebody else's.
        new = deepcopy(run)
        properties = child(new, "rPr")
        if properties is not None:
            bare(properties)
        slant(new, italic)
        put(new, Spot(run, True), cuts)
        delete([run], cuts)


def _remember(run: _Element, old: _Element | None, cuts: Cuts) -> None:
    properties = child(run, "rPr")
    if properties is not None:
        past = change(run, "rPrChange", cuts)
        past.append(run.makeelement(word(run, "rPr")) if old is None else old)
        properties.append(past)


def _forget(run: _Element, past: _Element) -> None:
    """Take a change of looks back that leaves them as they were."""
    properties, old = child(run, "rPr"), child(past, "rPr")
    if properties is None or old is None:
        return
    now = bare(deepcopy(properties))
    if [*map(_written, now)] == [*map(_written, old)]:
        properties.remove(past)


def _written(element: _Element) -> bytes:
    return tostring(element, method="c14n")
