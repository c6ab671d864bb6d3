"""The node, and what is said of a whole resolution."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any

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
        todo: list[Node] = [self]
        while todo:
            node = todo.pop()
            yield node
            if children := node.children():
                todo.extend(reversed(children))

    def children(self) -> Sequence["Node"]:
        """Return the nodes right below this one, in the order of the text."""
        return ()


def moved(nodes: Sequence[Node], by: int) -> tuple[Node, ...]:
    """Return nodes as they are when their text stands elsewhere.

    What two of them share, such as a date, is shared by those that are returned.
    """
    made: dict[int, Any] = {}
    return tuple(_moved(node, by, made) for node in nodes)


def _moved(this: Any, by: int, made: dict[int, Any]) -> Any:
    """Return a field of a node, or a node, moved; ``made`` are those that are."""
    if isinstance(this, Span):
        return this.shift(by)
    if not isinstance(this, Node):
        return this
    if id(this) not in made:
        kind: Any = type(this)
        said = {name: _moved(getattr(this, name), by, made) for name in _names(kind)}
        made[id(this)] = kind(**said)
    return made[id(this)]


@cache
def _names(kind: type[Node]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))
