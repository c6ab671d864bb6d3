"""Automatic numbers, written out as Word prints them."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element

from resolint.readers.word.formats import printed
from resolint.readers.word.names import child, kind, number, on, value
from resolint.readers.word.styles import Styles

LEVELS = 9
_SUFFIX = {"space": " ", "nothing": ""}
_PLACE = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class Level(NamedTuple):
    """How one level of a list counts and prints."""

    start: int = 1
    form: str = "decimal"
    model: str = ""
    text: str = ""
    suffix: str = "\t"
    restart: int | None = None
    legal: bool = False
    style: str = ""


class Mark(NamedTuple):
    """The number of a paragraph as printed, what follows it, and its level from 1."""

    text: str = ""
    suffix: str = ""
    depth: int = 0
    bullet: bool = False


class Place(NamedTuple):
    """Where a paragraph stands in a list, as its properties say; None if unsaid."""

    list: int | None = None
    level: int | None = None


@dataclass(slots=True)
class List:
    """A list as paragraphs name it: its levels, and which counters it shares."""

    counters: int
    levels: dict[int, Level]
    starts: dict[int, int]
    """Levels that begin anew when this list first uses them."""
    begun: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Numbering:
    """All lists of a file, and how far they have counted."""

    lists: dict[int, List] = field(default_factory=dict)
    counts: dict[int, dict[int, int]] = field(default_factory=dict)

    def next(self, place: Place, style: str, styles: Styles) -> Mark:
        """Return the mark of the next paragraph that stands at a place in a list."""
        told = styles.style(style)
        named = told.list if place.list is None else place.list
        found = self.lists.get(named or 0)
        if found is None:
            return Mark()
        level = place.level
        if level is None:
            level = _linked(found, style, told.owner)
        if level is None:
            level = told.level or 0
        level = min(max(level, 0), LEVELS - 1)
        self._count(found, level)
        return self._mark(found, level)

    def _count(self, found: List, level: int) -> None:
        counts = self.counts.setdefault(found.counters, {})
        start = found.levels.get(level, Level()).start
        if level in found.starts and level not in found.begun:
            counts[level] = found.starts[level]
        else:
            counts[level] = counts.get(level, start - 1) + 1
        found.begun.add(level)
        for deeper in range(level + 1, LEVELS):
            restart = found.levels.get(deeper, Level()).restart
            if restart is None or level < restart:
                counts.pop(deeper, None)

    def _mark(self, found: List, level: int) -> Mark:
        how = found.levels.get(level)
        if how is None:
            return Mark(depth=level + 1)
        counts = self.counts[found.counters]

        def written(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            if at > level:
                return ""
            of = found.levels.get(at, Level())
            form = "decimal" if how.legal and of.form != "none" else of.form
            return printed(counts.get(at, of.start), form, of.model)

        bullet = how.form == "bullet"
        text = how.text if bullet else _PLACE.sub(written, how.text)
        # bullets of symbol fonts stand at places that mean nothing elsewhere
        text = _PRIVATE.sub("•", text)
        if not text.strip():
            return Mark(depth=level + 1)
        return Mark(text, how.suffix, level + 1, bullet)


def _linked(found: List, *styles: str) -> int | None:
    for style in styles:
        for level, how in found.levels.items():
            if style and how.style == style:
                return level
    return None


def numbering(root: _Element | None, styles: Styles) -> Numbering:
    """Read the part that has the lists."""
    found = Numbering()
    if root is None:
        return found
    bases: dict[int, _Element] = {}
    links: dict[str, int] = {}
    for each in root:
        named = number(each, "abstractNumId")
        if kind(each) == "abstractNum" and named is not None:
            bases[named] = each
            link = value(child(each, "styleLink"))
            if link:
                links[link] = named
    read: dict[int, dict[int, Level]] = {}
    nums = {number(each, "numId"): each for each in root if kind(each) == "num"}
    for name, each in nums.items():
        base = _base(each, bases, links, styles, nums)
        if not name or base is None:
            continue
        if base not in read:
            read[base] = _levels(bases[base])
        levels, starts = dict(read[base]), {}
        for override in each:
            level = number(override, "ilvl")
            if kind(override) != "lvlOverride" or level is None:
                continue
            anew = child(override, "lvl")
            if anew is not None:
                levels[level] = _level(anew)
            start = number(child(override, "startOverride"))
            if start is not None:
                starts[level] = start
        found.lists[name] = List(base, levels, starts)
    return found


def _base(
    num: _Element,
    bases: dict[int, _Element],
    links: dict[str, int],
    styles: Styles,
    nums: dict[int | None, _Element],
) -> int | None:
    """Return the definition of a list, through the list style that it may name."""
    base = number(child(num, "abstractNumId"))
    link = value(child(bases.get(base if base is not None else -1), "numStyleLink"))
    if link:
        other = nums.get(styles.style(link).list)
        base = links.get(link, number(child(other, "abstractNumId")))
    return base if base in bases else None


def _levels(element: _Element) -> dict[int, Level]:
    found = {}
    for each in element:
        level = number(each, "ilvl")
        if kind(each) == "lvl" and level is not None and 0 <= level < LEVELS:
            found[level] = _level(each)
    return found


def _level(element: _Element) -> Level:
    form = child(element, "numFmt")
    if form is None:
        form = child(element, "mc:AlternateContent", "mc:Choice", "numFmt")
    legal = child(element, "isLgl")
    start = number(child(element, "start"))
    return Level(
        start=0 if start is None else start,
        form=value(form) or "decimal",
        model=value(form, "format") or "",
        # Word allows no more than a few characters; a hostile file, any number
        text=(value(child(element, "lvlText")) or "")[:64],
        suffix=_SUFFIX.get(value(child(element, "suff")) or "", "\t"),
        restart=number(child(element, "lvlRestart")),
        legal=legal is not None and on(legal),
        style=value(child(element, "pStyle")) or "",
    )
