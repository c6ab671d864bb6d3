"""Findings as workflow commands, which GitHub shows beside the lines they are about."""

from collections.abc import Iterable, Iterator

from resolint.diagnostic import Diagnostic, Severity
from resolint.render.places import relative
from resolint.render.report import Layout, Report, extent, printable
from resolint.where import Atlas


def render(reports: Iterable[Report], layout: Layout) -> Iterator[str]:
    """Yield a command for each finding, one a line."""
    for report in reports:
        atlas = Atlas(report.resolution)
        for diagnostic in report.found:
            locator = atlas.where(diagnostic.span).locator
            yield _command(report, diagnostic, locator, layout)


def _command(
    report: Report, diagnostic: Diagnostic, locator: str, layout: Layout
) -> str:
    start, end = extent(report.source, diagnostic.span)
    # Columns are for findings on one line only.
    columns = {"col": start.column, "endColumn": end.column}
    properties = {
        "file": relative(report.source.name),
        "line": start.line,
        "endLine": end.line,
        **(columns if start.line == end.line else {}),
        "title": f"{diagnostic.code} {layout.name(diagnostic.code)}",
    }
    info = diagnostic.severity is Severity.INFO
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    part = f" ({locator})" if locator else ""
    message = _escaped(f"{diagnostic.message}{part}")
    return f"::{'notice' if info else diagnostic.severity} {told}::{message}\n"


def _property(value: object) -> str:
    return _escaped(str(value)).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(text)
