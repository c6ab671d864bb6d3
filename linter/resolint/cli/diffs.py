"""What fixes change, as people read a change: a unified diff."""

from collections.abc import Iterator
from difflib import unified_diff

from resolint.render.report import printable
from resolint.text import Block, Source

_CUT_OFF = "\\ No newline at end of file\n"


def diff(before: Source, after: Source) -> Iterator[str]:
    """Yield the lines of a diff: of a Word file, of its text with italics marked."""
    old, new = _lines(before), _lines(after)
    for line in unified_diff(old, new, printable(before.name), printable(after.name)):
        yield line if line.endswith("\n") else f"{line}\n{_CUT_OFF}"


def _lines(source: Source) -> list[str]:
    if source.format == "docx":
        return [f"{printable(_marked(source, each))}\n" for each in source.blocks]
    return [f"{line}\n" for line in source.raw.split("\n")[:-1]] + [
        line for line in source.raw.split("\n")[-1:] if line
    ]


def _marked(source: Source, block: Block) -> str:
    """Return a block with asterisks around what is in italics."""
    parts: list[str] = []
    at = block.span.start
    for run in source.emphasis_in(block.span):
        start = max(run.span.start, block.span.start)
        end = min(run.span.end, block.span.end)
        parts += source.text[at:start], f"*{source.text[start:end]}*"
        at = end
    return "".join([*parts, source.text[at : block.span.end]])
