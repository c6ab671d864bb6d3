"""From edits of the text to a Markdown file with them made."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from resolint.diagnostic import Edit
from resolint.readers.layout import Placed, Token
from resolint.readers.markdown import laid_out
from resolint.readers.markdown.rewriting import (
    Item,
    Marks,
    edited,
    items,
    read_back,
    wanted,
    written,
)
from resolint.text import Source, Span, Style

Change = tuple[tuple[int, int], str]
"""A range of ``raw``, and what takes its place."""


def changes(source: Source, edits: Iterable[Edit]) -> list[Change]:
    """Return what to change in the file to make some edits, which do not overlap.

    Words are written so that they are read as words; marks of italics are set, taken
    away, narrowed and joined so that they are read as the edits want them. What is
    not Markdown has its words replaced, and nothing else.
    """
    edits = sorted(edits, key=lambda edit: edit.span)
    if source.format != "markdown":
        return [*_plainly(source, edits)]
    blocks = _blocks(source.raw)
    shares: dict[int, list[Edit]] = {}
    loose: list[Edit] = []
    for edit in map(blocks.kept, edits):
        met = blocks.met(edit.span)
        if not met:
            loose.append(edit)
        for number, block in enumerate(met):
            # What is put in goes to the first block that the edit meets.
            text = edit.text if edit.text is None or not number else ""
            shares.setdefault(block, []).append(edit._replace(text=text))
    labels = frozenset(b.label for b in source.blocks if b.style is Style.NOTE)
    made = list(_plainly(source, loose))
    made += (
        _changed(source, blocks.placed[block], share, labels)
        for block, share in shares.items()
    )
    return sorted(made)


def spliced(source: Source, edits: Iterable[Edit]) -> str:
    """Return the file with some edits made, which do not overlap."""
    return source.spliced(changes(source, edits))


class _Blocks:
    """The blocks of a file, found by the text they have."""

    def __init__(self, raw: str) -> None:
        told = [
            (placed, [(at, token) for at, token in placed.tokens if _has_text(token)])
            for placed in laid_out(raw).placed
        ]
        self.placed = [placed for placed, words in told if words]
        self.starts = [words[0][0] for _, words in told if words]
        self.ends = [at + len(t.text) for _, ws in told if ws for at, t in ws[-1:]]

    def kept(self, edit: Edit) -> Edit:
        """Return an edit; one behind all text is made at the end of the last block."""
        if not self.ends or edit.span.start <= self.ends[-1]:
            return edit
        return edit._replace(span=Span(self.ends[-1], self.ends[-1]))

    def met(self, span: Span) -> range:
        """Return which blocks an edit of a span concerns."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        if first < len(self.ends) and self.ends[first] < span.start:
            first += 1
        last = first
        while last < len(self.starts) and self.starts[last] < max(
            span.end, span.start + 1
        ):
            last += 1
        return range(first, last)


@lru_cache(maxsize=2)
def _blocks(raw: str) -> _Blocks:
    """Return the blocks of a file: fixes of one are often made one by one."""
    return _Blocks(raw)


def _has_text(token: Token) -> bool:
    return bool(token.text) and token.kind.name in (
        "WORDS",
        "ESCAPED",
        "WRITTEN",
        "BREAK",
    )


def _plainly(source: Source, edits: Iterable[Edit]) -> Iterable[Change]:
    for edit in edits:
        if edit.text is not None:
            yield source.origins(edit.span), edit.text


def _changed(
    source: Source, placed: Placed, edits: Iterable[Edit], labels: frozenset[str]
) -> Change:
    """Return a block of the file with some edits made."""
    found = items(source.raw, placed)
    start, end = found[0].start, found[-1].start + len(found[-1].raw)
    italics = False
    for edit in edits:
        found = edited(found, edit)
        italics = italics or edit.italic is not None
    return (start, end), _best(found, placed.style, labels, italics=italics)


def _best(
    found: list[Item], style: Style, labels: frozenset[str], *, italics: bool
) -> str:
    """Return a block written in the first way that is read as it should be."""
    aim = wanted(found)
    said = ""
    for marks in Marks:
        if marks is Marks.KEPT and italics:
            continue
        for escaped in (False, True):
            said = written(found, marks, escaped=escaped)
            if read_back(said, style, labels) == aim:
                return said
    return said
