"""Remarks to be written into a draft: where one that is to hold for a paragraph stands.

What a remark may not change: the text, its blocks, its italics.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from resolint.readers import UnreadableError
from resolint.regex import regex
from resolint.text import Block, Source, Span

FORMATS = {"markdown": ".md", "akn": ".xml"}
"""The formats that have a place for remarks, and the endings of their files."""
_TAGS = regex(r"(?:<[\w:.-]+(?:\s[^<>]*)?(?<!/)>\s*)+\Z")
_LAST_TAG = regex(r"<[\w:.-]+(?:\s[^<>]*)?(?<!/)>\s*\Z")


class Insertion(NamedTuple):
    """A remark to write, and where in the file."""

    at: int
    text: str


def insertion(
    source: Source, block: Block, said: str, again: Callable[[Insertion], Source]
) -> Insertion | None:
    """Return where a remark on a block is to stand; None if there is no place.

    ``again`` reads the file as it is with a remark in it; it may raise
    `UnreadableError` where that cannot be.
    """
    for each in _places(source, block, f"<!-- {said} -->"):
        try:
            new = again(each)
        except UnreadableError:
            continue
        if _holds(source, new, block, said):
            return each
    return None


def block_at(source: Source, offset: int) -> Block | None:
    """Return the block that an offset is in or behind; the first if it is before all.

    None where there is no block.
    """
    found = None
    for block in sorted(source.blocks, key=lambda each: each.span):
        if found is not None and block.span.start > offset:
            break
        found = block
    return found


def _places(source: Source, block: Block, remark: str) -> Iterator[Insertion]:
    """Yield where a remark might stand: on a line of its own, if that can be."""
    raw = source.raw
    start, end = source.origins(block.span)
    head = raw[:start]
    line = max(head.rfind("\n"), head.rfind("\r")) + 1
    before = head[line:]
    indent = before[: len(before) - len(before.lstrip())]
    newline = next((each for each in ("\r\n", "\n", "\r") if each in raw), "\n")
    if source.format == "akn":
        tags = _TAGS.search(before)
        if not before.strip() or (tags and not before[: tags.start()].strip()):
            yield Insertion(line, f"{indent}{remark}{newline}")
        if last := _LAST_TAG.search(head):
            yield Insertion(last.start(), remark)
        yield Insertion(start, remark)
        return
    yield Insertion(line, f"{indent}{remark}{newline}")
    yield Insertion(line, f"{indent}{remark}{newline}{newline}")
    stop = re.compile(r"[^\r\n]*").match(raw, end)
    yield Insertion(stop.end() if stop else end, f" {remark}")
    yield Insertion(end, f" {remark}")


def _holds(source: Source, new: Source, block: Block, said: str) -> bool:
    """Whether a remark is read as one on its paragraph, and all else as before."""
    return (
        new.text == source.text
        and new.blocks == source.blocks
        and _italics(new) == _italics(source)
        and (block.span, said) in new.remarks
    )


def _italics(source: Source) -> list[Span]:
    return [each.span for each in source.emphasis]
