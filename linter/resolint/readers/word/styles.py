"""What a run looks like: defaults, paragraph and character style, direct marks."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element

from resolint.readers.word.names import child, kind, number, on, value

TOGGLES = {"i": "italic", "b": "bold", "vanish": "hidden"}
_HEADING = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)


class Look(NamedTuple):
    """How a run is shown."""

    italic: bool = False
    bold: bool = False
    underline: bool = False
    hidden: bool = False


class Marks(NamedTuple):
    """What a style, or a run itself, says of its look; None where it says nothing."""

    italic: bool | None = None
    bold: bool | None = None
    underline: bool | None = None
    hidden: bool | None = None
    style: str | None = None

    def over(self, other: "Marks") -> "Marks":
        """Return these marks, with another's where these say nothing."""
        merged = (b if a is None else a for a, b in zip(self, other, strict=True))
        return Marks._make(merged)


def marks(properties: _Element | None) -> Marks:
    """Return what a ``w:rPr`` says; tracked changes within it are the past."""
    if properties is None:
        return Marks()
    said: dict[str, bool | None] = {}
    style = None
    for each in properties:
        name = kind(each)
        if name in TOGGLES:
            said.setdefault(TOGGLES[name], on(each))
        elif name == "u" and (line := value(each)) is not None:
            said.setdefault("underline", line.lower() != "none")
        elif name == "specVanish" and on(each):
            said["hidden"] = True
        elif name == "rStyle":
            style = value(each)
    return Marks(style=style, **said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style, with all that it inherits."""

    marks: Marks = field(default_factory=Marks)
    heading: int = 0
    """The level of a heading, from 1; 0 of others."""
    list: int | None = None
    """The list that its paragraphs belong to."""
    level: int | None = None
    """The level in that list."""
    owner: str = ""
    """The style that put them into the list: itself, or one that it is based on."""


@dataclass(slots=True)
class Styles:
    """All styles of a file."""

    elements: dict[str, _Element] = field(default_factory=dict)
    defaults: Marks = field(default_factory=Marks)
    paragraph: str = ""
    """The style of a paragraph that names none."""
    known: dict[str, Style] = field(default_factory=dict)
    looks: dict[tuple[str, str, Marks], Look] = field(default_factory=dict)

    def style(self, name: str) -> Style:
        """Return a style with all that it inherits; an empty one if unknown."""
        chain: list[str] = []
        at: str | None = name
        while at and at in self.elements and at not in self.known:
            if at in chain[-1:] or len(chain) > len(self.elements):
                break
            chain.append(at)
            at = value(child(self.elements[at], "basedOn"))
        base = self.known.get(at or "", Style())
        for each in reversed(chain):
            base = self.known[each] = _inherited(each, self.elements[each], base)
        return self.known.get(name, base)

    def look(self, paragraph: str, table: str, direct: Marks) -> Look:
        """Return how a run looks.

        A toggle (italics, bold, hidden) set by two kinds of style is off again; what
        the run itself says, and what the defaults switch on, holds in any case.
        """
        key = (paragraph, table, direct)
        if key not in self.looks:
            below = self.style(paragraph).marks
            within = self.style(table).marks if table else Marks()
            own = self.style(direct.style).marks if direct.style else Marks()
            toggled = {
                name: self._toggled(
                    getattr(direct, name),
                    getattr(self.defaults, name),
                    *(getattr(each, name) for each in (below, within, own)),
                )
                for name in TOGGLES.values()
            }
            line = direct.over(own).over(below).over(within).over(self.defaults)
            self.looks[key] = Look(underline=bool(line.underline), **toggled)
        return self.looks[key]

    @staticmethod
    def _toggled(direct: bool | None, default: bool | None, *styles: bool) -> bool:
        if direct is not None:
            return direct
        return bool(default) or sum(map(bool, styles)) % 2 == 1


def _inherited(name: str, element: _Element, base: Style) -> Style:
    properties = child(element, "pPr")
    heading = outline(properties)
    match = _HEADING.match(value(child(element, "name")) or "")
    if match:
        heading = int(match[1])
    elif (value(child(element, "name")) or "").lower() == "title":
        heading = 1
    lists = child(properties, "numPr")
    numbered = number(child(lists, "numId"))
    level = number(child(lists, "ilvl"))
    return Style(
        marks=marks(child(element, "rPr")).over(base.marks),
        heading=base.heading if heading is None else heading,
        list=base.list if numbered is None else numbered,
        level=base.level if level is None else level,
        owner=base.owner if numbered is None else name,
    )


def outline(properties: _Element | None) -> int | None:
    """Return the level of heading that a ``w:pPr`` gives: 0 for none, None unsaid."""
    level = number(child(properties, "outlineLvl"))
    if level is None:
        return None
    return level + 1 if 0 <= level < 9 else 0


def styles(root: _Element | None) -> Styles:
    """Read the part that has the styles."""
    found = Styles()
    if root is None:
        return found
    found.defaults = marks(child(root, "docDefaults", "rPrDefault", "rPr"))
    for each in root:
        name = value(each, "styleId")
        if kind(each) == "style" and name:
            found.elements[name] = each
            default = (value(each, "default") or "0").lower() not in ("0", "false")
            if default and value(each, "type") == "paragraph":
                found.paragraph = name
    return found
