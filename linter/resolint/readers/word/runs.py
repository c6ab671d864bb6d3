"""What stands in a paragraph: runs, breaks, indicators, marks of comments."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from lxml.etree import _Element

from resolint.readers.word.fields import Fields
from resolint.readers.word.lines import (
    Atom,
    Break,
    Comment,
    CommentMark,
    NoteCall,
    PageNumber,
    Run,
)
from resolint.readers.word.names import child, kind, value
from resolint.readers.word.notes import Notes
from resolint.readers.word.numbering import Numbering
from resolint.readers.word.shown import THROUGH, boxes, chosen, struck
from resolint.readers.word.styles import Look, Styles, marks
from resolint.readers.word.symbols import symbol

_COMMENTS = {
    "commentRangeStart": Comment.START,
    "commentRangeEnd": Comment.END,
    "commentReference": Comment.PLACE,
}
_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_LABEL = re.compile(r"\s*(\d{1,3}[a-z]?|[a-zA-Z]{1,2}|[^\w\s]{1,4})(?!\w)")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Shared(NamedTuple):
    """What all stories of a file have in common."""

    styles: Styles
    numbering: Numbering
    footnotes: Notes
    endnotes: Notes
    paragraphs: Mapping[_Element, str] = MappingProxyType({})
    """What each paragraph of the file is called, in each view."""


def comment(element: _Element) -> CommentMark | None:
    """Return the mark of a comment that an element is."""
    what = _COMMENTS.get(kind(element))
    return CommentMark(value(element, "id") or "", what) if what else None


@dataclass(slots=True, kw_only=True)
class Runs:
    """Reads the paragraphs of a story, one after the other."""

    shared: Shared
    fields: Fields
    header: bool = False
    style: str = ""
    """The style of the paragraph."""
    table: str = ""
    """The style of the table that it stands in."""
    atoms: list[Atom] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    """The text boxes anchored in it."""
    custom: tuple[Notes, str] | None = None
    """A note whose label is about to come, typed by hand."""

    def read(self, element: _Element) -> None:
        """Read what an element holds: a paragraph, a link, an insertion."""
        for each in element:
            match kind(each):
                case "r":
                    self._run(each)
                case "fldSimple":
                    self._field(each)
                case name if name in THROUGH:
                    self.read(each)
                case "mc:AlternateContent" if (shown := chosen(each)) is not None:
                    self.read(shown)
                case "m:oMath" | "m:oMathPara":
                    said = (
                        t.text or ""
                        for t in each.iter()
                        if kind(t) == "m:t" and not struck(t)
                    )
                    self._say("".join(said), Look(), each)
                case name if name in _COMMENTS:
                    self._comment(each)

    def end(self) -> None:
        """End a paragraph: no label comes any more."""
        if self.custom is not None:
            self._label("")

    def _run(self, element: _Element) -> None:
        said = marks(child(element, "rPr"))
        look = self.shared.styles.look(self.style, self.table, said)
        self._content(element, look)

    def looked(self, atom: Atom, style: str) -> Atom:
        """Return what was read in a paragraph as it looks in one of another style."""
        if not isinstance(atom, Run):
            return atom
        holder = atom.element.getparent()
        if holder is None or kind(holder) != "r":
            return atom
        said = marks(child(holder, "rPr"))
        return atom._replace(look=self.shared.styles.look(style, self.table, said))

    def _content(self, element: _Element, look: Look) -> None:
        for each in element:
            match kind(each):
                case "t":
                    self._say(_text(each), look, each)
                case name if name in _CHARACTERS:
                    self._say(_CHARACTERS[name], look, each)
                case "br" | "cr" if self._shown(look):
                    page = value(each, "type") in ("page", "column")
                    self.atoms.append(Break(page))
                case "sym":
                    font, place = value(each, "font") or "", value(each, "char") or ""
                    self._say(symbol(font, place), look, each)
                case "fldChar":
                    self.fields.turn(each)
                case "instrText":
                    self.fields.tell(each.text or "")
                case "footnoteReference" if self._shown(look):
                    self._call(each, self.shared.footnotes)
                case "endnoteReference" if self._shown(look):
                    self._call(each, self.shared.endnotes)
                case "pgNum":
                    self.atoms.append(PageNumber())
                case "ruby" if (base := child(each, "rubyBase")) is not None:
                    self.read(base)
                case "drawing" | "pict" | "object" if self._shown(look):
                    self.boxes += boxes(each)
                case "mc:AlternateContent" if (shown := chosen(each)) is not None:
                    self._content(shown, look)
                case name if name in _COMMENTS:
                    self._comment(each)

    def _shown(self, look: Look) -> bool:
        return not look.hidden and self.fields.shown

    def _say(self, text: str, look: Look, element: _Element) -> None:
        if not text or not self._shown(look):
            return
        if self.header and self.fields.pages:
            self.atoms.append(PageNumber())
        elif self.fields.recalls:
            self.atoms.append(NoteCall(text.strip()))
        else:
            said = Run(text, look, element)
            if self.custom is not None:
                label = _LABEL.match(text)
                self._label(label[1] if label else "")
                said = said.within(label.end()) if label else said
            if said.text:
                self.atoms.append(said)

    def _call(self, element: _Element, called: Notes) -> None:
        self.end()
        name = value(element, "id") or ""
        follows = value(element, "customMarkFollows")
        if follows is not None and follows not in ("0", "false", "off"):
            self.custom = called, name
        else:
            self.atoms.append(NoteCall(called.call(name)))

    def _label(self, label: str) -> None:
        if self.custom is not None:
            called, name = self.custom
            self.custom = None
            called.call_as(name, label)
            self.atoms.append(NoteCall(label))

    def _field(self, element: _Element) -> None:
        self.fields.begin()
        self.fields.tell(value(element, "instr") or "")
        self.fields.separate()
        if self.header and self.fields.pages:
            self.atoms.append(PageNumber())
        else:
            self.read(element)
        self.fields.end()

    def _comment(self, element: _Element) -> None:
        found = comment(element)
        if found:
            self.atoms.append(found)


def _text(element: _Element) -> str:
    text = element.text or ""
    if element.get(_SPACE) != "preserve":
        root = element.getroottree().getroot()
        if root.get(_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
    # Far quicker than a translation where, as a rule, there are none.
    return text.replace("\r", " ").replace("\n", " ")
