"""Findings as test results, in the XML that JUnit began."""

from collections.abc import Iterable, Iterator

from lxml import etree

from resolint.render.places import relative
from resolint.render.report import Layout, Report, extent, printable
from resolint.where import Atlas


def document(pieces: Iterable[Iterable[str]], _: Layout) -> Iterator[str]:
    """Yield the suites of all files in one."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="resolint">\n'
    for piece in pieces:
        yield from piece
    yield "</testsuites>\n"


def suites(report: Report, layout: Layout) -> Iterator[str]:
    """Yield the suite of a file: a failure a finding, or one success."""
    name = printable(relative(report.source.name))
    failures = len(report.found)
    suite = etree.Element(
        "testsuite",
        name=name,
        tests=str(failures or 1),
        failures=str(failures),
        errors="0",
        skipped="0",
    )
    if not failures:
        etree.SubElement(suite, "testcase", classname=name, name="resolint", file=name)
    atlas = Atlas(report.resolution)
    for diagnostic in report.found:
        place, _ = extent(report.source, diagnostic.span)
        case = etree.SubElement(
            suite,
            "testcase",
            classname=name,
            name=f"{diagnostic.code} {layout.name(diagnostic.code)}",
            file=name,
            line=str(place.line),
        )
        message = printable(diagnostic.message)
        told = etree.SubElement(
            case, "failure", type=str(diagnostic.severity), message=message
        )
        locator = printable(atlas.where(diagnostic.span).locator)
        part = f" ({locator})" if locator else ""
        told.text = (
            f"{name}:{place.line}:{place.column}: {diagnostic.code} {message}{part}"
        )
    etree.indent(suite, level=1)
    yield f"  {etree.tostring(suite, encoding='unicode')}\n"
