"""One run over some files: read, lint, report, and keep count."""

from collections import Counter
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from resolint.cli.baseline import Baselines
from resolint.cli.checking import Checker
from resolint.cli.files import Bounds, LeftOut, Trouble, files, left_out
from resolint.cli.fixing import Fixing
from resolint.cli.jobs import in_order, workers
from resolint.cli.known import known_rules, rules_set, settings_in
from resolint.cli.outcome import Outcome
from resolint.cli.outputs import (
    Look,
    delivered,
    is_textual,
    prove,
    template_of,
    without_earlier,
    written,
)
from resolint.cli.progress import Progress
from resolint.cli.proving import closed
from resolint.garbage import seldom_collected
from resolint.outputs import Output, outputs_of
from resolint.packs import Rules
from resolint.paths import is_file
from resolint.placed import Plugin
from resolint.render.report import printable
from resolint.settings import Setting, Settings

if TYPE_CHECKING:
    from resolint.cli.cache import Cache
    from resolint.cli.ignoring import Ignoring
    from resolint.cli.since import Since


@dataclass(kw_only=True)
class Run:
    """What a call of ``check`` was asked for, and what has come of it."""

    given: tuple[str, ...] = ()
    isolated: bool = False
    settings: Mapping[str, Setting] = field(default_factory=dict)
    assume: bool = False
    only_changes: bool = False
    """Whether only what tracked changes brought about is told."""
    verbose: bool = False
    quiet: bool = False
    show_source: bool = False
    stdin_name: str | None = None
    failed: bool = False
    """Whether part of the job could not be done."""
    findings_fail: bool = False
    """Whether anything was found that is to fail the run."""
    counted: Counter[str] = field(default_factory=Counter)
    """How many findings of each rule were shown."""
    progress: Progress = field(default_factory=Progress)
    fixing: Fixing = field(default_factory=Fixing)
    baselines: Baselines = field(default_factory=Baselines)
    since: "Since | None" = None
    """The revision that paragraphs must have changed since."""
    ignoring: "Ignoring | None" = None
    """What remarks are written, if any are."""
    closed: set[Path] = field(default_factory=set)
    """Folders whose settings cannot be used."""
    jobs: int | None = 1
    """How many processes do the files; None is as many as is sensible."""
    cache: "Cache | None" = None
    plugins: list[tuple[Plugin, ...]] = field(default_factory=list)
    """All that settings have named so far."""

    @cached_property
    def rules(self) -> Rules:
        """All rules there are."""
        return known_rules()

    @property
    def textual(self) -> bool:
        """Whether findings are written for people: other lines may follow them."""
        return is_textual(self.outputs)

    @property
    def outputs(self) -> tuple[Output, ...]:
        """What is to be written, and where."""
        return outputs_of(self.settings_in(Path())["output-format"])

    def settings_in(self, folder: Path, file: Path | None = None) -> Settings:
        """Return the settings that hold in a folder, or for a file in it."""
        settings = settings_in(folder, self.given, self.isolated, self.settings, file)
        if settings["plugins"] and settings["plugins"] not in self.plugins:
            self.plugins.append(settings["plugins"])
            self.rules.update(known_rules(settings["plugins"]))
        return settings

    def check(
        self,
        paths: Collection[str],
        out: TextIO,
        colour: bool,
        file: Path | None = None,
    ) -> None:
        """Lint files and write what is found, file by file; ``out`` may be a file."""
        settings = self.settings_in(Path())
        outputs = outputs_of(settings["output-format"])
        template = template_of(settings, outputs)
        named = [*files(paths, Bounds.of(settings))]
        todo = [each for each in named if not isinstance(each, LeftOut)]
        targets = written(outputs, file)
        if not self.assume:
            todo = without_earlier(todo, paths, targets)
        drafts = [each for each in todo if isinstance(each, Path)]
        self.fixing.prove(drafts)
        prove(targets, drafts, (self.fixing.output, self.fixing.annotate))
        self._prove(drafts)
        self.fixing.for_people = out.isatty()
        self.fixing.rules = lambda: self.rules
        if (told := left_out(named)) and not self.quiet:
            self._say(told)
        if not todo and not self.quiet:
            self._say("there are no drafts to check")
        self.progress = Progress(len(todo), not self.quiet)
        seldom_collected()
        looks = tuple(
            Look(each.format, colour and not each.file, template, self.show_source)
            for each in outputs
        )
        with closing(self._outcomes(todo, looks)) as done:
            outcomes = self._heard(self.progress.over(done))
            if self.fixing.diff:
                for outcome in outcomes:
                    self.progress.clear()
                    out.flush()
                    out.buffer.writelines(outcome.diff)
                    out.buffer.flush()
                return
            layouts = [each.layout(self.rules) for each in looks]
            for text in delivered(outcomes, outputs, layouts, self.fail):
                self.progress.clear()
                out.write(text)
        if self.cache and self.cache.trouble:
            self._tell(f"what is found is not kept: {self.cache.trouble}")

    def _prove(self, todo: Collection[Path]) -> None:
        """Raise `click.ClickException` if what is to be left out cannot be known.

        Of a folder below whose settings cannot be used it is told; the others are done.
        """
        self.baselines.say, self.baselines.tell = self._say, self._tell
        self._prove_settings(Path())
        folders = (file.parent for file in todo)
        self.closed = closed(folders, self._prove_settings, self.fail)
        if self.since:
            if Path("-") in todo:
                raise click.UsageError("--since is for files, not for standard input")
            self.since.prove(todo)
        if self.ignoring:
            if self.fixing.wanted:
                raise click.UsageError("--add-ignore and --fix cannot both hold")
            self.ignoring.prove()

    def _prove_settings(self, folder: Path) -> None:
        settings = self.settings_in(folder)
        rules_set(settings)
        self.baselines.of(settings)

    def statistics(self) -> Iterator[str]:
        """Yield a line for each rule with findings, the most frequent first."""
        for code, count in sorted(
            self.counted.items(), key=lambda item: (-item[1], item[0])
        ):
            name = self.rules[code].name if code in self.rules else ""
            yield f"{count}\t{code}\t{name}".rstrip()

    def _outcomes(
        self, todo: Sequence[Path | Trouble], looks: tuple[Look, ...]
    ) -> Generator[Outcome]:
        """Yield what comes of each file, in their order."""
        checker = Checker(
            given=self.given,
            isolated=self.isolated,
            settings=self.settings,
            assume=self.assume,
            only_changes=self.only_changes,
            verbose=self.verbose,
            stdin_name=self.stdin_name,
            fixing=replace(self.fixing, made=Counter(), rules=dict),
            baselines=self.baselines.fresh(),
            since=self.since,
            ignoring=self.ignoring,
            looks=looks,
            plugins=self.plugins,
            cache=self.cache,
        )
        jobs = workers(self.jobs, len(todo))
        if jobs > 1 and (self.fixing.wanted or self.ignoring) and _twice(todo):
            jobs = 1

        def answered(each: Path | Trouble) -> Outcome | Path:
            match each:
                case Trouble(message):
                    return Outcome(said=(" ".join(message.split()),), failed=True)
                case Path() if each.parent in self.closed:
                    return Outcome()
                case Path() if jobs > 1 and not is_file(each):
                    # What the caller has opened is ours alone.
                    return checker.outcome(each)
                case Path() if jobs > 1 and (known := checker.known(each)):
                    return known
            return each

        return in_order(todo, checker, answered, jobs)

    def _heard(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Say and count what has come of files, and yield those that are told."""
        for each in outcomes:
            for line in each.said:
                self._say(line)
            self.failed = self.failed or each.failed
            self.findings_fail = self.findings_fail or each.fails
            self.counted.update(each.counted)
            self.fixing.made.update(each.fixed)
            self.fixing.differs = self.fixing.differs or bool(each.diff)
            self.baselines.note(each.seen)
            if self.cache and each.trouble:
                self.cache.trouble = each.trouble
            if each.pieces is not None:
                yield each

    def fail(self, message: str) -> None:
        """Say that part of the job could not be done, and why."""
        self.failed = True
        self._say(" ".join(message.split()))

    def _tell(self, message: str) -> None:
        if self.verbose:
            self._say(message)

    def _say(self, message: str) -> None:
        # Where nobody listens, the exit status says it.
        with suppress(OSError):
            self.progress.clear()
            click.echo(printable(message), err=True)


def _twice(todo: Iterable[Path | Trouble]) -> bool:
    """Whether a file has two names: then one is to be written after the other."""
    seen = set[tuple[int, int]]()
    for each in todo:
        if isinstance(each, Path) and is_file(each):
            status = each.stat()
            if (key := (status.st_dev, status.st_ino)) in seen:
                return True
            seen.add(key)
    return False
