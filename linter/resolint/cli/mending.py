"""A draft fixed, and fixed again, until nothing changes."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from resolint.cli.writing import UnwritableError
from resolint.diagnostic import Diagnostic, Related, Safety, Severity
from resolint.engine import UnfixableError
from resolint.fixing import Unmade, applied
from resolint.readers import UnreadableError
from resolint.render.report import Report
from resolint.where import Atlas

_ROUNDS = 100
"""How often a file is fixed again: one fix may make way for another."""
_IDLE = "the fix changes nothing here"
_TURNING = "its fix and others undo each other"

TROUBLES = (UnwritableError, UnfixableError, UnreadableError)
"""What a draft may raise that is to be written to."""

Judge = Callable[[bytes], Report | None]
"""From a file as it would be to what is found in it."""


class Draft(NamedTuple):
    """A file to write to, as it was read."""

    path: Path
    data: bytes
    report: Report
    level: Severity
    """What is not shown is not fixed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A file with all fixes made that can be."""

    data: bytes
    report: Report
    """What is left to be found; of what cannot be written, why."""
    made: Counter[str]
    """How many findings of each rule were fixed."""
    told: tuple[str, ...] = ()
    """What was not made, a line each."""


def mend(draft: Draft, judge: Judge, least: Safety) -> Mended:
    """Return a draft with all fixes made that are at least as safe as asked for."""
    data, report = draft.data, draft.report
    made: Counter[str] = Counter()
    unmade: tuple[Unmade, ...] = ()
    seen = {data}
    while True:
        rank = draft.level.rank
        shown = [each for each in report.found if each.severity.rank >= rank]
        step = applied(data, report.source, shown, least)
        unmade = step.unmade
        if step.data == data:
            unmade = (*unmade, *_left(shown, unmade, least, _IDLE))
            break
        if step.data in seen or len(seen) > _ROUNDS:
            unmade = (*unmade, *_left(shown, unmade, least, _TURNING))
            break
        made.update(each.code for each in step.made)
        data, report = step.data, judge(step.data) or report
        seen.add(data)
    reasons = dict(unmade)
    found = tuple(_noted(each, reasons) for each in report.found)
    return Mended(
        data=data,
        report=replace(report, found=found),
        made=made,
        told=tuple(_told(report, unmade)),
    )


def _left(
    shown: Iterable[Diagnostic], unmade: Iterable[Unmade], least: Safety, why: str
) -> Iterator[Unmade]:
    """Yield the findings whose fixes were asked for and are made no more."""
    known = {each.diagnostic for each in unmade}
    for each in shown:
        if each.fix and each.fix.safety >= least and each not in known:
            yield Unmade(each, why)


def _told(report: Report, unmade: tuple[Unmade, ...]) -> Iterator[str]:
    if not unmade:
        return
    atlas, name = Atlas(report.resolution), report.source.name
    for diagnostic, why in unmade:
        where = atlas.where(diagnostic.span)
        yield f"{name}: {where.locator or where.part}: {diagnostic.code}: {why}"


def _noted(each: Diagnostic, reasons: Mapping[Diagnostic, str]) -> Diagnostic:
    """Return a finding that says why it cannot be fixed, if so it is."""
    if each not in reasons:
        return each
    return replace(each, notes=(*each.notes, Related(each.span, reasons[each])))
