"""Lines of a Markdown file, and the comments in it."""

from collections.abc import Iterator
from typing import NamedTuple

from resolint.readers.layout import Comment
from resolint.regex import regex

VEIL = "\ufdd0"
"""What stands for each code point of a comment while the rest is read.

It is no character, so no text has it; the places of everything else stay the same.
"""

_LINE = regex(r"([ \t]*)((?:>[ \t]*)*)([^\r\n]*)(?:\r\n|\n|\r|\Z)")


class Line(NamedTuple):
    """A line without its indentation, its quotation marks and trailing white space."""

    start: int
    end: int
    stop: int
    """Where the line ends with that white space."""
    indent: int
    """Columns before the first code point; a tab goes to the next fourth column."""
    quoted: int
    """How many marks of a block quotation it has."""


def veil(raw: str) -> tuple[str, list[Comment]]:
    """Return the file with its comments veiled, and the comments.

    A comment that does not end is text.
    """
    comments: list[Comment] = []
    parts: list[str] = []
    done = 0
    while (start := raw.find("<!--", done)) >= 0:
        end = raw.find("-->", start + 4)
        if end < 0:
            break
        comments.append(Comment(start, raw[start + 4 : end].strip()))
        parts += raw[done:start], VEIL * (end + 3 - start)
        done = end + 3
    return "".join([*parts, raw[done:]]), comments


def lines(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the lines of a text, from an offset on."""
    while start < len(text):
        match = _LINE.match(text, start)
        if match is None:  # cannot be: the pattern matches anything
            return
        indent, quotes, words = match.groups()
        at = match.start(3)
        if quotes:
            indent = text[match.start(2) + quotes.rfind(">") + 1 : at]
        yield Line(
            at,
            at + len(words.rstrip()),
            match.end(3),
            len(indent.expandtabs(4)),
            quotes.count(">"),
        )
        start = match.end()
