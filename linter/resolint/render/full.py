"""Findings for people to read at leisure: the line, the place in it, and help."""

from collections.abc import Iterable, Iterator

from resolint.diagnostic import Diagnostic, Fix, Safety
from resolint.render.colours import BOLD, DIM, painted
from resolint.render.report import Layout, Report, extent, printable
from resolint.render.snippet import snippet
from resolint.where import Atlas


def render(reports: Iterable[Report], layout: Layout) -> Iterator[str]:
    """Yield some lines for each finding, and a blank one after it."""
    for report in reports:
        atlas = Atlas(report.resolution)
        for diagnostic in report.found:
            locator = atlas.where(diagnostic.span).locator
            yield "".join(_told(report, diagnostic, locator, layout))


def _told(
    report: Report, diagnostic: Diagnostic, locator: str, layout: Layout
) -> Iterator[str]:
    source, colour = report.source, layout.colour
    kind = painted(
        f"{diagnostic.severity}[{diagnostic.code}]", diagnostic.severity, colour
    )
    message = painted(printable(diagnostic.message), BOLD, colour)
    place, _ = extent(source, diagnostic.span)
    here = f"{printable(source.name)}:{place.line}:{place.column}"
    part = f" ({printable(locator)})" if locator else ""
    yield f"{kind} {message}\n"
    yield f"{painted('-->', DIM, colour)} {here}{part}\n"
    yield from snippet(source, diagnostic.span, colour)
    for note in diagnostic.notes:
        there, _ = extent(source, note.span)
        yield f"note: {printable(note.message)} ({there.line}:{there.column})\n"
    if diagnostic.fix:
        yield f"fix: {remedy(diagnostic.fix)}\n"
    yield f"help: resolint rule {diagnostic.code} ({layout.name(diagnostic.code)})\n\n"


def remedy(fix: Fix) -> str:
    """Return what a fix does, and how far it may be trusted."""
    match fix.safety:
        case Safety.SAFE:
            how = "safe"
        case Safety.UNSAFE:
            how = "may touch the meaning"
        case _:
            how = "to be considered"
    return f"{printable(fix.title)} ({how})"
