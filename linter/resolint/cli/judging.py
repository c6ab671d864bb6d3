"""What is told of one file, and what is left out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resolint.builder import resembles
from resolint.cli.baseline import Baselines
from resolint.cli.baseline import level as level_looked_for
from resolint.cli.known import rules_set
from resolint.diagnostic import Diagnostic, Severity
from resolint.document import Resolution
from resolint.engine import InternalError, lint, silent, understood
from resolint.profiles import profile_of
from resolint.readers import read
from resolint.render.report import Report
from resolint.rule import Rule
from resolint.selection import chosen, closest
from resolint.settings import Settings, severities, weighed
from resolint.suppress import UNUSED, kept
from resolint.terms import outside
from resolint.text import Source, View

if TYPE_CHECKING:
    from resolint.cli.since import Since


@dataclass(frozen=True, kw_only=True)
class Judge:
    """What of a file is told: its rules, and what is left out of what they find."""

    rules: Mapping[str, Rule[Any]]
    """All rules there are."""
    assume: bool
    """Whether what looks like no resolution is judged too."""
    only_changes: bool
    """Whether only what tracked changes brought about is told."""
    verbose: bool
    baselines: Baselines
    since: "Since | None"
    """The revision that paragraphs must have changed since."""
    tell: Callable[[str], None]
    """Says a line to whom wants to know more."""
    failed: Callable[[InternalError], None] | None = None
    """Takes what is wrong with a rule that fails; without it, nothing is told."""
    go_on: Callable[[], None] | None = None
    """May raise to end the work, at any passage."""

    def judged(
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
        was = partial(read, data, name, view=View.ORIGINAL)
        return self.judged_document(resolution, settings, known, was)

    def judged_document(
        self,
        resolution: Resolution,
        settings: Settings,
        known: bool = False,
        was: Callable[[], Source] | None = None,
    ) -> Report | None:
        """Return all that is found in a document; None if it is no resolution.

        ``was`` reads the text before its tracked changes.
        """
        source = resolution.source
        name = source.name
        if not (self.assume or known or resembles(resolution)):
            return None
        if self.only_changes:
            from resolint.cli.changed import require_changes

            require_changes(source, settings)
        # What is left over of remarks is told unless it is ignored.
        select = (*settings.select, UNUSED.code[:3])
        rules = chosen(rules_set(settings), select, settings.ignore)
        if off := settings.off(Path(name)):
            rules = tuple(rule for rule in rules if closest(rule.code, off) is None)
        if not known:
            self._explain(resolution, settings, [*silent(source, rules)])
        least = level_looked_for(settings, _least(source, settings))
        if self.baselines.prune:
            least = Severity.INFO
        found = lint(
            resolution,
            rules,
            profile=settings.profile,
            least=least,
            severities=severities(settings, rules),
            failed=self.failed,
            go_on=self.go_on,
        )
        found = outside(source, found, settings["terms"])
        left = found
        names = {rule.code: rule.name for rule in self.rules.values()}
        if source.remarks:
            left = kept(source, found, {rule.code for rule in rules}, names)
            left = weighed(left, settings, {UNUSED.code})
        asked = {rule.code for rule in rules}
        left = self.baselines.unknown(resolution, left, settings, asked)
        if self.only_changes and was is not None:
            from resolint.cli.changed import changed

            everything = [*dict.fromkeys((*found, *left))]
            new = {*changed(resolution, everything, was, rules, settings, least, names)}
            told = len(left)
            left = [each for each in left if each in new]
            if not known:
                self.tell(_changes_told(source, len(left), told))
        if self.since:
            from resolint.cli.changed import compared

            everything = [*dict.fromkeys((*found, *left))]

            def compare(after: Source, before: Source) -> list[Diagnostic]:
                document = replace(resolution, source=after)
                return compared(
                    document, everything, before, rules, settings, least, names
                )

            since = self.since.changed(Path(name), source, not known, compare)
            told = len(left)
            left = since.among(left)
            if not known:
                what = f"{len(left)} of {told} findings are new"
                self.tell(f"{name}: since {self.since.revision}: {what}")
        return Report(resolution=resolution, found=tuple(left))

    def _explain(
        self, resolution: Resolution, settings: Settings, unheard: list[Rule[Any]]
    ) -> None:
        """Say how a document is read, and which rules cannot be used on it."""
        if not self.verbose:
            return
        source = resolution.source
        profile = settings.profile or profile_of(resolution)
        view = "" if source.view is View.FINAL else f" ({source.view} view)"
        self.tell(
            f"{source.name}: read as {source.format}{view}, profile {profile}, "
            f"stage {resolution.stage}"
        )
        by_lack: dict[str, list[str]] = {}
        for rule in unheard:
            lacking = " and ".join(sorted(rule.needs - source.shows))
            by_lack.setdefault(lacking, []).append(rule.code)
        for lacking, codes in by_lack.items():
            verb = "is" if len(codes) == 1 else "are"
            self.tell(
                f"{source.name}: {', '.join(codes)} {verb} silent: {source.format} "
                f"does not show {lacking}"
            )


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
