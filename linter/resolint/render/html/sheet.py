"""A document as a sheet, each line with the findings on it beside it."""

from collections.abc import Iterator, Sequence

from resolint.document import Title
from resolint.render.html.cells import rows
from resolint.render.html.escaping import quoted, shown
from resolint.render.html.findings import Finding, card
from resolint.render.html.lines import COVER, Line, lines
from resolint.render.html.marking import Typesetter, badge
from resolint.render.html.placing import placed
from resolint.render.report import Layout, Report
from resolint.text import Shows, Span


class Sheet:
    """The lines of one document, with what is beside them."""

    def __init__(self, report: Report, index: int, first: int, layout: Layout) -> None:
        """Take the document, which it is, and the number of its first finding."""
        self._source = report.source
        self._layout = layout
        self._lines = lines(report.resolution)
        self._placed = placed(report, self._lines, f"d{index}", first)
        self._typesetter = Typesetter(self._source, self._placed.notes)

    def html(self) -> str:
        """Return the sheet."""
        bare = "" if Shows.ITALICS in self._source.shows else " bare"
        return f'<div class="sheet{bare}">\n{"".join(self._groups())}</div>\n'

    def _groups(self) -> Iterator[str]:
        if whole := self._placed.whole:
            badges = " ".join(
                badge(each.number, each.diagnostic.severity, each.says)
                for each in whole
            )
            words = f'<p class="whole">The document as a whole {badges}</p>\n'
            yield self._beside(words, whole, "the document as a whole")
        for kind, numbers in _grouped(self._lines):
            match kind:
                case "cover":
                    words = "".join(map(self._line, numbers))
                    words = f'<div class="cover">\n{words}</div>\n'
                case "cells":
                    words = self._table(numbers)
                case _:
                    words = "".join(map(self._line, numbers))
            cards = [each for at in numbers for each in self._placed.cards.get(at, ())]
            yield self._beside(words, cards, cards[0].where) if cards else words

    def _beside(self, words: str, cards: Sequence[Finding], where: str) -> str:
        made = "".join(card(each, self._source, self._layout) for each in cards)
        label = quoted(f"Findings: {where}")
        # A float stands no higher than what is before it: to be beside a line, and to
        # leave no gap below it, the findings come first.
        return (
            f'<div class="passage">\n<ul class="findings" aria-label={label}>\n'
            f"{made}</ul>\n{words}</div>\n"
        )

    def _table(self, numbers: Sequence[int]) -> str:
        """Return cells: in rows, where the file shows which stand side by side."""
        table = rows(self._source, self._lines, numbers)
        if not table:
            return f'<div class="cells">\n{"".join(map(self._line, numbers))}</div>\n'
        made = "".join(f"<tr>{''.join(map(self._cell, row))}</tr>\n" for row in table)
        return f'<div class="table" tabindex="0"><table>\n{made}</table></div>\n'

    def _cell(self, numbers: Sequence[int]) -> str:
        return f"<td>{''.join(map(self._line, numbers))}</td>"

    def _line(self, at: int) -> str:
        line = self._lines[at]
        element = "h3" if line.kind in ("title", "heading") else "p"
        marks = self._placed.marks.get(at, ())
        words = self._typesetter.html(line, marks, self._placed.calls.get(at, ()))
        anchor = self._placed.anchors.get(at)
        named = f" id={quoted(anchor)}" if anchor else ""
        label = self._label(line, anchor) if line.label else ""
        return (
            f'<{element} class="{_classes(self._lines, at)}"{named}>{label}'
            f'<span class="words">{words}</span></{element}>\n'
        )

    def _label(self, line: Line, anchor: str | None) -> str:
        """Return the indicator of a note, which leads back to its first call."""
        label = shown(line.label)
        called = self._typesetter.called(line.label)
        if called and anchor and self._placed.notes.get(line.label) == anchor:
            label = f"<a href={quoted(f'#{anchor}-call')}>{label}</a>"
        return f'<sup class="label">{label}</sup> '


def _classes(lines: Sequence[Line], at: int) -> str:
    line = lines[at]
    names = ["line", line.kind.replace("_", "-")]
    names += [line.part] if line.part else []
    names += [f"level-{min(line.level, 4)}"] if line.level else []
    match line.passage:
        case Title(number_span=Span()) if line.kind == "title":
            names.append("numbered")
    if line.kind == "note" and (not at or lines[at - 1].kind != "note"):
        names.append("first")
    return " ".join(names)


def _grouped(lines: Sequence[Line]) -> Iterator[tuple[str, list[int]]]:
    """Yield the lines that stand together: a cover, cells; any other is alone."""
    at = 0
    while at < len(lines):
        end = at + 1
        if cover := _cover(lines, at):
            yield "cover", [*range(at, cover)]
            end = cover
        elif lines[at].kind == "cell":
            while end < len(lines) and lines[end].kind == "cell":
                end += 1
            yield "cells", [*range(at, end)]
        else:
            yield lines[at].kind, [at]
        at = end


def _cover(lines: Sequence[Line], at: int) -> int:
    """Return where the head of a first page ends that begins on a line, or nought."""
    end, seen = 0, set[str]()
    for number in range(at, len(lines)):
        line = lines[number]
        if line.part != "masthead" or line.kind in seen:
            break
        if line.kind in COVER:
            seen.add(line.kind)
            end = number + 1
        elif number == at:
            break
    return end if len(seen) > 1 else 0
