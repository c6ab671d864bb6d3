"""What a line cites: the only place where results of the grammar become nodes."""

from functools import lru_cache
from typing import NamedTuple

from resolint.document import Day, Node, OfficialRecord, Organ, Symbol, moved
from resolint.inline.citations import read_citations
from resolint.inline.days import read_days
from resolint.inline.line import read_line
from resolint.inline.records import read_records
from resolint.inline.references import read_references, read_sessions
from resolint.inline.symbols import read_symbols
from resolint.regex import regex
from resolint.text import Span

_FIGURE = regex(r"\d")


class _Known(NamedTuple):
    """What some words cite, as it was read where they stood last."""

    start: int
    nodes: tuple[Node, ...]


def read_inline(text: str, span: Span, organ: Organ | None) -> tuple[Node, ...]:
    """Return all that a part of a text cites, in the order of the text.

    ``organ`` is the organ whose text it is: what *its resolution* means. Words that
    were read before, in this text or another, are not read again.
    """
    kept = _kept(text[span.start : span.end], organ)
    # Looked at once only: another thread may put them elsewhere meanwhile.
    known = kept[0] if kept else _Known(span.start, _read(text, span, organ))
    if by := span.start - known.start:
        known = _Known(span.start, moved(known.nodes, by))
    kept[:] = [known]
    return known.nodes


@lru_cache(maxsize=4096)
def _kept(words: str, organ: Organ | None) -> list[_Known]:
    """Return where what some words cite is kept: an empty list at first."""
    return []


def _read(text: str, span: Span, organ: Organ | None) -> tuple[Node, ...]:
    line = read_line(text, span)
    symbols: dict[int, Symbol] = {}
    days: dict[int, Day] = {}
    found: list[Node] = []
    if _FIGURE.search(line.text):
        # Without figures there are only ordinals in words, and bare names of records.
        symbols.update(read_symbols(line))
        days.update(read_days(line))
        found += (*symbols.values(), *days.values())
        found += read_citations(line, organ, days)
        found += read_references(line)
    records = list(read_records(line, symbols))
    within = [node.span for node in records if isinstance(node, OfficialRecord)]
    found += records
    found += (
        node
        for node in read_sessions(line)
        if not any(node.span in record for record in within)
    )
    if len(found) > 1:
        found.sort(key=_place)
    return tuple(found)


def _place(node: Node) -> tuple[int, int]:
    return node.span.start, node.span.end
