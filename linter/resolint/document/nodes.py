"""The node, and what is said of a whole resolution."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from resolint.text import Span


class Organ(StrEnum):
    """A principal organ, or council, that adopts resolutions."""

    GA = "General Assembly"
    SC = "Security Council"
    ECOSOC = "Economic and Social Council"
    HRC = "Human Rights Council"


class Stage(StrEnum):
    """How far a text has come."""

    DRAFT = "draft"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A part of a document, and where it stands."""

    span: Span

    def walk(self) -> Iterator["Node"]:
        """Yield this node, then every node within it, in the order of the text."""
        yield self
        for child in self.children():
            yield from child.walk()

    def children(self) -> Iterable["Node"]:
        """Return the nodes right below this one."""
        return ()
