"""How readers put a ``Source`` together, block by block."""

from dataclasses import dataclass, field

from resolint.text import Block, Call, Emphasis, Piece, Shows, Source, Span, Style


@dataclass
class Assembly:
    """The text of a source as it grows: each block is one line.

    Words that the file has go in with `copy`, which remembers where they stand in
    ``raw``; what the reader writes itself (an automatic number, the space for a line
    break) goes in with `write`.
    """

    text: list[str] = field(default_factory=list)
    at: int = 0
    pieces: list[Piece] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    emphasis: list[Emphasis] = field(default_factory=list)
    bold: list[Span] = field(default_factory=list)
    underline: list[Span] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    remarks: list[tuple[Span, str]] = field(default_factory=list)
    leading: set[int] = field(default_factory=set)
    start: int = 0

    def copy(self, words: str, raw: int) -> None:
        """Add words that stand in ``raw`` at an offset."""
        if not words:
            return
        last = self.pieces[-1] if self.pieces else None
        # A piece of length nought is a place of its own: it is not grown.
        if (
            last
            and last.length
            and last.raw + last.length == raw
            and last.at + last.length == self.at
        ):
            self.pieces[-1] = last._replace(length=last.length + len(words))
        else:
            self.pieces.append(Piece(self.at, raw, len(words)))
        self.write(words)

    def write(self, words: str) -> None:
        """Add words that the file has not."""
        self.text.append(words)
        self.at += len(words)

    def gap(self, raw: int) -> None:
        """Say that text put in at this point belongs at an offset of ``raw``."""
        self.pieces.append(Piece(self.at, raw, 0))

    def call(self, label: str) -> None:
        """Add a footnote indicator."""
        self.calls.append(Call(self.at, label))

    def open(self) -> None:
        """Begin a block."""
        self.start = self.at

    def close(
        self,
        style: Style = Style.BODY,
        label: str = "",
        depth: int = 0,
        made_of: tuple[str, ...] = (),
    ) -> Block:
        """End the block that was begun last, and its line."""
        block = Block(Span(self.start, self.at), style, label, depth, made_of)
        self.blocks.append(block)
        self.write("\n")
        self.start = self.at
        return block

    def source(
        self, name: str, raw: str | None, *shows: Shows, format: str = "text"
    ) -> Source:
        """Return the source; ``raw`` is the text itself where it is None."""
        text = "".join(self.text)
        pieces = self.pieces if raw is not None else [Piece(0, 0, len(text))]
        return Source(
            name=name,
            raw=text if raw is None else raw,
            text=text,
            pieces=pieces or [Piece(0, 0, 0)],
            blocks=tuple(self.blocks),
            emphasis=tuple(sorted(self.emphasis)),
            bold=tuple(self.bold),
            underline=tuple(self.underline),
            calls=tuple(sorted(self.calls)),
            shows=frozenset(shows),
            format=format,
            remarks=tuple(self.remarks),
            leading=frozenset(self.leading),
        )
