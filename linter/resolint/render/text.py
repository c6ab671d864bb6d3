"""One line a finding, as flake8 prints it, or after a template of flake8's."""

from collections.abc import Iterable, Iterator

from resolint.diagnostic import Diagnostic
from resolint.render.colours import painted
from resolint.render.report import Layout, Report, extent, printable
from resolint.render.snippet import snippet
from resolint.text import Source
from resolint.where import Atlas


class TemplateError(Exception):
    """A template that cannot be filled in; the message is one line for the user."""


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


def proved(template: str) -> str:
    """Return a template that can be filled in, its escapes resolved."""
    template = template.replace("\\n", "\n").replace("\\t", "\t")
    sample = dict.fromkeys(_FIELDS, "") | {"row": 1, "col": 1}
    try:
        template % sample
    except KeyError as error:
        known = ", ".join(_FIELDS)
        raise TemplateError(
            f"the template has a field {error} that there is not; there are {known}"
        ) from None
    except (ValueError, TypeError, OverflowError, MemoryError) as error:
        raise TemplateError(f"the template is wrong: {error}") from None
    return template


_FIELDS = ("path", "row", "col", "code", "text", "severity", "name", "locator")


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
