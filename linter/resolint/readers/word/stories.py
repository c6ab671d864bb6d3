"""Stories: the body, a page header, a note, a text box, read to lines."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from resolint.readers.word.fields import Fields
from resolint.readers.word.lines import Atom, Line, broken, words
from resolint.readers.word.masthead import Front
from resolint.readers.word.names import child, kind, number, value
from resolint.readers.word.numbering import Place
from resolint.readers.word.runs import Runs, Shared, comment
from resolint.readers.word.shown import THROUGH, chosen, gone, hidden_mark
from resolint.readers.word.styles import outline
from resolint.text import Style

_COVERS = "Cover Pages"


@dataclass(slots=True, kw_only=True)
class Story:
    """Reads the blocks of a story, one after the other."""

    runs: Runs
    front: Front | None = None
    """What stands before the text on the first page; only the body has it."""
    lines: list[Line] = field(default_factory=list)
    tables: int = 0
    """How many tables deep we are."""
    within: int = 0
    """How deep we are in elements that only hold blocks."""
    kept: _Element | None = None
    """The properties of a paragraph that goes on in the next one."""
    made_of: list[str] = field(default_factory=list)
    """The paragraphs whose words wait for the end of one."""
    styles: set[str] = field(default_factory=set)
    """The styles of those."""

    def read(self, element: _Element) -> None:
        """Read the blocks that an element holds, to their end."""
        for each in element:
            match kind(each):
                case "p":
                    self._paragraph(each)
                case "tbl":
                    self._finish()
                    self._table(each)
                case "sdt" if self.front and _cover(each):
                    self._finish()
                    self._covered(each)
                case name if name in THROUGH:
                    self._through(each)
                case "mc:AlternateContent" if (shown := chosen(each)) is not None:
                    self._through(shown)
                case _ if (mark := comment(each)) is not None:
                    self.runs.atoms.append(mark)
        if not self.within:
            self._finish()

    def _through(self, element: _Element) -> None:
        self.within += 1
        self.read(element)
        self.within -= 1

    def _paragraph(self, element: _Element) -> None:
        properties = child(element, "pPr")
        self.runs.style = style = self._style(properties)
        before = len(self.runs.atoms)
        self.runs.read(element)
        self.runs.end()
        silent = len(self.runs.atoms) == before
        if not silent:
            self.styles.add(style)
            name = self.runs.shared.paragraphs.get(element)
            self.made_of += [name] if name else []
        if hidden_mark(properties, self.runs.shared.styles, style):
            self.kept = self.kept if silent else properties
        else:
            # an empty paragraph takes the looks of the one that goes on in it
            self._emit(self.kept if silent and before else properties)
        if child(properties, "sectPr") is not None:
            self.runs.shared.footnotes.turn()
            self.runs.shared.endnotes.turn()

    def _finish(self) -> None:
        """End a paragraph that would go on where nothing comes."""
        if words(self.runs.atoms) or self.runs.boxes:
            self._emit(self.kept)
        elif self.runs.atoms:
            self.lines.append(Line(atoms=self.runs.atoms))
            self.runs.atoms = []
        self.kept = None
        self.made_of, self.styles = [], set()

    def _emit(self, properties: _Element | None) -> None:
        atoms, boxes = self.runs.atoms, self.runs.boxes
        self.runs.atoms, self.runs.boxes, self.kept = [], [], None
        style = self._style(properties)
        if self.styles - {style}:
            atoms = [self.runs.looked(each, style) for each in atoms]
        line = self._line(properties, style, atoms)
        line.made_of = tuple(self.made_of)
        self.made_of, self.styles = [], set()
        lines = broken(line)
        lines = [each for each in lines if each.atoms or each.mark.text]
        if self.front and not self.tables and _framed(properties):
            self.front.box(self.lines, lines)
        else:
            self.lines += lines
        for box in boxes:
            self._box(box)

    def _line(self, properties: _Element | None, style: str, atoms: list[Atom]) -> Line:
        shared = self.runs.shared
        told = child(properties, "numPr")
        place = Place(number(child(told, "numId")), number(child(told, "ilvl")))
        mark = shared.numbering.next(place, style, shared.styles)
        heading = outline(properties)
        if heading is None:
            heading = shared.styles.style(style).heading
        if heading and not self.tables:
            return Line(atoms=atoms, style=Style.HEADING, depth=heading, mark=mark)
        return Line(atoms=atoms, depth=mark.depth, mark=mark)

    def _style(self, properties: _Element | None) -> str:
        named = value(child(properties, "pStyle"))
        return self.runs.shared.styles.paragraph if named is None else named

    def _box(self, element: _Element) -> None:
        runs = self.runs
        fields = Fields(runs.fields.whole)
        story = Story(runs=Runs(shared=runs.shared, fields=fields, header=runs.header))
        story.read(element)
        if self.front and not self.tables:
            self.front.box(self.lines, story.lines)
        else:
            self.lines += story.lines

    def _covered(self, element: _Element) -> None:
        if self.front:
            before, self.lines = self.lines, []
            self._through(element)
            self._finish()
            self.front.add(self.lines)
            self.lines = before

    def _table(self, element: _Element) -> None:
        outer = self.lines, self.runs.table
        self.lines = []
        self.runs.table = value(child(element, "tblPr", "tblStyle")) or ""
        self.tables += 1
        self._rows(element)
        self.tables -= 1
        read = self.lines
        self.lines, self.runs.table = outer
        if self.front and not self.tables and self.front.table(self.lines, read):
            return
        self.lines += (replace(each, style=Style.TABLE) for each in read)

    def _rows(self, element: _Element) -> None:
        for each in element:
            match kind(each):
                case "tr" if not gone(child(each, "trPr")):
                    self._rows(each)
                case "tc" if not gone(child(each, "tcPr")):
                    self._cell(each)
                case name if name in THROUGH:
                    self._rows(each)
                case _ if (mark := comment(each)) is not None:
                    self.runs.atoms.append(mark)

    def _cell(self, element: _Element) -> None:
        within, self.within = self.within, 0
        self.read(element)
        self.within = within


def _cover(element: _Element) -> bool:
    gallery = child(element, "sdtPr", "docPartObj", "docPartGallery")
    return value(gallery) == _COVERS


def _framed(properties: _Element | None) -> bool:
    frame = child(properties, "framePr")
    return frame is not None and (value(frame, "dropCap") or "none") == "none"


def story(element: _Element, shared: Shared, *, header: bool = False) -> list[Line]:
    """Return the lines of a page header, a note or a comment."""
    fields = Fields.of(element)
    read = Story(runs=Runs(shared=shared, fields=fields, header=header))
    read.read(element)
    return read.lines


def body(element: _Element, shared: Shared) -> tuple[list[Line], list[Line]]:
    """Return the lines of the masthead that stand in the body, and the others."""
    fields = Fields.of(element)
    front = Front()
    read = Story(runs=Runs(shared=shared, fields=fields), front=front)
    read.read(element)
    return front.lines, read.lines


def joined(lines: Iterable[Line], separator: str = " ") -> str:
    """Return the words of some lines."""
    return separator.join(each.text for each in lines if each.text.strip())
