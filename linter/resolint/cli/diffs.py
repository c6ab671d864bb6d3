"""What fixes change, as people read a change: a unified diff.

Of text it is a diff of the bytes, as ``patch -p0`` and ``git apply`` want them: line
ends, byte order mark and encoding are those of the file.
"""

from collections.abc import Iterator

from resolint.readers.plain.encodings import decoded
from resolint.render.places import relative
from resolint.render.report import printable
from resolint.text import Block, Source

_CUT_OFF = b"\n\\ No newline at end of file\n"


def diff(old: bytes, new: bytes, name: str, *, shown: bool = False) -> Iterator[bytes]:
    """Yield the lines of a diff of two texts; people see them in UTF-8."""
    if shown:
        old, new = map(_readable, (old, new))
    yield from _unified(_lines(old), _lines(new), name)


def word_diff(before: Source, after: Source) -> Iterator[bytes]:
    """Yield the lines of a diff of what two Word files say, with italics marked."""
    old, new = (
        [
            f"{printable(_marked(source, each))}\n".encode("utf-8", "backslashreplace")
            for each in source.blocks
        ]
        for source in (before, after)
    )
    yield from _unified(old, new, before.name)


def _unified(old: list[bytes], new: list[bytes], name: str) -> Iterator[bytes]:
    from difflib import diff_bytes, unified_diff

    said = printable(relative(name))
    # A tab ends a name that has spaces.
    file = f"{said}\t" if " " in said else said
    named = file.encode("utf-8", "backslashreplace")
    for line in diff_bytes(unified_diff, old, new, named, named):
        yield line if line.endswith(b"\n") else line + _CUT_OFF


def _readable(data: bytes) -> bytes:
    """Return a text as UTF-8, with nothing in it that a terminal would obey."""
    lines = map(printable, decoded(data).split("\n"))
    return "\n".join(lines).encode("utf-8", "backslashreplace")


def _lines(data: bytes) -> list[bytes]:
    """Return the lines of a file as git and patch count them, with their ends."""
    *lines, last = data.split(b"\n")
    return [*(line + b"\n" for line in lines), *([last] if last else [])]


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
