"""One run over some files: read, lint, report, and keep count."""

import gc
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TextIO

import click

from resolint.builder import resembles
from resolint.cli.changed import NoChangesError, changed, require_changes
from resolint.cli.files import LeftOut, Trouble, files, left_out, standard_input
from resolint.cli.fixing import TROUBLES, Fixing
from resolint.cli.known import known_rules
from resolint.cli.mending import Draft
from resolint.cli.progress import Progress
from resolint.config import ConfigError, settings_for
from resolint.diagnostic import Diagnostic, Severity
from resolint.document import Resolution
from resolint.engine import InternalError, lint, silent, understood
from resolint.options import OptionError, configured
from resolint.packs import Rules
from resolint.profiles import profile_of
from resolint.readers import UnreadableError, contents, read
from resolint.render import renderer
from resolint.render.report import Layout, Report, printable
from resolint.render.text import TemplateError, proved
from resolint.rule import Rule
from resolint.selection import chosen
from resolint.settings import Setting, Settings
from resolint.suppress import UNUSED, kept
from resolint.text import Source, View


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

    @cached_property
    def rules(self) -> Rules:
        """All rules there are."""
        return known_rules()

    @property
    def textual(self) -> bool:
        """Whether findings are written for people: other lines may follow them."""
        return self.settings_in(Path())["output-format"] in {"text", "full"}

    def settings_in(self, folder: Path) -> Settings:
        """Return the settings that hold in a folder."""
        try:
            return settings_for(
                None if self.isolated else folder,
                self.given,
                self.settings,
                self.rules.keys(),
            )
        except ConfigError as error:
            raise click.ClickException(str(error)) from None

    def check(self, paths: Iterable[str], out: TextIO, colour: bool) -> None:
        """Lint files and write what is found, file by file."""
        settings = self.settings_in(Path())
        layout = Layout(
            rules=self.rules,
            colour=colour,
            template=_template(settings),
            show_source=self.show_source,
        )
        named = [*files(paths, settings["exclude"])]
        todo = [each for each in named if not isinstance(each, LeftOut)]
        self.fixing.prove([each for each in todo if isinstance(each, Path)])
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
                out.writelines(self.fixing.shown)
            return
        for text in renderer(settings["output-format"])(reports, layout):
            self.progress.clear()
            out.write(text)

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
                self._fail(file.message)
                continue
            try:
                report = self._report(file)
            except (UnreadableError, InternalError, NoChangesError) as error:
                self._fail(str(error))
            except Exception as error:
                what = f"{type(error).__name__}: {error}"
                self._fail(f"{file}: internal error: {what}")
            else:
                if report is not None:
                    yield report

    def _report(self, file: Path) -> Report | None:
        """Return what is to be shown of a file; None if it is no resolution."""
        if str(file) == "-":
            name = self.stdin_name or "<stdin>"
            settings = self.settings_in(Path(self.stdin_name or "").parent)
            data: Path | bytes = standard_input()
            file = Path("-")
        else:
            name = str(file)
            settings = self.settings_in(file.parent)
            data = contents(file) if self.fixing.wanted else file
        report = self._judged(data, name, settings)
        if report is None:
            what = "does not look like a resolution"
            if self.fixing.output or self.fixing.annotate:
                self._fail(f"{name}: {what}: nothing is written")
            self._tell(f"{name}: {what}: skipped")
            if isinstance(data, bytes):
                self.fixing.skip(file, data)
            return None
        if self.fixing.wanted and isinstance(data, bytes):
            draft = Draft(file, data, report, settings.level)
            again = partial(self._judged, name=name, settings=settings, known=True)
            try:
                report = self.fixing.done(draft, again)
            except TROUBLES as error:
                self._fail(str(error))
        return replace(report, found=self._counted(report.found, settings))

    def _judged(
        self, data: Path | bytes, name: str, settings: Settings, known: bool = False
    ) -> Report | None:
        """Return all that is found in a file; None if it is no resolution.

        It is one if that is known: what fixes make of a resolution is looked at too.
        """
        source = read(data, name, view=settings.view)
        resolution = understood(
            source,
            profile=settings.profile,
            stage=settings.stage,
            as_of=settings["as-of"],
        )
        if not (self.assume or known or resembles(resolution)):
            return None
        if self.only_changes:
            require_changes(source, settings)
        # What is left over of remarks is told unless it is ignored.
        select = (*settings.select, UNUSED.code[:3])
        rules = chosen(self._configured(settings), select, settings.ignore)
        if not known:
            self._explain(resolution, settings, [*silent(source, rules)])
        least = _least(source, settings)
        found = lint(resolution, rules, profile=settings.profile, least=least)
        left = found
        if source.remarks:
            left = kept(source, found, {rule.code for rule in rules})
        if self.only_changes:
            everything = [*dict.fromkeys((*found, *left))]
            was = partial(read, data, name, view=View.ORIGINAL)
            new = {*changed(resolution, everything, was, rules, settings, least)}
            told = len(left)
            left = [each for each in left if each in new]
            if not known:
                self._tell(_changes_told(source, len(left), told))
        return Report(resolution=resolution, found=tuple(left))

    def _configured(self, settings: Settings) -> Collection[Rule[Any]]:
        """Return all rules, with their options set."""
        options = settings.values["options"]
        if not options.value:
            return self.rules.values()
        try:
            return configured(self.rules.values(), options.value)
        except OptionError as error:
            raise click.ClickException(f"{options.origin}: {error}") from None

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

    def _explain(
        self, resolution: Resolution, settings: Settings, unheard: list[Rule[Any]]
    ) -> None:
        """Say how a document is read, and which rules cannot be used on it."""
        if not self.verbose:
            return
        source = resolution.source
        profile = settings.profile or profile_of(resolution)
        view = "" if source.view is View.FINAL else f" ({source.view} view)"
        self._tell(
            f"{source.name}: read as {source.format}{view}, profile {profile}, "
            f"stage {resolution.stage}"
        )
        by_lack: dict[str, list[str]] = {}
        for rule in unheard:
            lacking = " and ".join(sorted(rule.needs - source.shows))
            by_lack.setdefault(lacking, []).append(rule.code)
        for lacking, codes in by_lack.items():
            verb = "is" if len(codes) == 1 else "are"
            self._tell(
                f"{source.name}: {', '.join(codes)} {verb} silent: {source.format} "
                f"does not show {lacking}"
            )

    def _fail(self, message: str) -> None:
        self.failed = True
        self._say(" ".join(message.split()))

    def _tell(self, message: str) -> None:
        if self.verbose:
            self._say(message)

    def _say(self, message: str) -> None:
        self.progress.clear()
        click.echo(printable(message), err=True)


def _least(source: Source, settings: Settings) -> Severity:
    """Return what a finding must matter to be told, or to count.

    Whether a remark suppresses anything, only all findings can tell.
    """
    if source.remarks:
        return Severity.INFO
    limits = [settings.level, settings.fail_on or settings.level]
    return min(limits, key=lambda each: each.rank)


def _changes_told(source: Source, new: int, found: int) -> str:
    """Return what came of a comparison with the text before its changes."""
    if not source.tracked:
        return f"{source.name}: no tracked changes: nothing is new"
    changes = "change" if source.tracked == 1 else "changes"
    told = f"{source.tracked} tracked {changes}: {new} of {found} findings are new"
    return f"{source.name}: {told}"


def _template(settings: Settings) -> str | None:
    template: str | None = settings["format"]
    if template is None:
        return None
    if settings["output-format"] != "text":
        raise click.ClickException("--format is for --output-format text only")
    try:
        return proved(template)
    except TemplateError as error:
        raise click.ClickException(f"--format: {error}") from None
