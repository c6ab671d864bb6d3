"""A line of a sheet as HTML: its italics, its calls of notes, its findings in place."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from resolint.diagnostic import Severity
from resolint.document import (
    Enacting,
    Item,
    Operative,
    Other,
    Paragraph,
    Preambular,
    Title,
)
from resolint.render.html.escaping import quoted, shown
from resolint.render.html.lines import Line
from resolint.text import Call, Shows, Source, Span

_SERIES = 6
"""How long the first part of a symbol may be: ``CEDAW``."""


class Mark(NamedTuple):
    """Where a finding is marked on a line."""

    start: int
    end: int
    number: int
    severity: Severity
    says: str
    """What is said of it to those who do not see the mark."""
    numbered: bool = True
    """Whether its number stands behind it: not where it goes on from another line."""


class _Run(NamedTuple):
    """A stretch that is set in a manner of its own, or marked."""

    start: int
    end: int
    what: str | Mark
    """The name of an element, or a mark."""


class Typesetter:
    """Sets the lines of one source."""

    def __init__(self, source: Source, notes: Mapping[str, str]) -> None:
        """Take the source, and the anchors of its notes by label."""
        self._source = source
        self._notes = notes
        self._called: set[str] = set()
        self._slants = Shows.ITALICS in source.shows
        self._bold = sorted(source.bold)
        self._underline = sorted(source.underline)

    def called(self, label: str) -> bool:
        """Whether a line set so far calls a note."""
        return label in self._called

    def html(self, line: Line, marks: Sequence[Mark], calls: Sequence[Call]) -> str:
        """Return the words of a line."""
        behind = self._behind(marks, calls)
        runs = [_Run(mark.start, mark.end, mark) for mark in marks]
        runs += self._styles(line)
        runs.sort(key=lambda run: run.start)
        apart, name = self._apart(line)
        if apart is None:
            return "".join(self._set(line.span, runs, behind, first=True))
        number = self._set(Span(line.span.start, apart), runs, behind, first=True)
        words = self._set(Span(apart, line.span.end), runs, behind, first=False)
        return f'<span class="{name}">{"".join(number)}</span>{"".join(words)}'

    def _apart(self, line: Line) -> tuple[int | None, str]:
        """Return where the number of a line ends that stands apart from its words."""
        text, span = self._source.text, line.span
        if line.kind == "symbol":
            slash = text.find("/", span.start, span.start + _SERIES)
            return (slash, "series") if slash > span.start else (None, "")
        match line.passage:
            case Title(number_span=Span(end=end) as number) if number in span:
                return self._blank(end, span), "number"
            case (
                Operative(marker=marker)
                | Preambular(number=marker)
                | Item(marker=marker)
                | Other(marker=marker)
            ) if marker is not None and marker.span in span:
                return self._blank(marker.span.end, span), "marker"
        return None, ""

    def _blank(self, at: int, within: Span) -> int:
        """Return where the white space ends that begins at a place, if any does."""
        text = self._source.text
        while at < within.end and text[at].isspace():
            at += 1
        return at

    def _styles(self, line: Line) -> Iterator[_Run]:
        """Yield what is in italics, in bold and underlined.

        Where the format does not show italics, they are where the UN prints them.
        """
        span = line.span
        if self._slants:
            for each in self._source.emphasis_in(span):
                yield from _clipped(each.span, span, "i")
        else:
            match line.passage:
                case Enacting(name=organ):
                    yield from _clipped(organ, span, "i")
                case Paragraph(opening=opening) if opening is not None:
                    yield from _clipped(opening.span, span, "i")
        for runs, name in ((self._bold, "b"), (self._underline, "u")):
            first = max(0, bisect_left(runs, span) - 1)
            for at in range(first, bisect_left(runs, Span(span.end, 0))):
                yield from _clipped(runs[at], span, name)

    def _behind(
        self, marks: Sequence[Mark], calls: Sequence[Call]
    ) -> Mapping[int, list[str]]:
        """Return what stands behind the text before a place: calls, then numbers."""
        made: defaultdict[int, list[str]] = defaultdict(list)
        for call in calls:
            there = made[call.at]
            there.append(self._call(call, more=bool(there)))
        for mark in sorted(marks, key=lambda each: (each.end, each.number)):
            if mark.start == mark.end:
                made[mark.end].append(
                    f'<mark class="point {mark.severity}" '
                    f'data-findings="{mark.number}"></mark>'
                )
            if mark.numbered:
                made[mark.end].append(badge(mark.number, mark.severity, mark.says))
        return made

    def _call(self, call: Call, *, more: bool) -> str:
        """Return an indicator; a comma goes before one ``more`` at the same place."""
        label, note = shown(call.label), self._notes.get(call.label)
        start = f'<sup class="call{" more" if more else ""}">'
        if note is None:
            return f"{start}{label}</sup>"
        anchor = ""
        if call.label not in self._called:
            self._called.add(call.label)
            anchor = f" id={quoted(f'{note}-call')}"
        return f"{start}<a{anchor} href={quoted(f'#{note}')}>{label}</a></sup>"

    def _set(
        self,
        span: Span,
        runs: Sequence[_Run],
        behind: Mapping[int, list[str]],
        *,
        first: bool,
    ) -> Iterator[str]:
        """Yield a stretch of a line, which ``first`` says is its beginning."""
        cuts = {span.start, span.end, *behind}
        cuts.update(at for run in runs for at in (run.start, run.end))
        places = sorted(at for at in cuts if span.start <= at <= span.end)
        active: list[_Run] = []
        taken = 0
        for at, end in zip(places, [*places[1:], span.end], strict=True):
            if at > span.start or first:
                yield from behind.get(at, ())
            while taken < len(runs) and runs[taken].start <= at:
                active.append(runs[taken])
                taken += 1
            active = [run for run in active if run.end > at]
            if at < end:
                yield _dressed(self._source.text[at:end], active)


def badge(number: int, severity: Severity, says: str) -> str:
    """Return the number of a finding as it stands in the text."""
    return (
        f'<a class="badge {severity}" id="mark-{number}" href="#finding-{number}" '
        f'data-finding="{number}" aria-label={quoted(says)}>{number}</a>'
    )


def _clipped(run: Span, within: Span, name: str) -> Iterator[_Run]:
    start, end = max(run.start, within.start), min(run.end, within.end)
    if start < end:
        yield _Run(start, end, name)


def _dressed(text: str, active: Sequence[_Run]) -> str:
    """Return some text with what holds of all of it."""
    made = shown(text)
    for name in ("i", "b", "u"):
        if any(run.what == name for run in active):
            made = f"<{name}>{made}</{name}>"
    marks = [run.what for run in active if isinstance(run.what, Mark)]
    if not marks:
        return made
    worst = max((mark.severity for mark in marks), key=lambda each: each.rank)
    numbers = " ".join(str(mark.number) for mark in marks)
    return f'<mark class="{worst}" data-findings="{numbers}">{made}</mark>'
