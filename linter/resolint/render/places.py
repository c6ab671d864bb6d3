"""Where a finding stands, as programs of other people count it."""

import os
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import quote

from resolint.diagnostic import Diagnostic, Fix, Safety
from resolint.engine import UnfixableError, changes
from resolint.text import Source

Ruler = Callable[[str], int]
"""What tells the length of some text."""


class Replacement(NamedTuple):
    """A range of ``raw``, and what takes its place."""

    start: int
    end: int
    text: str


def relative(name: str) -> str:
    """Return the name of a file as seen from where we are, with slashes.

    One that cannot be told from here is told without its folder.
    """
    path = Path(name)
    if path.is_absolute():
        try:
            path = Path(os.path.relpath(path))
        except ValueError:
            path = Path(path.name)
    return PurePath(path).as_posix()


def reference(name: str) -> str:
    """Return the name of a file as a relative reference of a URI."""
    # A name may have bytes that are no characters: they are named as bytes.
    return quote(relative(name).encode("utf-8", "surrogateescape"))


def utf8(text: str) -> int:
    """Return how many bytes some text takes."""
    return len(text.encode("utf-8", "surrogatepass"))


def utf16(text: str) -> int:
    """Return how many units of UTF-16 some text takes."""
    return len(text) + sum(char > "\uffff" for char in text)


def measured(source: Source, raw: int, ruler: Ruler) -> tuple[int, int]:
    """Return the line of an offset in ``raw``, and how far in, from nought."""
    place = source.place_of(raw)
    first = raw - place.column + 1
    return place.line - 1, ruler(source.raw[first:raw])


def replacement(source: Source, diagnostic: Diagnostic) -> Replacement | None:
    """Return what a fix, made alone, changes in the file.

    None where there is no fix to be made, or the file is not the text that was read.
    """
    fix = diagnostic.fix
    if fix is None or fix.safety < Safety.UNSAFE:
        return None
    if source.format not in ("markdown", "text"):
        return None
    if plain := _plain(source, fix):
        return plain
    try:
        made = changes(source, [diagnostic], Safety.UNSAFE)
    except UnfixableError:
        return None
    if not made:
        return None
    start, end = made[0][0][0], max(last for (_, last), _ in made)
    parts: list[str] = []
    done = start
    for (first, last), text in made:
        parts += source.raw[done:first], text
        done = last
    new = "".join([*parts, source.raw[done:end]])
    change = _difference(source.raw[start:end], new)
    return change and change._replace(
        start=start + change.start, end=start + change.end
    )


def _plain(source: Source, fix: Fix) -> Replacement | None:
    """Return a fix of one word between others: it needs no thought of markup."""
    if len(fix.edits) != 1:
        return None
    ((span, text, italic),) = fix.edits
    if not text or italic is not None or not text.replace(" ", "").isalnum():
        return None
    start, end = source.origins(span)
    around = source.raw[max(start - 1, 0) : end + 1]
    if not source[span] or source.raw[start:end] != source[span]:
        return None
    simple = all(char.isalnum() or char in " ,;.:" for char in around)
    return Replacement(start, end, text) if simple and start else None


def _difference(old: str, new: str) -> Replacement | None:
    """Return the one stretch in which two texts differ; None where they do not."""
    if old == new:
        return None
    room = min(len(old), len(new))
    start = _alike(old, new, room)
    tail = _alike(old[::-1], new[::-1], room - start)
    return Replacement(start, len(old) - tail, new[start : len(new) - tail])


def _alike(one: str, other: str, room: int) -> int:
    """Return how many characters, of some at the beginning, are the same."""
    pairs = zip(one[:room], other[:room], strict=True)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), room)
