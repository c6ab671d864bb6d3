"""The comments of a Word file as a part that can be written to."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import SubElement, _Element

from resolint.readers.word.adding import added
from resolint.readers.word.cuts import SPACE, word
from resolint.readers.word.inserting import AUTHOR
from resolint.readers.word.names import kind, value
from resolint.readers.word.places import Places, highest

_INITIALS = "rl"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_REMARK = re.compile(r"(?i)\bresolint:\s*(?:ignore|off|on)\b")


@dataclass(slots=True)
class Discussion:
    """The comments of a file."""

    places: Places
    path: str
    main: _Element
    root: _Element
    new: bool
    """Whether the file has had no comments."""
    named: bool
    """Whether the document names a part for its comments."""
    last: int = 0
    styles: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, places: Places) -> "Discussion":
        """Return the comments of a file, or the place for some."""
        package = places.package
        above, main = package.main()
        named = [
            each for each in package.related(above).values() if each.kind == "comments"
        ]
        known = next((each.path for each in named if package.has(each.path)), "")
        root = package.part(known) if known else None
        new = root is None
        if root is None:
            root = etree.Element(
                word(main, "comments"), nsmap={"w": main.tag[1:].split("}")[0]}
            )
            known = named[0].path if named else _free(places, above)
        looks = package.companion(above, "styles")
        ids = (
            value(each, "styleId") or "" for each in ([] if looks is None else looks)
        )
        return cls(
            places=places,
            path=known,
            main=main,
            root=root,
            new=new,
            named=bool(named),
            last=max(highest(iter((root,)), "id"), _marked(main)),
            styles=frozenset(ids),
        )

    def clear(self) -> None:
        """Take our own comments out; one that somebody has answered stays.

        So does one that is an order to us: it switches a rule off.
        """
        extended, identified = (
            self.places.package.companion(self.places.package.main()[0], each)
            for each in ("commentsExtended", "commentsIds")
        )
        answered = {
            _attribute(each, "paraIdParent")
            for each in ([] if extended is None else extended)
        } - {None}
        going = [
            each
            for each in self.root
            if kind(each) == "comment"
            and value(each, "author") == AUTHOR
            and not _REMARK.search("".join(_said(each)))
            and not answered.intersection(_paragraphs(each))
        ]
        if not going:
            return
        paragraphs = {name for each in going for name in _paragraphs(each)}
        for each in going:
            self.root.remove(each)
        for root in (extended, identified):
            if root is None:
                continue
            for each in [*root]:
                if _attribute(each, "paraId") in paragraphs:
                    root.remove(each)
                    self.places.changed.add(root)
        self._unmark({value(each, "id") for each in going})
        self.places.changed.update((self.root, self.main))
        self.last = max(highest(iter((self.root,)), "id"), _marked(self.main))

    def _unmark(self, names: set[str | None]) -> None:
        marks = [each for each in self.main.iter("*") if kind(each) in _MARKS]
        for each in marks:
            parent = each.getparent()
            if value(each, "id") not in names or parent is None:
                continue
            parent.remove(each)
            above = parent.getparent()
            empty = all(kind(other) == "rPr" for other in parent)
            if kind(parent) == "r" and empty and above is not None:
                above.remove(parent)

    def add(self, lines: Iterable[str]) -> str:
        """Add a comment, and return its identifier."""
        self.last += 1
        comment = SubElement(self.root, word(self.root, "comment"))
        comment.set(word(comment, "id"), str(self.last))
        comment.set(word(comment, "author"), AUTHOR)
        comment.set(word(comment, "initials"), _INITIALS)
        for number, line in enumerate(lines):
            paragraph = SubElement(comment, word(comment, "p"))
            if "CommentText" in self.styles:
                properties = SubElement(paragraph, word(comment, "pPr"))
                style = SubElement(properties, word(comment, "pStyle"))
                style.set(word(comment, "val"), "CommentText")
            if not number:
                SubElement(self._run(paragraph), word(comment, "annotationRef"))
            run = SubElement(paragraph, word(comment, "r"))
            text = SubElement(run, word(comment, "t"))
            text.text = line
            text.set(SPACE, "preserve")
        if not self.new:
            self.places.changed.add(self.root)
        return str(self.last)

    def reference(self, name: str) -> _Element:
        """Return a run with the mark of a comment."""
        holder = self.main.makeelement(word(self.main, "p"))
        run = self._run(holder)
        mark = SubElement(run, word(run, "commentReference"))
        mark.set(word(run, "id"), name)
        return run

    def _run(self, paragraph: _Element) -> _Element:
        run = SubElement(paragraph, word(paragraph, "r"))
        if "CommentReference" in self.styles:
            properties = SubElement(run, word(run, "rPr"))
            style = SubElement(properties, word(run, "rStyle"))
            style.set(word(run, "val"), "CommentReference")
        return run

    def saved(self) -> bytes:
        """Return the file with its comments as they are now."""
        if not self.new or not len(self.root):
            return self.places.saved()
        strict = "purl.oclc.org" in self.main.tag
        link = "" if self.named else (_STRICT if strict else _KIND)
        return self.places.saved(
            added(self.places, self.path, self.root, content=_TYPE, link=link)
        )


def _free(places: Places, above: str) -> str:
    """Return a path beside the document that no part has."""
    folder = posixpath.dirname(above)
    numbers = ("", *range(2, 1000))
    paths = (posixpath.join(folder, f"comments{each}.xml") for each in numbers)
    return next(each for each in paths if not places.package.has(each))


def _marked(main: _Element) -> int:
    """Return the highest number of a comment that the document marks."""
    marks = (each for each in main.iter("*") if kind(each) in _MARKS)
    numbers = (value(each, "id") or "" for each in marks)
    return max((int(each) for each in numbers if each.isdecimal()), default=0)


def _said(comment: _Element) -> Iterator[str]:
    return (each.text or "" for each in comment.iter("*") if kind(each) == "t")


def _paragraphs(comment: _Element) -> set[str | None]:
    """Return the names that newer parts know the paragraphs of a comment by."""
    return {_attribute(each, "paraId") for each in comment if kind(each) == "p"} - {
        None
    }


def _attribute(element: _Element, name: str) -> str | None:
    """Return an attribute, whichever edition of Word its name comes from."""
    for key, said in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(said)
    return None
