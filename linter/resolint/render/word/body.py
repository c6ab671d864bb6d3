"""The body of a Word file and its footnotes, from the lines of a draft."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from resolint.document import Field, Footnote, Resolution
from resolint.render.akn.elements import shown
from resolint.render.akn.lines import Line, Role, lines
from resolint.text import Source, Span

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WIDTHS = (4680, 5160)
_LEFT = frozenset({"publisher", "organ"})
_TABLED = _LEFT | {"symbol", "distribution", "issued", "original", "other"}
_STYLES = {
    Role.FIELD: "Masthead",
    Role.TITLE: "Title",
    Role.ENACTING: "EnactingLine",
    Role.HEADING: "Heading1",
    Role.ANNEX: "Heading1",
    Role.OPERATIVE: "OperativeParagraph",
    Role.ITEM: "Subparagraph",
}
_FIELD_STYLES = {
    "organ": "MastheadOrgan",
    "symbol": "MastheadSymbol",
    "session": "MastheadSession",
    "sponsors": "Sponsors",
}
_LEVELS = 4


def _element(parent: _Element, name: str, **attributes: str) -> _Element:
    said = {f"{{{_W}}}{key.rstrip('_')}": value for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{_W}}}{name}", said)


@dataclass(slots=True)
class Body:
    """What writes the lines of a draft."""

    resolution: Resolution
    footnotes: _Element
    notes: dict[str, Footnote] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.notes = {note.label: note for note in self.resolution.notes}

    @property
    def source(self) -> Source:
        """Where the words come from."""
        return self.resolution.source

    def write(self, body: _Element) -> None:
        """Write all lines, before the section properties that the body ends with."""
        section = body[-1]
        every = [line for line in lines(self.resolution) if line.role is not Role.NOTE]
        head = _head(every)
        if head:
            self._masthead(body, every[:head])
        for line in every[head:]:
            self._paragraph(body, line)
        body.append(section)

    def _masthead(self, body: _Element, front: Sequence[Line]) -> None:
        """Write the masthead as documents have it: a table without lines."""
        table = _element(body, "tbl")
        properties = _element(table, "tblPr")
        _element(properties, "tblW", w=str(sum(_WIDTHS)), type="dxa")
        _element(properties, "tblLayout", type="fixed")
        grid = _element(table, "tblGrid")
        for width in _WIDTHS:
            _element(grid, "gridCol", w=str(width))
        cells: list[_Element] = []
        for line in front:
            if _name(line) in _LEFT:
                cells = self._row(table)
                self._paragraph(cells[0], line)
            else:
                cells = cells or self._row(table)
                self._paragraph(cells[1], line)
        for cell in table.iter(f"{{{_W}}}tc"):
            if len(cell) == 1:
                _element(cell, "p")
        _element(body, "p")

    def _row(self, table: _Element) -> list[_Element]:
        row = _element(table, "tr")
        cells = []
        for width in _WIDTHS:
            cell = _element(row, "tc")
            properties = _element(cell, "tcPr")
            _element(properties, "tcW", w=str(width), type="dxa")
            borders = _element(properties, "tcBorders")
            _element(borders, "bottom", val="single", sz="4", space="0", color="auto")
            cells.append(cell)
        return cells

    def _paragraph(self, parent: _Element, line: Line) -> None:
        made = _element(parent, "p")
        properties = _element(made, "pPr")
        numbered = line.role in (Role.OPERATIVE, Role.ITEM) and len(line.before) > 0
        style = _STYLES.get(line.role, "ResolutionText")
        if line.role is Role.FIELD:
            style = _FIELD_STYLES.get(_name(line), style)
        if line.role is Role.OPERATIVE and not numbered:
            style = "ResolutionText"
        _element(properties, "pStyle", val=style)
        if numbered and line.level > 1:
            level = str(min(line.level, _LEVELS - 1))
            number = _element(properties, "numPr")
            _element(number, "ilvl", val=level)
            _element(number, "numId", val="1")
        self._runs(made, line.content if numbered else line.block.span)

    def _runs(self, made: _Element, span: Span) -> None:
        """Write words, with their italics and the notes that they call."""
        source = self.source
        at = span.start
        calls = list(source.calls_in(span))
        for end in (*_edges(source, span, [call.at for call in calls]), span.end):
            if end > at:
                self._run(made, Span(at, end))
                at = end
            while calls and calls[0].at == at:
                self._call(made, calls.pop(0).label)

    def _run(self, made: _Element, span: Span) -> None:
        run = _element(made, "r")
        italic, bold = self.source.is_italic(span.start), self.source.is_bold(span)
        if italic or bold:
            looks = _element(run, "rPr")
            if bold:
                _element(looks, "b")
            if italic:
                _element(looks, "i")
        words = _element(run, "t")
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        words.text = shown(self.source[span])

    def _call(self, made: _Element, label: str) -> None:
        note = self.notes.pop(label, None)
        if note is None:
            return
        name = str(len(self.footnotes) - 1)
        run = _element(made, "r")
        _element(_element(run, "rPr"), "rStyle", val="FootnoteReference")
        _element(run, "footnoteReference", id=name)
        footnote = _element(_element(self.footnotes, "footnote", id=name), "p")
        _element(_element(footnote, "pPr"), "pStyle", val="FootnoteText")
        run = _element(footnote, "r")
        _element(_element(run, "rPr"), "rStyle", val="FootnoteReference")
        _element(run, "footnoteRef")
        _element(_element(footnote, "r"), "tab")
        self._runs(footnote, note.content)


def _name(line: Line) -> str:
    return line.node.name if isinstance(line.node, Field) else ""


def _head(every: Sequence[Line]) -> int:
    """Return how many lines the masthead's table holds: none if nobody publishes."""
    if not every or _name(every[0]) != "publisher":
        return 0
    organs = 0
    for index, line in enumerate(every):
        name = _name(line)
        organs += name == "organ"
        if name not in _TABLED or organs > 1:
            return index
    return len(every)


def _edges(source: Source, span: Span, calls: Sequence[int]) -> Iterator[int]:
    """Yield where words begin, or end, to look otherwise, and where notes stand."""
    found = {at for at in calls if span.start <= at < span.end}
    runs = [run.span for run in source.emphasis_in(span)]
    for run in (*runs, *source.bold):
        found |= {at for at in (run.start, run.end) if span.start < at < span.end}
    yield from sorted(found)
