"""A document as Akoma Ntoso for the United Nations (AKN4UN)."""

from dataclasses import dataclass

from lxml.etree import _Element

from resolint.document import Resolution, Stage
from resolint.render.akn.elements import Names, element, written
from resolint.render.akn.lines import Line, Role, lines
from resolint.render.akn.meta import write_meta, write_references
from resolint.render.akn.paragraphs import Paragraphs
from resolint.render.akn.statements import Section, Statement, composite, sections
from resolint.render.akn.words import Words


def as_akn(resolution: Resolution) -> str:
    """Return a document as an Akoma Ntoso file, the same whenever it is made."""
    return written(_File.of(resolution).root)


@dataclass(slots=True)
class _File:
    """The file as it is written."""

    resolution: Resolution
    root: _Element
    words: Words
    whole: Statement
    """What all others are in."""
    current: Statement
    """The whole, or the part that has been come to."""
    target: Statement
    """The current one, or the last annex to it."""
    letter: Resolution | str | None = None
    """The part that has been come to."""
    draft: Resolution | None = None
    embedded: Paragraphs | None = None
    annexes: int = 0

    @classmethod
    def of(cls, resolution: Resolution) -> "_File":
        """Write a document."""
        words = Words.of(resolution, Names())
        found = lines(resolution)
        placed = list(zip(found, sections(found), strict=True))
        root = element("akomaNtoso")
        kind = "documentCollection" if composite(placed) else "statement"
        made = element(kind, root, name=_name(resolution, kind))
        meta = write_meta(made, resolution, "main")
        whole = Statement(made, words)
        file = cls(resolution, root, words, whole, whole, whole)
        late = []
        for line, wanted in placed:
            if line.role is Role.NOTE:
                late.append(line)
            else:
                file.put(line, wanted)
        uncalled = words.uncalled()
        for line in late:
            if uncalled.at(line.block.span.start):
                file.put(line, Section.BODY)
        for statement in (file.current, file.whole):
            statement.complete()
        write_references(meta, root, resolution)
        return file

    def put(self, line: Line, wanted: Section) -> None:
        """Write a line: in the part, the annex or the draft that it belongs to."""
        part = next((each for each in line.within if each.label != "draft"), None)
        draft = next((each for each in line.within if each.label == "draft"), None)
        if line.role is Role.LETTER and not line.within:
            self._component(self.words.source[line.block.span].strip())
            self.letter = None
        elif part and part is not self.letter:
            if self.letter is not None or self.current is self.whole:
                self._component(part.label)
            self.letter = part
        if draft is not self.draft:
            self.draft, self.embedded = draft, None
            if draft:
                made = self.target.body().embedded()
                self.embedded = Paragraphs(made, self.words)
        if self.embedded:
            self.embedded.put(line)
            return
        if line.role is Role.ANNEX:
            self._annex()
        self.target.put(line, wanted)

    def _component(self, label: str) -> None:
        """Begin a part."""
        self.current.complete()
        made = self.whole.made
        held = next((each for each in made if each.tag.endswith("}components")), None)
        if held is None:
            self.whole.complete()
            if made.tag.endswith("Collection"):
                element("collectionBody", made)
            held = element("components", made)
        name = f"comp_{len(held)}"
        if made.tag.endswith("Collection"):
            body = next(each for each in made if each.tag.endswith("}collectionBody"))
            listed = element("component", body, eId=f"comp_def_{len(held)}")
            element(
                "documentRef",
                listed,
                eId=f"compRef_{len(held)}",
                href=f"#{name}",
                showAs=f"Resolution {label}",
            )
        component = element("component", held, eId=name)
        statement = element(
            "statement", component, name=_name(self.resolution, "statement")
        )
        write_meta(statement, self.resolution, f"part_{len(held)}")
        self.current = self.target = Statement(statement, self.words, covered=False)

    def _annex(self) -> None:
        """Begin an annex to the part, or to the whole."""
        self.target.complete()
        made = self.current.made
        last = made[-1]
        held = (
            last if last.tag.endswith("}attachments") else element("attachments", made)
        )
        doc = element("doc", element("attachment", held), name="annex")
        self.annexes += 1
        write_meta(doc, self.resolution, f"annex_{self.annexes}")
        self.target = Statement(doc, self.words, covered=False)


def _name(resolution: Resolution, kind: str) -> str:
    if kind == "documentCollection":
        return "publication"
    return "resolution" if resolution.stage is Stage.ADOPTED else "draft resolution"
