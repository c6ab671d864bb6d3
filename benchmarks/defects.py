r"""Defects as the catalogue shows them, and how each is planted in a document.

A row of ``defects.tsv`` is a kind: in which passages it can stand, a pattern, and what
takes its place. ``put`` may hold groups, and ``{\1+3}``, a number with 3 added.
"""

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from resolint import (
    Edit,
    Enacting,
    Field,
    Footnote,
    Heading,
    Item,
    Node,
    Operative,
    Other,
    Passage,
    Preambular,
    Resolution,
    Span,
    Title,
)

FILE = Path(__file__).with_name("defects.tsv")
_SUM = re.compile(r"\{(\d+)\+(-?\d+)\}")
_KINDS: dict[str, tuple[type[Node], ...]] = {
    "preambular": (Preambular,),
    "operative": (Operative,),
    "item": (Item,),
    "paragraph": (Preambular, Operative, Item),
    "note": (Footnote,),
    "title": (Title,),
    "enacting": (Enacting,),
    "heading": (Heading,),
    "annex": (Other, Heading),
    "masthead": (Field,),
    "any": (Preambular, Operative, Item, Footnote, Title),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of defect."""

    code: str
    """The rule that should find it."""
    name: str
    within: str
    """The passages that it is planted in, or ``raw`` for the file itself."""
    find: re.Pattern[str]
    put: str
    italic: bool | None
    """Whether italics are set, or taken away, instead of words replaced."""
    organs: tuple[str, ...]
    formats: tuple[str, ...]
    profile: str
    near: int
    """How many lines away the finding may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """A defect at a place."""

    kind: Kind
    edit: Edit
    node: Passage


def kinds() -> list[Kind]:
    """Return the kinds of the table."""
    lines = [
        line for line in FILE.read_text("utf-8").splitlines() if line and line[0] != "#"
    ]
    return [_kind(row) for row in csv.DictReader(lines, delimiter="\t", quoting=3)]


def _kind(row: dict[str, str]) -> Kind:
    italic = {"italic": True, "roman": False}.get(row["mark"])
    return Kind(
        code=row["code"],
        name=row["name"],
        within=row["in"],
        find=re.compile(row["find"]),
        put=row["put"],
        italic=italic,
        organs=tuple((row["organs"] or "ga hrc ecosoc").split()),
        formats=tuple((row["formats"] or "md docx txt xml").split()),
        profile=row["profile"] or "",
        near=int(row["near"] or 0),
    )


def plants(kind: Kind, document: Resolution) -> Iterator[Plant]:
    """Yield every place of a document where a defect can be planted."""
    source = document.source
    for node in _passages(kind.within, document):
        for match in kind.find.finditer(source[node.span]):
            group = "x" if "x" in kind.find.groupindex else 0
            span = Span(*match.span(group)).shift(node.span.start)
            if kind.italic is not None:
                if any(source.is_italic(at) is kind.italic for at in _both(span)):
                    continue
                edit = Edit(span, italic=kind.italic)
            else:
                made = _put(kind, match)
                edit = _least(span, source[span], made)
                if source[edit.span] == edit.text:
                    continue
            yield Plant(kind=kind, edit=edit, node=node)


def chosen(kind: Kind, document: Resolution, seed: str) -> Plant | None:
    """Return one of the places, the same each time, or None where there is none."""
    every = list(plants(kind, document))
    if not every:
        return None
    return random.Random(f"{seed} {kind.code} {kind.name}").choice(every)


def _both(span: Span) -> tuple[int, int]:
    return span.start, span.end - 1


def _put(kind: Kind, match: re.Match[str]) -> str:
    made = match.expand(kind.put)
    return _SUM.sub(lambda found: str(int(found[1]) + int(found[2])), made)


def _passages(within: str, document: Resolution) -> Iterator[Passage]:
    name, _, field = within.partition(":")
    wanted = _KINDS["masthead" if name == "field" else name]
    for node in _walked(document, annexes=name == "annex"):
        if isinstance(node, wanted) and isinstance(node, Passage):
            if field and not (isinstance(node, Field) and node.name == field):
                continue
            yield node


def _walked(document: Resolution, *, annexes: bool) -> Iterator[Node]:
    """Yield the nodes of a document, those of annexes or the others."""
    inside = [annex.span for annex in document.annexes]
    for node in document.walk():
        below = any(node.span in span for span in inside)
        if isinstance(node, Footnote) or below is annexes:
            yield node


def _least(span: Span, old: str, new: str) -> Edit:
    """Return the edit that changes no more than it must."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    most = min(len(old), len(new)) - start
    while end < most and old[len(old) - 1 - end] == new[len(new) - 1 - end]:
        end += 1
    # A letter stays beside what is put in, so that it takes on its looks.
    if start == len(old) - end and start:
        start -= 1
    return Edit(Span(span.start + start, span.end - end), new[start : len(new) - end])
