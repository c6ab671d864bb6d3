"""Which line of a sheet each finding is marked on, and beside which it is told."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from resolint.diagnostic import Diagnostic
from resolint.render.html.findings import Finding
from resolint.render.html.lines import Line
from resolint.render.html.marking import Mark
from resolint.render.report import Report, extent
from resolint.text import Call, Span
from resolint.where import Atlas

MOST = 20
"""On how many lines, at most, one finding is marked."""

_ROWS = frozenset({"markdown", "text", "akn"})
"""Formats whose rows one sees in an editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What stands on the lines of a sheet, and beside them, by number of the line."""

    whole: list[Finding] = field(default_factory=list)
    """What is said of the document as a whole: it is marked nowhere."""
    cards: dict[int, list[Finding]] = field(default_factory=dict)
    marks: dict[int, list[Mark]] = field(default_factory=dict)
    calls: dict[int, list[Call]] = field(default_factory=dict)
    anchors: dict[int, str] = field(default_factory=dict)
    """Of the lines that something refers to."""
    notes: dict[str, str] = field(default_factory=dict)
    """The anchor of each note, by its label."""


def placed(report: Report, lines: Sequence[Line], prefix: str, first: int) -> Placed:
    """Place findings, which are numbered from ``first``; ids begin with a prefix."""
    return _Placing(report, lines, prefix).placed(first)


class _Placing:
    def __init__(self, report: Report, lines: Sequence[Line], prefix: str) -> None:
        self._report = report
        self._lines = lines
        self._starts = [line.span.start for line in lines]
        self._prefix = prefix
        self._atlas = Atlas(report.resolution)
        self._made = Placed()

    def placed(self, first: int) -> Placed:
        """Return where everything stands."""
        made = self._made
        for at, line in enumerate(self._lines):
            if line.kind == "note" and line.label and line.label not in made.notes:
                anchor = f"{self._prefix}-n{len(made.notes) + 1}"
                made.notes[line.label] = made.anchors[at] = anchor
        calls: defaultdict[int, list[Call]] = defaultdict(list)
        for call in self._report.source.calls:
            # A call stands behind what calls it: at the end of a line, not before one.
            at = max(0, bisect_left(self._starts, call.at) - 1)
            if at + 1 < len(self._lines) and call.at == self._starts[at + 1]:
                at += call.at > self._lines[at].span.end or not call.at
            calls[at].append(self._within(call, at))
        made.calls.update(calls)
        for number, diagnostic in enumerate(self._report.found, first):
            self._place(diagnostic, number)
        return made

    def _within(self, call: Call, at: int) -> Call:
        if not self._lines:
            return call
        span = self._lines[at].span
        return call._replace(at=min(max(call.at, span.start), span.end))

    def _place(self, diagnostic: Diagnostic, number: int) -> None:
        finding = self._finding(diagnostic, number)
        lines = [*self._meeting(diagnostic.span)]
        if not lines or self._is_whole(diagnostic.span):
            self._made.whole.append(finding)
            return
        self._made.cards.setdefault(lines[0], []).append(finding)
        for at in lines:
            span, line = diagnostic.span, self._lines[at].span
            start = min(max(span.start, line.start), line.end)
            mark = Mark(
                start=start,
                end=max(start, min(span.end, line.end)),
                number=number,
                severity=diagnostic.severity,
                says=finding.says,
                numbered=at == lines[0],
            )
            self._made.marks.setdefault(at, []).append(mark)

    def _finding(self, diagnostic: Diagnostic, number: int) -> Finding:
        source, where = self._report.source, self._atlas.where(diagnostic.span)
        place = ""
        if source.format in _ROWS:
            row, column = extent(source, diagnostic.span)[0]
            place = f"{row}:{column}"
        return Finding(
            number=number,
            diagnostic=diagnostic,
            where=where.locator or where.part,
            place=place,
            anchors=tuple(self._anchor(note.span) for note in diagnostic.notes),
        )

    def _anchor(self, span: Span) -> str:
        """Return the anchor of the line that a span begins on."""
        at = next(self._meeting(span), None)
        if at is None:
            return "documents"
        return self._made.anchors.setdefault(at, f"{self._prefix}-l{at + 1}")

    def _meeting(self, span: Span) -> Iterator[int]:
        """Yield the lines that a span is marked on; the one it follows, if on none."""
        if not self._lines:
            return
        first = max(0, bisect_right(self._starts, span.start) - 1)
        if self._lines[first].span.end <= span.start < span.end:
            # It begins in the white space after a line.
            begins = first + 1 < len(self._lines)
            first += begins and self._starts[first + 1] < span.end
        yield first
        for at in range(first + 1, min(first + MOST, len(self._lines))):
            if self._starts[at] >= span.end:
                return
            yield at

    def _is_whole(self, span: Span) -> bool:
        first, last = self._lines[0].span, self._lines[-1].span
        return (
            len(self._lines) > 1 and span.start <= first.start and span.end >= last.end
        )
