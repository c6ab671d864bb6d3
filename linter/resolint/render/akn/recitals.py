"""The preamble, and all other places that hold no numbered paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from resolint.document import Paragraph
from resolint.render.akn.elements import element, paragraph
from resolint.render.akn.lines import Line, Role
from resolint.render.akn.words import Words, Wrap, links
from resolint.text import Span, Style


@dataclass(slots=True)
class Recitals:
    """Paragraphs without numbers as they are written, one below the other."""

    parent: _Element
    words: Words
    container: _Element | None = None
    """The preambular paragraph that was written last."""
    items: list[_Element] = field(default_factory=list)
    """The items that are open, the outermost first."""
    rows: _Element | None = None
    """The table that is open."""

    def put(self, line: Line) -> None:
        """Write a line."""
        if line.block.style is Style.TABLE:
            self.rows = write_cell(self.parent, self.rows, line, self.words)
            return
        self.rows = None
        match line.role:
            case Role.ITEM if line.preamble:
                self._item(line)
                return
            case Role.CONTINUATION if line.preamble and self.container is not None:
                del self.items[line.level :]
                holder = self.items[-1] if self.items else self.container
                write_words(paragraph(holder), line, self.words)
                return
        self.container, self.items = None, []
        match line.role:
            case Role.ENACTING:
                name = self.words.names.count("formula")
                made = element("formula", self.parent, name="enactingFormula", eId=name)
                write_words(paragraph(made), line, self.words)
            case Role.PREAMBULAR:
                self.container = self._container(line)
                write_words(paragraph(self.container), line, self.words)
            case Role.HEADING:
                name = self.words.names.next("heading")
                made = element("blockContainer", self.parent, eId=name)
                write_words(element("crossHeading", made), line, self.words)
            case _:
                write_words(paragraph(self.parent), line, self.words)

    def _container(self, line: Line | None) -> _Element:
        name = opening(line) if line else "list"
        return element(
            "container",
            self.parent,
            name=name,
            eId=self.words.names.next("container"),
        )

    def _item(self, line: Line) -> None:
        if self.container is None:
            self.container = self._container(None)
        del self.items[line.level - 1 :]
        holder = self.items[-1] if self.items else self.container
        above = holder.get("eId", "")
        last = holder[-1] if len(holder) else None
        if last is None or not str(last.tag).endswith("}blockList"):
            name = self.words.names.own(f"{above}__list")
            last = element("blockList", holder, eId=name)
        name = self.words.names.own(f"{above}__item_{len(last) + 1}")
        item = element("item", last, eId=name)
        said = self.words.source[line.content].strip()
        numbered = bool(said) and write_number(item, line, self.words)
        span = line.content if numbered else line.block.span
        self.words.write(paragraph(item), span, inline(line))
        self.items.append(item)


def opening(line: Line) -> str:
    """Return what a paragraph is called by: its opening phrase."""
    node = line.node
    if line.role is Role.ENACTING:
        return "formula"
    if isinstance(node, Paragraph) and node.opening:
        return node.opening.phrase
    return "paragraph"


def inline(line: Line) -> Iterator[Wrap]:
    """Yield the links in a line."""
    return links(line.node.inline if line.node else ())


def write_words(parent: _Element, line: Line, words: Words) -> None:
    """Write all that stands on a line."""
    words.write(parent, line.block.span, inline(line))


def write_number(parent: _Element, line: Line, words: Words) -> bool:
    """Write the number or the marker of a line, if it has one."""
    said = words.source[line.before]
    if not said.strip():
        return False
    start = line.before.start
    number = element("num", parent)
    words.write(number, Span(start, start + len(said.rstrip())), last=False)
    return True


def write_cell(
    parent: _Element, rows: _Element | None, line: Line, words: Words
) -> _Element:
    """Write a cell of a table, as a row; return the table it is in."""
    if rows is None:
        name = words.names.next("container")
        holder = element("container", parent, name="table", eId=name)
        rows = element("table", holder, eId=f"{name}_table_1")
    cell = element("td", element("tr", rows))
    write_words(paragraph(cell), line, words)
    return rows
