"""Numbers, letters and bullets at the start of a line, and the lists they make."""

from dataclasses import dataclass, field
from typing import NamedTuple

from resolint.regex import regex


class Marker(NamedTuple):
    """What a line begins with, if it may begin an item of a list."""

    words: str
    certain: bool
    """A bullet: it begins an item wherever it stands."""
    ordered: bool
    """A number with a full stop or a parenthesis, as CommonMark has it."""

    @property
    def first(self) -> bool:
        """Whether it is the number one."""
        return self.words[:-1] == "1"


_MARKER = regex(
    r"(?:(?P<bullet>[-+*•])"
    r"|(?P<number>[0-9]{1,3}[.)])"
    r"|\(?(?:[a-z]{1,2}|[ivxl]{3,8}|[A-Z]|[0-9]{1,3})\)"
    r"|(?:[a-z]|[ivx]{2,7}|[0-9]{1,3}\\)\."
    r"|[–—])(?=[ \t\u00a0])"
)
_FINISHED = regex(r"(?:[:;.]|[;,] (?:and|or))[*_]*(?:\[\^[^\]\s]+\])*\Z")
_COMMA = regex(r",[*_]*(?:\[\^[^\]\s]+\])*\Z")


def marker(content: str) -> Marker | None:
    """Return the marker that a line begins with."""
    if content[0].isupper() or not (match := _MARKER.match(content)):
        return None
    bullet, number = match.group("bullet", "number")
    return Marker(match.group(), bullet is not None, number is not None)


def finished(content: str, above: Marker | None) -> bool:
    """Whether a line ends as an item or its introduction may end.

    A comma will do only inside a list: before the list, a line that begins with
    “(b)” is more likely to be the second half of “paragraphs 2 (a), (b)”.
    """
    tail = content[-80:]
    if above and not above.ordered and _COMMA.search(tail):
        return True
    return _FINISHED.search(tail) is not None


@dataclass(slots=True)
class Lists:
    """The items that a line stands in, as far as indentation tells."""

    open: list[tuple[int, int]] = field(default_factory=list)
    """Indentation and depth of each item, the outermost first."""

    def leave(self) -> None:
        """End all lists."""
        self.open.clear()

    def enter(self, indent: int, here: Marker | None) -> int:
        """Begin a paragraph; return the depth of its item, or 0."""
        while self.open and indent < self.open[-1][0] + 2:
            self.open.pop()
        if here is None:
            return 0
        if self.open:
            depth = self.open[-1][1] and self.open[-1][1] + 1
        else:
            # Of letters alone nobody can say on which level they are.
            depth = 1 if here.certain or here.ordered else 0
        self.open.append((indent, depth))
        return depth

    def beside(self, indent: int) -> bool:
        """Whether an item so indented would stand beside an open one."""
        return any(indent < at + 2 for at, _ in self.open)
