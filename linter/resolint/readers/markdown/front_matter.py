"""Front matter: the masthead as keys and values at the head of a Markdown file.

It is what YAML makes of flat files: plain and quoted scalars, block scalars, lists,
one level of nesting. Anything else is not front matter, and stays text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from resolint.regex import regex


class Field(NamedTuple):
    """A value, and the key it has: a list gives a field an element."""

    key: str
    words: tuple[tuple[str, int], ...]
    """Each run of the value, and where it stands in the file."""


class Scalar(NamedTuple):
    """The runs of a scalar, and where it ends."""

    words: tuple[tuple[str, int], ...]
    end: int


_LINE = regex(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_KEY = regex(
    r"(?P<indent>[ \t]*)(?P<quote>[\"']?)(?P<key>[^\W\d_][\w .()/-]{0,60}?)(?P=quote)"
    r"[ \t]*:(?=[ \t]|\Z)[ \t]*"
)
_ITEM = regex(r"[ \t]*-(?:[ \t]+|\Z)")
_COMMENT = regex(r"[ \t]+#.*")
_ESCAPES = {"n": " ", "t": "\t", "_": "\u00a0"}


def front_matter(raw: str) -> tuple[list[Field], int]:
    """Return the fields at the head of a file, and where its body begins."""
    start = 1 if raw.startswith("\ufeff") else 0
    first = _LINE.match(raw, start)
    if first is None or first.group(1).rstrip() != "---":
        return [], start
    reading = _Reading(raw)
    at = first.end()
    while at < len(raw):
        line = _LINE.match(raw, at)
        if line is None:
            break
        if line.group(1).rstrip() in ("---", "..."):
            return (reading.fields, line.end()) if reading.fields else ([], start)
        if not reading.line(at, line.end(1)):
            break
        at = line.end()
    return [], start


@dataclass(slots=True)
class _Reading:
    raw: str
    fields: list[Field] = field(default_factory=list)
    key: str = ""
    parent: str = ""
    scalar: str = ""
    """``|`` or ``>`` in a block scalar, ``x`` in a plain one, else nothing."""

    def line(self, start: int, end: int) -> bool:
        """Read a line; say whether front matter may have it."""
        words = self.raw[start:end]
        if not words.strip():
            return True
        indented = words[0] in " \t"
        if indented and self.scalar in ("|", ">"):
            return self.more(start, end, joined=self.scalar == ">")
        if words.lstrip().startswith("#"):
            return True
        if self.key and not self.scalar and (match := _ITEM.match(words)):
            return self.value(start + match.end(), end)
        if match := _KEY.match(words):
            return self.entry(match, start, end)
        if indented and self.scalar == "x":
            return self.more(start, end, joined=True)
        return False

    def entry(self, match: re.Match[str], start: int, end: int) -> bool:
        """Read a key, and the value beside it."""
        key = re.sub(r"[ -]+", "_", match["key"].strip().lower())
        if match["indent"]:
            if not self.key and not self.parent:
                return False
            self.parent = self.parent or self.key
            self.key = f"{self.parent}.{key}"
        else:
            self.key, self.parent = key, ""
        self.scalar = ""
        start += match.end()
        words = self.raw[start:end].strip()
        if words[:1] in ("|", ">") and len(words) < 4:
            self.scalar = words[0]
            return True
        if not words or words.startswith("#"):
            return True
        self.scalar = "x"
        return self.value(start, end)

    def more(self, start: int, end: int, *, joined: bool) -> bool:
        """Read one more line of a scalar."""
        words = self.raw[start:end]
        at = start + len(words) - len(words.lstrip())
        run = (words.strip(), at)
        last = self.fields[-1] if self.fields else None
        if joined and last and last.key == self.key:
            self.fields[-1] = Field(self.key, (*last.words, (" ", -1), run))
        else:
            self.fields.append(Field(self.key, (run,)))
        return True

    def value(self, start: int, end: int) -> bool:
        """Read a scalar, or a list in brackets."""
        while start < end and self.raw[start] in " \t":
            start += 1
        if self.raw[start : start + 1] == "[":
            found = list(_listed(self.raw, start + 1, end))
            if not found or found[-1] is None:
                return False
        else:
            found = [_scalar(self.raw, start, end, "")]
            if found[0] and not _done(self.raw, found[0].end, end):
                return False
        for scalar in found:
            if scalar is None:
                return False
            if any(words.strip() for words, _ in scalar.words):
                self.fields.append(Field(self.key, scalar.words))
        return True


def _done(raw: str, start: int, end: int) -> bool:
    rest = raw[start:end].strip()
    return not rest or rest.startswith("#")


def _listed(raw: str, start: int, end: int) -> Iterator[Scalar | None]:
    """Yield the scalars of a list; None if it is not one."""
    while True:
        while start < end and raw[start] in " \t":
            start += 1
        scalar = _scalar(raw, start, end, ",]")
        if scalar is None:
            yield None
            return
        yield scalar
        start = scalar.end
        while start < end and raw[start] in " \t":
            start += 1
        mark = raw[start:end][:1]
        start += 1
        if mark == "]":
            if not _done(raw, start, end):
                yield None
            return
        if mark != ",":
            yield None
            return


def _scalar(raw: str, start: int, end: int, ends: str) -> Scalar | None:
    """Return the scalar at an offset; None if its quotation marks do not close."""
    quote = raw[start:end][:1]
    if quote and quote in "\"'":
        return _quoted(raw, start, end, quote)
    stop = start
    while stop < end and raw[stop] not in ends:
        stop += 1
    words = raw[start:stop]
    words = "" if words.startswith("#") else _COMMENT.sub("", words)
    words = words.rstrip()
    if words in ("~", "null"):
        words = ""
    return Scalar(((words, start),), stop)


def _quoted(raw: str, start: int, end: int, quote: str) -> Scalar | None:
    runs: list[tuple[str, int]] = []
    at = done = start + 1
    while at < end:
        char = raw[at]
        if char == quote and quote == "'" and raw[at + 1 : end][:1] == "'":
            runs.append((raw[done : at + 1], done))
            at = done = at + 2
        elif char == quote:
            runs.append((raw[done:at], done))
            return Scalar(_trimmed(runs), at + 1)
        elif char == "\\" and quote == '"' and at + 1 < end:
            runs.append((raw[done:at], done))
            said = _ESCAPES.get(raw[at + 1])
            if said is not None:
                runs.append((said, -1))
            done = at + 1 + (said is not None)
            at += 2
        else:
            at += 1
    return None


def _trimmed(runs: list[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Return runs without white space at either end."""
    while runs and not runs[-1][0].strip():
        runs.pop()
    while runs and not runs[0][0].strip():
        runs.pop(0)
    if runs:
        runs[-1] = (runs[-1][0].rstrip(), runs[-1][1])
        words, at = runs[0]
        cut = len(words) - len(words.lstrip())
        runs[0] = (words[cut:], at + cut if at >= 0 else at)
    return tuple(run for run in runs if run[0])
