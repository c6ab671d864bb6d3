"""What is done with one file of a run: read, judged, mended, and written of."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resolint.cli import outcome
from resolint.cli.baseline import Baselines
from resolint.cli.files import standard_input
from resolint.cli.fixing import Fixing
from resolint.cli.known import known_rules, settings_in
from resolint.cli.outcome import Outcome
from resolint.cli.outputs import Look
from resolint.diagnostic import Diagnostic
from resolint.packs import Rules
from resolint.paths import is_file
from resolint.placed import Plugin
from resolint.readers import UnreadableError, contents
from resolint.render import Piece, renderer
from resolint.render.report import Report
from resolint.settings import Setting, Settings

if TYPE_CHECKING:
    from resolint.cli.cache import Cache
    from resolint.cli.ignoring import Ignoring
    from resolint.cli.judging import Judge
    from resolint.cli.since import Since


@dataclass(kw_only=True)
class Checker:
    """Does one file after the other as a call asks, and tells what came of each.

    It says and prints nothing itself, so that it can be handed to another process.
    """

    given: tuple[str, ...]
    isolated: bool
    settings: Mapping[str, Setting]
    assume: bool
    only_changes: bool
    verbose: bool
    stdin_name: str | None
    fixing: Fixing
    baselines: Baselines
    since: "Since | None"
    ignoring: "Ignoring | None"
    looks: tuple[Look, ...]
    """How what is written is to look, each output by itself."""
    plugins: Sequence[tuple[Plugin, ...]] = ()
    """All that settings name: what a remark may speak of."""
    cache: "Cache | None" = None
    _said: list[str] = field(default_factory=list)
    _failed: bool = False

    def __getstate__(self) -> dict[str, Any]:
        """Return what another process needs, and cannot make itself."""
        state = {each.name: getattr(self, each.name) for each in fields(self)}
        ignoring = self.ignoring and replace(self.ignoring, say=print)
        fixing = replace(self.fixing, rules=dict, say=print)
        fresh = self.baselines.fresh()
        return {**state, "fixing": fixing, "baselines": fresh, "ignoring": ignoring}

    def prepare(self) -> None:
        """Import what judges, so that copies of this process need not."""
        _ = self._judge

    def known(self, file: Path) -> Outcome | None:
        """Return what came of a file before; None if that is not known."""
        if self.cache is None or not is_file(file):
            return None
        try:
            settings = settings_in(
                file.parent, self.given, self.isolated, self.settings, file
            )
            return self._kept(self._key(contents(file), str(file), settings))
        except Exception:
            return None  # Whoever does it tells why.

    def outcome(self, file: Path) -> Outcome:
        """Do a file, and return what came of it; raises if nothing can be printed."""
        self._said, self._failed, self.fixing.made = [], False, Counter()
        made: Outcome | None = None
        try:
            made = self._outcome(file)
        except click.ClickException as error:
            self._fail(error.format_message())
        except UnreadableError as error:
            self._fail(str(error))
        except Exception as error:
            from resolint.cli.changed import NoChangesError
            from resolint.cli.since import GitError
            from resolint.engine import InternalError

            if isinstance(error, (InternalError, NoChangesError, GitError)):
                self._fail(str(error))
            elif isinstance(error, OSError) and error.filename is None:
                raise  # Standard output is full, or read no more.
            else:
                what = f"{type(error).__name__}: {error}"
                self._fail(f"{file}: internal error: {what}")
        made = made or Outcome(fixed=self.fixing.made)
        return replace(made, said=(*self._said, *made.said), failed=self._failed)

    def _outcome(self, file: Path) -> Outcome:
        name, data, settings = self._read(file)
        # What is typed is read at each pause: it is not worth keeping.
        key = None if str(file) == "-" else self._key(data, name, settings)
        if known := self._kept(key):
            return known
        self.baselines.taken()
        try:
            report = self._report(file, name, data, settings)
        except Exception:
            self.fixing.skip(file, data)
            raise
        made = Outcome(seen=self.baselines.taken())
        if report is not None:
            made = self._written(report, settings, made)
        if key is None or self.cache is None or self._failed:
            return made
        self.cache.put(key, replace(made, said=tuple(self._said)).plain())
        return replace(made, trouble=self.cache.trouble)

    def _read(self, file: Path) -> tuple[str, bytes, Settings]:
        """Return the name of a file, what it holds, and the settings for it."""
        where: Path | None = file
        name = str(file)
        if name == "-":
            name = self.stdin_name or "<stdin>"
            where = Path(self.stdin_name) if self.stdin_name else None
            data = standard_input()
        folder = (where or Path()).parent
        settings = settings_in(folder, self.given, self.isolated, self.settings, where)
        if settings["plugins"]:
            self._rules.update(known_rules(settings["plugins"]))
        return name, data if str(file) == "-" else contents(file), settings

    def _report(
        self, file: Path, name: str, data: bytes, settings: Settings
    ) -> Report | None:
        """Return what is found in a file, mended; None if it is no resolution."""
        report = self._judge.judged(data, name, settings)
        if report is None:
            what = "does not look like a resolution"
            if self.fixing.output or self.fixing.annotate:
                self._fail(f"{name}: {what}: nothing is written")
            self._tell(f"{name}: {what}: skipped")
            self.fixing.skip(file, data)
            return None
        writer = self.fixing if self.fixing.wanted else self.ignoring
        if writer is None:
            return report
        from resolint.cli.mending import TROUBLES, Draft

        draft = Draft(file, data, report, settings.level)
        again = partial(self._judge.judged, name=name, settings=settings, known=True)
        try:
            return writer.done(draft, again)
        except TROUBLES as error:
            self.fixing.skip(file, data)
            self._fail(str(error))
            return report

    def _written(self, report: Report, settings: Settings, made: Outcome) -> Outcome:
        """Return what is counted in a document and written of it."""
        level, limit = settings.level.rank, settings.fail_on
        shown = _shown(report.found, level)
        fails = limit and any(each.severity.rank >= limit.rank for each in report.found)
        report = replace(report, found=shown)
        pieces: list[Piece | None] = []
        whole = False
        for look in self.looks:
            write = renderer(look.format).piece
            whole = whole or write is None
            layout = look.layout(self._rules)
            pieces.append(write(report, layout) if write else None)
        return replace(
            made,
            fails=bool(fails),
            counted=Counter(each.code for each in shown),
            report=report if whole else None,
            pieces=tuple(pieces),
            diff=tuple(self.fixing.shown),
            fixed=self.fixing.made,
        )

    def _key(self, data: bytes, name: str, settings: Settings) -> bytes | None:
        """Return what the outcome is kept under; None if it is not to be kept."""
        busy = self.fixing.wanted or self.ignoring or self.since or self.only_changes
        if self.cache is None or busy or self.plugins or self._at_once:
            return None
        # Imported late: without a cache nobody needs it.
        from resolint.cli import keeping

        call = self.assume, self.verbose, self.looks
        return keeping.key(data, name, settings, self.baselines, call)

    def _kept(self, key: bytes | None) -> Outcome | None:
        if key is None or self.cache is None:
            return None
        found = self.cache.get(key)
        try:
            return None if found is None else outcome.read(found)
        except ValueError:
            return None

    @cached_property
    def _at_once(self) -> bool:
        """Whether a format is written of all documents at once."""
        return any(renderer(each.format).piece is None for each in self.looks)

    @cached_property
    def _rules(self) -> Rules:
        rules = known_rules()
        for each in self.plugins:
            rules.update(known_rules(each))
        return rules

    @cached_property
    def _judge(self) -> "Judge":
        """What judges each file."""
        from resolint.cli.judging import Judge

        self.baselines.say, self.baselines.tell = self._say, self._tell
        self.fixing.rules, self.fixing.say = lambda: self._rules, self._say
        if self.ignoring:
            self.ignoring = replace(self.ignoring, say=self._say)
        return Judge(
            rules=self._rules,
            assume=self.assume,
            only_changes=self.only_changes,
            verbose=self.verbose,
            baselines=self.baselines,
            since=self.since,
            tell=self._tell,
        )

    def _fail(self, message: str) -> None:
        self._failed = True
        self._say(" ".join(message.split()))

    def _tell(self, message: str) -> None:
        if self.verbose:
            self._say(message)

    def _say(self, message: str) -> None:
        self._said.append(message)


def _shown(found: Iterable[Diagnostic], level: int) -> tuple[Diagnostic, ...]:
    return tuple(each for each in found if each.severity.rank >= level)
