"""Markdown as drafters write it: emphasis, notes, headings, lists as typed, tables."""

from resolint.readers.layout import Comment, Kind, Layout, Token
from resolint.readers.markdown.blocks import Leaf, blocks
from resolint.readers.markdown.front_matter import Field, front_matter
from resolint.readers.markdown.inline import tokens
from resolint.readers.markdown.lines import lines, veil
from resolint.readers.markdown.notes import find_notes, ordered
from resolint.readers.plain.encodings import decoded
from resolint.text import Shows, Source, Span, Style


def read(data: bytes, name: str) -> Source:
    """Read a Markdown file."""
    return from_markdown(decoded(data), name)


def from_markdown(text: str, name: str = "<text>") -> Source:
    """Read Markdown."""
    return laid_out(text).assembly.source(
        name, text, Shows.ITALICS, Shows.NOTES, format="markdown"
    )


def laid_out(raw: str) -> Layout:
    """Return the text of a Markdown file, and where its marks went."""
    layout = Layout()
    fields, start = front_matter(raw)
    for field in fields:
        _masthead(layout, field)
    veiled, comments = veil(raw)
    leaves = list(blocks(veiled, list(lines(veiled, start))))
    labels = find_notes(veiled, leaves)
    waiting = _shared(leaves, [c for c in comments if c.at >= start])
    notes: list[tuple[Leaf, list[Token]]] = []
    attached: dict[int, list[Comment]] = {}
    for index, leaf in enumerate(leaves):
        if leaf.literal:
            line = leaf.lines[0]
            words = raw[line.start : line.end]
            found = [Token(Kind.WORDS, line.start, line.end, words)]
        else:
            lenient = leaf.style is Style.NOTE
            found = tokens(veiled, leaf.lines, labels, lenient=lenient)
        if leaf.style is Style.NOTE:
            notes.append((leaf, found))
            attached[id(leaf)] = waiting[index]
        else:
            _lay(layout, leaf, found, waiting[index])
    called = [call.label for call in layout.assembly.calls]
    for leaf, found in ordered(notes, called):
        _lay(layout, leaf, found, attached[id(leaf)])
    end = layout.assembly.blocks[-1].span.end if layout.assembly.blocks else 0
    for comment in waiting[-1]:
        layout.assembly.remarks.append((Span(end, end), comment.words))
    layout.finish()
    return layout


def _masthead(layout: Layout, field: Field) -> None:
    text = layout.assembly
    text.open()
    for words, at in field.words:
        if at < 0:
            text.write(words)
        else:
            text.copy(words, at)
    text.close(Style.MASTHEAD, field.key)


def _lay(
    layout: Layout, leaf: Leaf, found: list[Token], comments: list[Comment]
) -> None:
    layout.leaf(found, comments, style=leaf.style, label=leaf.label, depth=leaf.depth)


def _shared(leaves: list[Leaf], comments: list[Comment]) -> list[list[Comment]]:
    """Return the comments in or before each block, and those after the last."""
    shares: list[list[Comment]] = []
    at = 0
    for leaf in leaves:
        first = at
        end = max((line.stop for line in leaf.lines), default=0)
        while at < len(comments) and comments[at].at < end:
            at += 1
        shares.append(comments[first:at])
    shares.append(comments[at:])
    return shares
