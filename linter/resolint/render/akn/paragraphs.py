"""Numbered paragraphs with their points, and all that stands between them."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from resolint.render.akn.elements import element, is_a, paragraph, rename
from resolint.render.akn.lines import Line, Role
from resolint.render.akn.recitals import (
    inline,
    opening,
    write_cell,
    write_number,
    write_words,
)
from resolint.render.akn.words import Words
from resolint.text import Style


@dataclass(slots=True)
class Paragraphs:
    """The paragraphs of a body as they are written, one below the other.

    The points of a paragraph are in a ``list`` of it; those one level down are in a
    ``sublist`` beside the point that they belong to, as the United Nations have it.
    """

    parent: _Element
    words: Words
    paragraph: _Element | None = None
    """The paragraph that was written last."""
    lists: list[_Element] = field(default_factory=list)
    """The lists that are open, the outermost first."""
    rows: _Element | None = None
    """The table that is open."""

    def put(self, line: Line) -> None:
        """Write a line."""
        if line.block.style is Style.TABLE:
            self._end()
            self.rows = write_cell(self.parent, self.rows, line, self.words)
            return
        self.rows = None
        match line.role:
            case Role.ITEM:
                self._point(line)
            case Role.CONTINUATION if self.paragraph is not None:
                self._continue(line, self.paragraph)
            case Role.ENACTING | Role.PREAMBULAR:
                self._end()
                name = self.words.names.next("container")
                made = element("container", self.parent, name=opening(line), eId=name)
                write_words(paragraph(made), line, self.words)
            case Role.HEADING | Role.LETTER:
                self._end()
                self._heading(line)
            case Role.OTHER if line.block.style is Style.HEADING:
                self._end()
                self._heading(line)
            case _:
                self._paragraph(line)

    def embedded(self) -> _Element:
        """Begin a draft in quotation marks, and return what holds it."""
        last = self.paragraph
        alone = last is not None and not self.lists and len(last) == 1
        if last is None or not alone or not is_a(last[0], "content"):
            # Beside a number, what the draft numbers would be taken for points.
            self._end()
            name = self.words.names.next("para")
            last = element("paragraph", self.parent, eId=name, class_="SingleTxt")
            holder = paragraph(element("content", last, eId=f"{name}__content"))
        else:
            holder = last[0][-1]
        self._end()
        name = self.words.names.count("embeddedStructure")
        return element("embeddedStructure", holder, eId=name)

    def _end(self) -> None:
        self.paragraph, self.lists = None, []

    def _paragraph(self, line: Line) -> None:
        self._end()
        note = line.role is Role.NOTE
        name = self.words.names.next("para")
        made = self.paragraph = element(
            "paragraph",
            self.parent,
            eId=name,
            class_="FootnoteText" if note else "SingleTxt",
        )
        self._content(made, line, name)

    def _content(self, made: _Element, line: Line, name: str) -> None:
        said = self.words.source[line.content].strip()
        numbered = bool(said) and write_number(made, line, self.words)
        content = element("content", made, eId=f"{name}__content")
        # A number with nothing behind it is all the words that there are.
        span = line.content if numbered else line.block.span
        self.words.write(paragraph(content), span, inline(line))

    def _heading(self, line: Line) -> None:
        first = line.block.style is not Style.HEADING or line.block.depth != 1
        made = element(
            "paragraph",
            self.parent,
            eId=self.words.names.next("para"),
            class_="H23" if first else "H1",
        )
        kind = "subheading" if first else "heading"
        write_words(element(kind, made), line, self.words)

    def _point(self, line: Line) -> None:
        if self.paragraph is None:
            name = self.words.names.next("para")
            self.paragraph = element(
                "paragraph", self.parent, eId=name, class_="SingleTxt"
            )
        level = max(1, line.level)
        del self.lists[level:]
        while len(self.lists) < level:
            self.lists.append(self._list(self.paragraph))
        above = self.lists[-1]
        value = "".join(
            each for each in self.words.source[line.before] if each.isalnum()
        )
        name = self.words.names.own(
            f"{above.get('eId')}_point_{value or len(above) + 1}"
        )
        self._content(element("point", above, eId=name), line, name)

    def _list(self, within: _Element) -> _Element:
        """Begin a list; the words before it become its introduction."""
        if self.lists:
            above = self.lists[-1]
            point = next(
                (each for each in reversed(above) if is_a(each, "point")), above
            )
            name = self.words.names.own(f"{point.get('eId')}_sublist")
            return element("sublist", above, eId=name)
        name = self.words.names.own(f"{within.get('eId')}_list")
        last = within[-1] if len(within) else None
        made = element("list", within, eId=name)
        if last is not None and is_a(last, "content"):
            rename(last, "intro")
            last.set("eId", f"{name}_intro")
            made.append(last)
        return made

    def _continue(self, line: Line, within: _Element) -> None:
        """Write what goes on after points, or without any."""
        if len(self.lists) > line.level:
            # A list ends with what follows its points.
            ended = self.lists[line.level]
            del self.lists[line.level :]
            holder = element("wrapUp", ended)
        else:
            above = self.lists[-1] if self.lists else within
            last = above[-1] if len(above) else None
            if last is not None and is_a(last, "point"):
                last = last[-1]
            if last is not None and is_a(last, "list", "sublist"):
                last = last[-1]
            if last is None or not is_a(last, "content", "wrapUp", "intro"):
                self._paragraph(line)
                return
            holder = last
        write_words(paragraph(holder), line, self.words)
