"""Where each passage of a document stands, and what is counted around it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from resolint.document import (
    Annex,
    Closing,
    Footnote,
    Masthead,
    Operative,
    Other,
    Paragraph,
    Passage,
    Resolution,
)
from resolint.mentions.counting import Counted, counted, items, lines

Row = tuple[Counted, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Home:
    """A passage, and what a reference in it may name."""

    passage: Passage
    within: Resolution
    """The nearest resolution around it; of a note, around what calls it."""
    paragraphs: Row
    """Of that resolution."""
    text: Row = ()
    """The lines of the annex, or of the declaration, that it stands in."""
    lists: tuple[Row, ...] = ()
    """The items below it and around it, the innermost first."""
    top: Counted | None = None
    """The numbered paragraph, or line, that it is or belongs to."""
    own: bool = False
    """Whether a paragraph that it names, and says no more of, is likest one of the
    same text: in operative paragraphs, and in annexes with numbers, it is."""


def homes(resolution: Resolution) -> Iterator[Home]:
    """Yield all passages of a document, those of its parts included, the notes last."""
    calling: dict[str, Home] = {}
    for home in _all(resolution):
        for call in home.passage.calls:
            calling.setdefault(call.label, home)
        yield home
    for note in resolution.notes:
        if caller := calling.get(note.label):
            yield replace(caller, passage=note, own=False, lists=())
        else:
            paragraphs = counted(resolution)
            yield Home(passage=note, within=resolution, paragraphs=paragraphs)


def _all(resolution: Resolution) -> Iterator[Home]:
    paragraphs = counted(resolution)
    by_node = {id(each.node): each for each in paragraphs}
    others = lines(resolution.others)

    def at(passage: Passage, text: Row = ()) -> Home:
        home = Home(
            passage=passage, within=resolution, paragraphs=paragraphs, text=text
        )
        return _lined(home) if text else home

    for node in resolution.children():
        match node:
            case Resolution():
                yield from _all(node)
            case Annex():
                text = lines(node.lines)
                for passage in node.children():
                    yield at(passage, text)
            case Masthead() | Closing():
                for field in node.fields:
                    yield at(field)
            case Footnote():
                pass
            case Paragraph():
                top = by_node.get(id(node))
                own = isinstance(node, Operative)
                below = top.items if top else items(node)
                yield from _below(replace(at(node), top=top, own=own), below)
            case Other():
                yield at(node, others)
            case Passage():
                yield at(node)


def _below(home: Home, below: Row) -> Iterator[Home]:
    """Yield a paragraph with its items, and with what follows these."""
    node = home.passage
    assert isinstance(node, Paragraph)
    inner = replace(home, lists=(below, *home.lists)) if below else home
    yield inner
    for item in below:
        yield from _below(replace(inner, passage=item.node), item.items)
    # A declaration or a quotation between paragraphs may count for itself.
    text = lines(node.continuation)
    for passage in node.continuation:
        there = replace(inner, passage=passage, text=text)
        yield _lined(there) if text else there


def _lined(home: Home) -> Home:
    """Return a line of a text with numbers of its own, with what is around it."""
    own = any(each.key[0].isdigit() for each in home.text)
    for top in home.text:
        path = _path(top, home.passage)
        if path:
            lists = [each.items for each in reversed(path) if each.items]
            return replace(home, top=top, lists=tuple(lists), own=own)
    before = [
        each for each in home.text if each.node.span.start <= home.passage.span.start
    ]
    return replace(home, top=before[-1] if before else None, lists=(), own=own)


def _path(one: Counted, passage: Passage) -> list[Counted]:
    """Return what is to be gone through from a line to one below it."""
    if one.node is passage:
        return [one]
    for item in one.items:
        if path := _path(item, passage):
            return [one, *path]
    return []
