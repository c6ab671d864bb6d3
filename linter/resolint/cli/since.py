"""``--since REV``: findings in paragraphs that git shows changed."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import click

from resolint.alignment import Alignment
from resolint.diagnostic import Diagnostic
from resolint.paths import is_file
from resolint.readers import UnreadableError, read
from resolint.regex import regex
from resolint.text import Source, Span

TEXTUAL = frozenset({"text", "markdown", "akn"})
"""Formats in which lines of the file are lines of the text."""
_HUNK = regex(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_PATIENCE = 60
_STRAY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What a hook sets for the repository that it runs in, which may not be the file's."""

Compare = Callable[[Source, Source], list[Diagnostic]]
"""From a text as it is, and as it was, to the findings that are new."""


class GitError(Exception):
    """What git cannot tell; the message is one line for the user."""


@dataclass(frozen=True)
class Since:
    """A revision, and what has changed in files since."""

    revision: str

    def prove(self, files: Iterable[Path]) -> None:
        """Raise `click.ClickException` where there is no such revision to ask for."""
        for folder in sorted({file.parent for file in files if is_file(file)}):
            try:
                _git(folder, "rev-parse", "--show-toplevel")
                named = f"{self.revision}^{{commit}}"
                asked = "rev-parse", "--verify", "--quiet", "--end-of-options", named
                if self.revision and _git(folder, *asked, missing=True) is not None:
                    continue
                what = "there is no such revision"
            except GitError as error:
                what = str(error)
            raise click.ClickException(f"--since {self.revision}: {folder}: {what}")

    def changed(
        self, file: Path, source: Source, saved: bool, compare: Compare
    ) -> "Changed":
        """Return which paragraphs of a file have changed.

        What is not saved, git cannot see: it is compared as Word files are. Raises
        `GitError`.
        """
        folder, name = file.parent, file.name
        listed = _git(folder, "ls-files", "--", f":(literal){name}")
        at = f"{self.revision}:./{name}"
        there = _git(folder, "cat-file", "-e", at, missing=True) is not None
        if not listed or not there:
            return Changed(source, (Span(0, len(source.text)),))
        if source.format not in TEXTUAL or not saved:
            was = _git(folder, "cat-file", "blob", at) or b""
            try:
                before = unnamed(read(was, source.name, view=source.view))
            except UnreadableError:
                what = f"what it was in {self.revision} cannot be read"
                raise GitError(f"{source.name}: {what}") from None
            after = unnamed(source)
            return Changed(
                source, tuple(_rewritten(before, after)), tuple(compare(after, before))
            )
        told = _git(
            folder,
            *("diff", "-U0", "--inter-hunk-context=0", "--text", "--no-color"),
            *("--no-ext-diff", "--no-textconv", "--no-renames", self.revision),
            *("--", f":(literal){name}"),
        )
        return Changed(source, tuple(_blocks(source, told or b"")))


class Changed(NamedTuple):
    """The blocks of a text that have changed, and findings told to be new."""

    source: Source
    spans: tuple[Span, ...]
    new: tuple[Diagnostic, ...] = ()

    def among(self, found: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return those of the findings that stand in what has changed."""
        new = {*self.new}
        return [
            each
            for each in found
            if each in new
            or any(
                span.start <= each.span.end and each.span.start <= span.end
                for span in self.spans
            )
        ]


def _rewritten(before: Source, after: Source) -> Iterator[Span]:
    """Yield the blocks of a text that an earlier one had not, word for word."""
    whole = {block.span for block in before.blocks}
    alignment = Alignment(before, after)
    for block in after.blocks:
        if whole.isdisjoint(alignment.stood(block.span)):
            yield block.span


def unnamed(source: Source) -> Source:
    """Return a source whose blocks are known by their words alone.

    What the paragraphs of one file are called says nothing of those of another.
    """
    return replace(
        source, blocks=tuple(replace(each, made_of=()) for each in source.blocks)
    )


def _blocks(source: Source, told: bytes) -> Iterator[Span]:
    """Yield the blocks that the hunks of a diff reach into."""
    lines = _Lines(source.raw)
    parts = sorted(
        lines.range(int(match[1]), int(match[2] if match[2] is not None else 1))
        for line in told.split(b"\n")
        if (match := _HUNK.match(line))
    )
    for block in source.blocks:
        start, end = source.origins(block.span)
        if any(start < stop and first < end for first, stop in parts):
            yield block.span


@dataclass(frozen=True)
class _Lines:
    """Where the lines of a file begin, as git counts them."""

    raw: str

    @cached_property
    def starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.raw))]

    def range(self, line: int, count: int) -> tuple[int, int]:
        """Return the part of the file that some lines take up.

        Of none it is the place after the line: what stood there is gone.
        """
        if not count:
            return self.at(line + 1), self.at(line + 1)
        return self.at(line), self.at(line + count)

    def at(self, line: int) -> int:
        starts = self.starts
        return starts[line - 1] if line <= len(starts) else len(self.raw)


def _git(folder: Path, *arguments: str, missing: bool = False) -> bytes | None:
    """Return what git says in a folder; None if it fails and that is an answer."""
    import subprocess

    left = {key: value for key, value in os.environ.items() if key not in _STRAY}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            env={**left, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except FileNotFoundError:
        raise GitError("git is not found") from None
    except subprocess.TimeoutExpired:
        raise GitError("git does not answer") from None
    except (OSError, ValueError) as error:
        raise GitError(f"git cannot be run: {error}") from None
    if not done.returncode:
        return done.stdout
    if missing:
        return None
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    if said and "not a git repository" in said[0]:
        raise GitError("this is in no git repository")
    raise GitError(said[0].strip() if said else "git fails")
