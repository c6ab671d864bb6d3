"""From a document and some rules to what is wrong with it."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from resolint.builder import parse
from resolint.desk import Desk, Panel
from resolint.diagnostic import Diagnostic, Edit, Fix, Safety, Severity
from resolint.document import Node, Resolution, Stage
from resolint.index import Index
from resolint.profiles import Profile, profile_of
from resolint.rule import Rule
from resolint.text import Shows, Source


class InternalError(Exception):
    """A rule failed; the message is one line for the user."""


class UnfixableError(Exception):
    """A format into which no fixes can be written; the message is one line."""


def understood(
    source: Source,
    *,
    profile: Profile | None = None,
    stage: Stage | None = None,
    as_of: date | None = None,
) -> Resolution:
    """Return the document, its organ taken from the profile if it names none."""
    resolution = parse(source, stage=stage, as_of=as_of)
    if resolution.organ is None and profile is not None and profile.organ is not None:
        resolution = parse(source, organ=profile.organ, stage=stage, as_of=as_of)
    return resolution


def lint(
    document: Source | Resolution,
    rules: Iterable[Rule[Any]],
    *,
    profile: Profile | None = None,
    stage: Stage | None = None,
    as_of: date | None = None,
    least: Severity = Severity.INFO,
    severities: Mapping[str, Severity] = MappingProxyType({}),
    failed: "Callable[[InternalError], None] | None" = None,
    go_on: Callable[[], None] | None = None,
) -> list[Diagnostic]:
    """Check a document, and return what is wrong in the order of the text.

    A rule that fails raises `InternalError`; or, if ``failed`` is given, that is told,
    and what the rule found so far stands. ``go_on`` is called before each passage: what
    it raises ends the work.

    A rule whose code is in ``severities`` has that one in every profile and stage.

    What matters less than ``least`` is left out, and rules that find nothing else are
    not asked.

    Without a profile each resolution in the document is judged by its own organ's.
    Rules that need what the source cannot show are left out: `silent` names them.
    """
    if isinstance(document, Source):
        document = understood(document, profile=profile, stage=stage, as_of=as_of)
    on = _On(_Rules(rules), document.source.shows, least, frozenset(severities.items()))
    judge = _Judge(on, document, profile, failed, go_on)
    judge.visit(document)
    order = attrgetter("span", "code", "message")
    return sorted(dict.fromkeys(judge.found), key=order)


def silent(source: Source, rules: Iterable[Rule[Any]]) -> list[Rule[Any]]:
    """Return the rules that a source cannot be checked with."""
    return [rule for rule in rules if not rule.needs <= source.shows]


class _Rules(tuple[Rule[Any], ...]):
    """Rules that are the same if each of them is the same object."""

    __slots__ = ()

    def __hash__(self) -> int:
        return hash(tuple(map(id, self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rules) and [*map(id, self)] == [*map(id, other)]


class _On(NamedTuple):
    """Which rules are on, wherever, and how much they matter."""

    rules: _Rules
    shows: frozenset[Shows]
    least: Severity
    severities: frozenset[tuple[str, Severity]]


@lru_cache(maxsize=16)
def _index(rules: _Rules) -> Index:
    """Return what rules look for, as their catalogue tells it if they have but one."""
    needled = [rule for rule in rules if rule.needled]
    indexes = {getattr(rule, "index", None) for rule in needled}
    index: Index | None = indexes.pop() if len(indexes) == 1 else None
    return index or Index.of(needled)


@lru_cache(maxsize=64)
def _panel(on: _On, profile: Profile, stage: Stage) -> Panel:
    """Return the rules that are on, and have something to say that matters."""
    severities = dict(on.severities)
    speakers = []
    for rule in on.rules:
        if profile in rule.profiles and stage in rule.stages and rule.needs <= on.shows:
            severity = severities.get(rule.code) or rule.severity_in(profile, stage)
            if severity.rank >= on.least.rank:
                speakers.append((rule, severity))
    return Panel(speakers, _index(on.rules))


class _Judge:
    """One walk through a document: each node is shown to the rules that want it."""

    def __init__(
        self,
        on: _On,
        document: Resolution,
        profile: Profile | None,
        failed: Callable[[InternalError], None] | None,
        go_on: Callable[[], None] | None,
    ) -> None:
        self.on = on
        self.document = document
        self.profile = profile
        self.least = on.least.rank
        self.failed = failed
        self.go_on = go_on
        self.found: list[Diagnostic] = []
        self.desks: dict[tuple[Profile, Stage], Desk] = {}

    def visit(self, node: Resolution) -> None:
        """Check a resolution, and each part of it as one of its own."""
        key = self.profile or profile_of(node), node.stage
        if key not in self.desks:
            self.desks[key] = Desk(_panel(self.on, *key), self.document)
        desk = self.desks[key]
        todo: list[Node] = [node]
        while todo:
            this = todo.pop()
            if isinstance(this, Resolution) and this is not node:
                self.visit(this)
                continue
            if self.go_on:
                self.go_on()
            for rule, severity in desk.shown(this):
                self._ask(rule, severity, this, node)
            todo += desk.below(this)

    def _ask(
        self, rule: Rule[Any], severity: Severity, node: Node, within: Resolution
    ) -> None:
        try:
            for diagnostic in rule.check(node, within):
                given = diagnostic.severity
                if given is rule.severity or given.rank > severity.rank:
                    diagnostic = replace(diagnostic, severity=severity)
                if diagnostic.severity.rank >= self.least:
                    self.found.append(diagnostic)
        except Exception as error:
            what = f"{type(error).__name__}: {error}".splitlines()[0]
            name = self.document.source.name
            wrong = InternalError(f"{name}: internal error in rule {rule.code}: {what}")
            if self.failed is None:
                raise wrong from error
            self.failed(wrong)


def fixed(
    source: Source, found: Iterable[Diagnostic], least: Safety = Safety.SAFE
) -> str:
    """Return the raw text with every fix written in that meets none before it.

    Raises `UnfixableError` of a format into which none can be written.
    """
    return source.spliced(changes(source, found, least))


def changes(
    source: Source, found: Iterable[Diagnostic], least: Safety = Safety.SAFE
) -> list[tuple[tuple[int, int], str]]:
    """Return ranges of the raw text, and what fixes that meet no other make of each.

    Raises `UnfixableError` of a format into which none can be written.
    """
    edits = accepted(source, (diagnostic.fix for diagnostic in found), least)
    match source.format:
        case "markdown":
            from resolint.readers.markdown import writer

            return writer.changes(source, edits)
        case "text":
            return [(source.origins(edit.span), edit.text or "") for edit in edits]
        case other:
            raise UnfixableError(f"{source.name}: fixes cannot be written to {other}")


def accepted(
    source: Source, fixes: Iterable[Fix | None], least: Safety = Safety.SAFE
) -> list[Edit]:
    """Return the edits of the fixes that can be made together, in order.

    Of a fix all edits are made or none; one that meets an earlier one waits for the
    next run.
    """
    made: list[Edit] = []
    known: set[Edit] = set()
    for fix in fixes:
        if fix is None or fix.safety < least:
            continue
        if source.format == "text" and any(edit.text is None for edit in fix.edits):
            continue
        new = [edit for edit in dict.fromkeys(fix.edits) if edit not in known]
        if not any(_meets(edit, made) for edit in new):
            for edit in new:
                insort(made, edit, key=attrgetter("span"))
            known.update(new)
    return made


def _meets(edit: Edit, made: list[Edit]) -> bool:
    """Whether an edit overlaps one that was made, or goes in at the same place."""
    at = bisect_left(made, edit.span, key=attrgetter("span"))
    before, after = made[max(at - 1, 0) : at], made[at : at + 1]
    return any(
        other.span.meets(edit.span) or other.span.start == edit.span.start
        for other in (*before, *after)
    )
