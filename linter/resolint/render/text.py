"""One line a finding, as flake8 prints it, or after a template of flake8's."""

from collections.abc import Iterable, Iterator

from resolint.diagnostic import Diagnostic
from resolint.render.colours import painted
from resolint.render.report import Layout, Report, extent, printable
from resolint.render.snippet import snippet
from resolint.text import Source
from resolint.where import Atlas


def render(reports: Iterable[Report], layout: Layout) -> Iterator[str]:
    """Yield a line for each finding."""
    for report in reports:
        if layout.template is None:
            rows = lines(report.source, report.found, layout)
        else:
            rows = _filled(report, layout, layout.template)
        for row, diagnostic in zip(rows, report.found, strict=True):
            yield f"{row}\n"
            if layout.show_source:
                yield from snippet(report.source, diagnostic.span, layout.colour)


def lines(
    source: Source, found: Iterable[Diagnostic], layout: Layout | None = None
) -> Iterator[str]:
    """Yield ``draft.md:14:1: PRE003 …``, a line for each finding."""
    colour = layout is not None and layout.colour
    name = printable(source.name)
    for diagnostic in found:
        place, _ = extent(source, diagnostic.span)
        code = painted(diagnostic.code, diagnostic.severity, colour)
        message = printable(diagnostic.message)
        yield f"{name}:{place.line}:{place.column}: {code} {message}"


def _filled(report: Report, layout: Layout, template: str) -> Iterator[str]:
    atlas = Atlas(report.resolution)
    for diagnostic in report.found:
        place, _ = extent(report.source, diagnostic.span)
        yield template % {
            "path": printable(report.source.name),
            "row": place.line,
            "col": place.column,
            "code": diagnostic.code,
            "text": printable(diagnostic.message),
            "severity": str(diagnostic.severity),
            "name": layout.name(diagnostic.code),
            "locator": printable(atlas.where(diagnostic.span).locator),
        }
