"""One run over some files: read, lint, report, and keep count."""

import gc
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TextIO

import click

from resolint.cli.baseline import Baselines
from resolint.cli.changed import NoChangesError
from resolint.cli.files import Bounds, LeftOut, Trouble, files, left_out, standard_input
from resolint.cli.fixing import TROUBLES, Fixing
from resolint.cli.ignoring import Ignoring
from resolint.cli.judging import Judge
from resolint.cli.known import known_rules, rules_set
from resolint.cli.mending import Draft
from resolint.cli.outputs import (
    delivered,
    is_textual,
    prove,
    template_of,
    without_earlier,
    written,
)
from resolint.cli.progress import Progress
from resolint.cli.proving import closed
from resolint.cli.since import GitError, Since
from resolint.config import ConfigError, settings_for
from resolint.diagnostic import Diagnostic
from resolint.engine import InternalError
from resolint.outputs import Output, outputs_of
from resolint.packs import Rules
from resolint.readers import UnreadableError, contents
from resolint.render.report import Layout, Report, printable
from resolint.settings import Setting, Settings


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
    since: Since | None = None
    """The revision that paragraphs must have changed since."""
    ignoring: Ignoring | None = None
    """What remarks are written, if any are."""
    closed: set[Path] = field(default_factory=set)
    """Folders whose settings cannot be used."""

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
        try:
            settings = settings_for(
                None if self.isolated else folder,
                self.given,
                self.settings,
                known_rules().keys(),
                file,
            )
        except ConfigError as error:
            raise click.ClickException(str(error)) from None
        if settings["plugins"]:
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
        layout = Layout(
            rules=self.rules,
            colour=colour,
            template=template_of(settings, outputs),
            show_source=self.show_source,
        )
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
        self.fixing.rules, self.fixing.say = lambda: self.rules, self._say
        if (told := left_out(named)) and not self.quiet:
            self._say(told)
        if not todo and not self.quiet:
            self._say("there are no drafts to check")
        self.progress = Progress(len(todo), not self.quiet)
        # Rules live to the end, the trees of files not: collect those only, and not
        # often.
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
        gc.enable()
        reports = self._reports(self.progress.over(todo))
        if self.fixing.diff:
            for _ in reports:
                self.progress.clear()
                out.flush()
                out.buffer.writelines(self.fixing.shown)
                out.buffer.flush()
            return
        for text in delivered(reports, outputs, layout, self.fail):
            self.progress.clear()
            out.write(text)

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
            self.ignoring = replace(self.ignoring, say=self._say)
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

    def _reports(self, todo: Iterable[Path | Trouble]) -> Iterator[Report]:
        for file in todo:
            if isinstance(file, Trouble):
                self.fail(file.message)
                continue
            if file.parent in self.closed:
                continue
            try:
                report = self._report(file)
            except (UnreadableError, InternalError, NoChangesError, GitError) as error:
                self.fail(str(error))
            except click.ClickException as error:
                self.fail(error.format_message())
            except Exception as error:
                if isinstance(error, OSError) and error.filename is None:
                    raise  # Standard output is full, or read no more.
                what = f"{type(error).__name__}: {error}"
                self.fail(f"{file}: internal error: {what}")
            else:
                if report is not None:
                    yield report

    def _report(self, file: Path) -> Report | None:
        """Return what is to be shown of a file; None if it is no resolution."""
        if str(file) == "-":
            name = self.stdin_name or "<stdin>"
            named = Path(self.stdin_name) if self.stdin_name else None
            data: Path | bytes = standard_input()
            settings = self.settings_in((named or Path()).parent, named)
            file = Path("-")
        else:
            name = str(file)
            settings = self.settings_in(file.parent, file)
            data = contents(file) if self.fixing.wanted or self.ignoring else file
        try:
            report = self._judge.judged(data, name, settings)
        except Exception:
            if isinstance(data, bytes):
                self.fixing.skip(file, data)
            raise
        if report is None:
            what = "does not look like a resolution"
            if self.fixing.output or self.fixing.annotate:
                self.fail(f"{name}: {what}: nothing is written")
            self._tell(f"{name}: {what}: skipped")
            if isinstance(data, bytes):
                self.fixing.skip(file, data)
            return None
        writer = self.fixing if self.fixing.wanted else self.ignoring
        if writer and isinstance(data, bytes):
            draft = Draft(file, data, report, settings.level)
            again = partial(
                self._judge.judged, name=name, settings=settings, known=True
            )
            try:
                report = writer.done(draft, again)
            except TROUBLES as error:
                self.fixing.skip(file, data)
                self.fail(str(error))
        return replace(report, found=self._counted(report.found, settings))

    @cached_property
    def _judge(self) -> Judge:
        """What judges each file."""
        return Judge(
            rules=self.rules,
            assume=self.assume,
            only_changes=self.only_changes,
            verbose=self.verbose,
            baselines=self.baselines,
            since=self.since,
            tell=self._tell,
        )

    def _counted(
        self, found: Iterable[Diagnostic], settings: Settings
    ) -> tuple[Diagnostic, ...]:
        """Return what is to be shown of what was found, and count it."""
        found = [*found]
        level, limit = settings.level.rank, settings.fail_on
        shown = tuple(each for each in found if each.severity.rank >= level)
        self.counted.update(each.code for each in shown)
        if limit and any(each.severity.rank >= limit.rank for each in found):
            self.findings_fail = True
        return shown

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
