"""Findings in the XML of Checkstyle, which many servers read."""

from collections.abc import Iterable, Iterator

from lxml import etree

from resolint.render.places import relative
from resolint.render.report import Layout, Report, extent, printable


def files(report: Report, _: Layout) -> Iterator[str]:
    """Yield the element of a file, with one for each finding in it."""
    file = etree.Element("file", name=printable(relative(report.source.name)))
    for diagnostic in report.found:
        place, _end = extent(report.source, diagnostic.span)
        etree.SubElement(
            file,
            "error",
            line=str(place.line),
            column=str(place.column),
            severity=str(diagnostic.severity),
            message=printable(diagnostic.message),
            source=f"resolint.{diagnostic.code}",
        )
    etree.indent(file, level=1)
    yield f"  {etree.tostring(file, encoding='unicode')}\n"


def document(pieces: Iterable[Iterable[str]], _: Layout) -> Iterator[str]:
    """Yield the elements of all files in one."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for piece in pieces:
        yield from piece
    yield "</checkstyle>\n"
