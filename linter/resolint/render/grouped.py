"""Findings for people, file by file."""

from collections.abc import Iterable, Iterator

from resolint.render.colours import BOLD, painted
from resolint.render.report import Layout, Report, extent, printable
from resolint.render.snippet import snippet


def render(reports: Iterable[Report], layout: Layout) -> Iterator[str]:
    """Yield the name of each file with findings, and below it a line for each."""
    before = ""
    for report in reports:
        if not report.found:
            continue
        name = painted(printable(report.source.name), BOLD, layout.colour)
        yield f"{before}{name}:\n"
        before = "\n"
        places = [extent(report.source, each.span)[0] for each in report.found]
        rows = max(len(str(place.line)) for place in places)
        columns = max(len(str(place.column)) for place in places)
        for place, each in zip(places, report.found, strict=True):
            where = f"{place.line:>{rows}}:{place.column:<{columns}}"
            code = painted(each.code, each.severity, layout.colour)
            yield f"  {where}  {code} {printable(each.message)}\n"
            if layout.show_source:
                for line in snippet(report.source, each.span, layout.colour):
                    yield f"    {line}"
