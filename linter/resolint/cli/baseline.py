"""``--baseline``: findings that are known, and are not told again."""

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import starmap
from pathlib import Path
from typing import Any, NamedTuple

import click

from resolint import paths
from resolint.cli.outcome import Seen
from resolint.cli.writing import UnwritableError, refuse, write
from resolint.diagnostic import Diagnostic, Severity
from resolint.document import Resolution
from resolint.settings import Settings
from resolint.where import Atlas

USUAL = ".resolint-baseline.json"
"""Where a baseline is written if nothing says where."""


class Entry(NamedTuple):
    """A finding that is known."""

    filename: str
    """From the folder of the baseline."""
    code: str
    fingerprint: str
    message: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by: a message may be worded anew."""
        return self[:3]


@dataclass
class Baseline:
    """A file of known findings, and what a run has seen of them."""

    path: Path
    entries: frozenset[Entry] = frozenset()
    found: set[Entry] = field(default_factory=set)
    """What was found in this run, known or not."""
    gone: set[Entry] = field(default_factory=set)
    """What is known, and was found no more."""

    @classmethod
    def read(cls, path: Path) -> "Baseline":
        """Read a baseline; raise `click.ClickException` if it is missing or none."""
        try:
            return cls(path, frozenset(_entries(paths.contents(path))))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            what = f"the baseline cannot be read: {reason}"
        except (ValueError, TypeError, KeyError, RecursionError):
            what = "this is no baseline, or it is damaged"
        raise click.ClickException(f"{path}: {what}")

    def name(self, path: str) -> str:
        """Return how a file is named in the baseline."""
        here = os.path.realpath(self.path.parent)
        try:
            return Path(os.path.relpath(os.path.realpath(path), here)).as_posix()
        except ValueError:  # on another drive
            return Path(path).as_posix()

    @cached_property
    def digest(self) -> str:
        """What is another one when other findings are known."""
        from hashlib import sha256

        told = json.dumps(sorted(self.entries))
        return sha256(told.encode()).hexdigest()

    def lost(self) -> Iterator[Entry]:
        """Yield what is known of files that are no longer there."""
        for entry in self.entries:
            if not os.path.lexists(self.path.parent / entry.filename):
                yield entry

    def save(self, entries: Iterable[Entry]) -> None:
        """Write the baseline with these entries, the same at all times."""
        rows = [entry._asdict() for entry in sorted(set(entries))]
        text = json.dumps(rows, ensure_ascii=False, indent=2)
        if not _writable(text):
            text = json.dumps(rows, indent=2)
        try:
            refuse(self.path, "--baseline")
            write(self.path, f"{text}\n".encode())
        except UnwritableError as error:
            raise click.ClickException(str(error)) from None


@dataclass(kw_only=True)
class Baselines:
    """The baselines of a run: what is done with them, and which there are."""

    write: bool = False
    prune: bool = False
    say: Callable[[str], None] = print
    tell: Callable[[str], None] = print
    known: dict[Path, Baseline] = field(default_factory=dict)

    def of(self, settings: Settings) -> Baseline | None:
        """Return the baseline that holds where some settings do."""
        given = settings.values["baseline"]
        if given.value is None and not (self.write or self.prune):
            return None
        # What a file says is to be found from where that file is.
        base = given.file.parent if given.file else Path()
        return self._at(_near(base / (given.value or USUAL)))

    def _at(self, path: Path) -> Baseline:
        if path not in self.known:
            new = self.write and not os.path.lexists(path)
            self.known[path] = Baseline(path) if new else Baseline.read(path)
        return self.known[path]

    def fresh(self) -> "Baselines":
        """Return the same baselines, of which nothing has been seen yet."""
        known = {
            path: Baseline(path, each.entries) for path, each in self.known.items()
        }
        return Baselines(write=self.write, prune=self.prune, known=known)

    def taken(self) -> tuple[Seen, ...]:
        """Return what has been seen since this was last asked."""
        taken = []
        for path, each in self.known.items():
            if each.found or each.gone:
                found, gone = map(sorted, (each.found, each.gone))
                taken.append(Seen(str(path), tuple(found), tuple(gone)))
                each.found.clear()
                each.gone.clear()
        return tuple(taken)

    def note(self, seen: Iterable[Seen]) -> None:
        """Take down what has been seen elsewhere."""
        for each in seen:
            baseline = self._at(Path(each.baseline))
            baseline.found.update(starmap(Entry, each.found))
            baseline.gone.update(starmap(Entry, each.gone))

    def unknown(
        self,
        resolution: Resolution,
        found: Sequence[Diagnostic],
        settings: Settings,
        asked: Collection[str],
    ) -> list[Diagnostic]:
        """Return the findings that the baseline does not know; note what it does.

        ``asked`` are the codes of the rules that could have found anything.
        """
        baseline = self.of(settings)
        if baseline is None:
            return [*found]
        source = resolution.source
        name = baseline.name(source.name)
        prints = Atlas(resolution).fingerprints(found)
        entries = [
            Entry(name, each.code, mark, each.message)
            for each, mark in zip(found, prints, strict=True)
        ]
        if self.write:
            least = _least(settings)
            new = [each.severity.rank >= least for each in found]
            pairs = zip(entries, new, strict=True)
            baseline.found.update(entry for entry, counts in pairs if counts)
            return []
        keys = {entry.key for entry in baseline.entries}
        here = {entry.key for entry in entries}
        left = [
            each
            for each, entry in zip(found, entries, strict=True)
            if entry.key not in keys
        ]
        baseline.found.update(entries)
        gone = {
            entry
            for entry in baseline.entries
            if entry.filename == name and entry.code in asked and entry.key not in here
        }
        baseline.gone |= gone
        if hidden := len(found) - len(left):
            self.tell(f"{source.name}: {_counted(hidden)} in the baseline")
        for entry in sorted(gone):
            what = f"{entry.code} {entry.message}"
            self.tell(f"{source.name}: in the baseline, but found no more: {what}")
        return left

    def close(self, failed: bool) -> None:
        """Write what is to be written of the baselines, unless something failed."""
        if not (self.write or self.prune):
            return
        if failed:
            self.say("the baseline is left as it is: not all files could be checked")
            return
        for path, baseline in sorted(self.known.items()):
            if self.write:
                baseline.save(baseline.found)
                self.say(f"{path}: {_counted(len(baseline.found))} in the baseline now")
                continue
            gone = baseline.gone.union(baseline.lost())
            if gone:
                baseline.save(baseline.entries - gone)
            self.say(f"{path}: {_counted(len(gone))} dropped")


def _least(settings: Settings) -> int:
    """Return the rank from which findings are told, or fail."""
    return min(each.rank for each in (settings.level, settings.fail_on) if each)


def _near(path: Path) -> Path:
    """Return a path as it is seen from here, if it can be."""
    try:
        return Path(os.path.relpath(path)) if path.is_absolute() else path
    except ValueError:  # on another drive
        return path


def _counted(number: int) -> str:
    return "1 finding is" if number == 1 else f"{number} findings are"


def _entries(data: bytes) -> Iterator[Entry]:
    rows: Any = json.loads(data.decode("utf-8-sig"))
    if not isinstance(rows, list):
        raise TypeError
    for row in rows:
        entry = Entry(*(row[key] for key in Entry._fields))
        if not all(isinstance(each, str) for each in entry):
            raise TypeError
        yield entry


def _writable(text: str) -> bool:
    """Whether a text has only characters: the name of a file may have others."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def level(settings: Settings, least: Severity) -> Severity:
    """Return what a finding must matter to be looked for.

    Whether what a baseline knows is there still, only all findings can tell.
    """
    return least if settings["baseline"] is None else Severity.INFO
