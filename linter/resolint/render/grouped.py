"""Findings for people, file by file."""

from collections.abc import Iterable, Iterator, Sequence

from resolint.render.colours import BOLD, painted
from resolint.render.report import Layout, Report, extent, printable
from resolint.render.snippet import snippet


def rows(report: Report, layout: Layout) -> Iterator[str]:
    """Yield the name of a file with findings, and below it a line for each."""
    if not report.found:
        return
    name = painted(printable(report.source.name), BOLD, layout.colour)
    yield f"{name}:\n"
    places = [extent(report.source, each.span)[0] for each in report.found]
    wide = max(len(str(place.line)) for place in places)
    columns = max(len(str(place.column)) for place in places)
    for place, each in zip(places, report.found, strict=True):
        where = f"{place.line:>{wide}}:{place.column:<{columns}}"
        code = painted(each.code, each.severity, layout.colour)
        yield f"  {where}  {code} {printable(each.message)}\n"
        if layout.show_source:
            for line in snippet(report.source, each.span, layout.colour):
                yield f"    {line}"


def groups(pieces: Iterable[Sequence[str]], _: Layout) -> Iterator[str]:
    """Yield what is told of each file, with a blank line between two."""
    before = ""
    for piece in pieces:
        if piece:
            yield before
            yield from piece
            before = "\n"
