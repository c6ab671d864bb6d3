"""Fenced blocks of Markdown, as rule pages have them."""

from collections.abc import Iterator
from typing import NamedTuple


class Fence(NamedTuple):
    """A fenced block: its info string, its content, and the lines it takes up."""

    info: str
    content: str
    start: int
    end: int
    """The line after the closing fence, counted from nought."""


def fences(lines: list[str]) -> Iterator[Fence]:
    """Yield the fenced blocks among some lines that keep their ends.

    A fence stands at the beginning of its line; one that is not closed is none.
    """
    at = 0
    while at < len(lines):
        mark = _mark(lines[at])
        end = _closing(lines, at + 1, mark) if mark else None
        if end is None:
            at += 1
            continue
        info = lines[at][len(mark) :].strip()
        yield Fence(info, "".join(lines[at + 1 : end]), at, end + 1)
        at = end + 1


def fence(info: str, content: str) -> str:
    """Return a fenced block; its fence is longer than any that it holds."""
    longest = max((len(_mark(line)) for line in content.splitlines()), default=0)
    mark = "`" * max(3, longest + 1)
    end = "" if content.endswith("\n") else "\n"
    return f"{mark}{info}\n{content}{end}{mark}\n"


def _mark(line: str) -> str:
    """Return the backticks that a line begins with, if they can be a fence."""
    ticks = len(line) - len(line.lstrip("`"))
    return line[:ticks] if ticks >= 3 and "`" not in line[ticks:] else ""


def _closing(lines: list[str], at: int, mark: str) -> int | None:
    for index in range(at, len(lines)):
        line = lines[index].rstrip()
        if len(line) >= len(mark) and line == "`" * len(line):
            return index
    return None
