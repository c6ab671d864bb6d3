"""Fields: what they show is read, what they are told is not."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from resolint.readers.word.names import every, value
from resolint.readers.word.shown import struck

_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})


@dataclass(slots=True)
class Field:
    """A field that has begun and not ended."""

    told: list[str] = field(default_factory=list)
    result: bool = False

    @property
    def instruction(self) -> list[str]:
        """The words of its instruction: ``NOTEREF``, ``_Ref1``."""
        return "".join(self.told).split()


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place; they go on over paragraphs."""

    whole: frozenset[_Element]
    """The beginnings that have an end: others are passed over."""
    open: list[Field] = field(default_factory=list)
    untold: int = 0
    """How many of them are in their instruction."""
    pages: int = 0
    """How many show the number of a page."""
    recalls: int = 0
    """How many repeat, as an indicator, the number of a note."""

    @classmethod
    def of(cls, story: _Element) -> "Fields":
        """Look for the fields of a story: the body, a header, a note."""
        begun: list[_Element] = []
        whole = set()
        for each in every(story, "fldChar"):
            # an end that is deleted ends nothing
            if not struck(each):
                match value(each, "fldCharType"):
                    case "begin":
                        begun.append(each)
                    case "end" if begun:
                        whole.add(begun.pop())
        return cls(frozenset(whole))

    def turn(self, element: _Element) -> None:
        """Go past a ``w:fldChar``."""
        match value(element, "fldCharType"):
            case "begin" if element in self.whole:
                self.begin()
            case "separate":
                self.separate()
            case "end":
                self.end()

    def begin(self) -> None:
        """Begin a field, with its instruction."""
        self.open.append(Field())
        self.untold += 1

    def tell(self, text: str) -> None:
        """Go past words of an instruction."""
        if self.open and not self.open[-1].result:
            self.open[-1].told.append(text)

    def separate(self) -> None:
        """Go on to the result of the field begun last."""
        if self.open and not self.open[-1].result:
            self.open[-1].result = True
            self._count(self.open[-1], 1)

    def end(self) -> None:
        """End the field begun last."""
        if self.open:
            last = self.open.pop()
            if last.result:
                self._count(last, -1)
            self.untold -= not last.result

    def _count(self, of: Field, by: int) -> None:
        told = of.instruction
        self.untold -= by == 1
        self.pages += by * paged(told)
        self.recalls += by * (told[:1] == ["NOTEREF"] and "\\f" in told)

    @property
    def shown(self) -> bool:
        """Whether text at this place is shown, and not an instruction."""
        return not self.untold


def paged(instruction: list[str]) -> bool:
    """Whether an instruction asks for the number of a page."""
    return bool(instruction) and instruction[0].upper() in _PAGES
