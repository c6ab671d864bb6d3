"""Findings in the JSON of reviewdog, which writes them into reviews.

It counts columns in bytes of UTF-8, from one.
"""

from collections.abc import Iterable, Iterator

from resolint.diagnostic import Diagnostic
from resolint.render.json import Object, link, written
from resolint.render.places import measured, relative, replacement, utf8
from resolint.render.report import Layout, Report
from resolint.text import Source, Span


def objects(report: Report, layout: Layout) -> Iterator[Object]:
    """Yield the findings of a document as plain objects."""
    for diagnostic in report.found:
        yield _object(report.source, diagnostic, layout)


def document(pieces: Iterable[Iterable[Object]], _: Layout) -> Iterator[str]:
    """Yield one object with all findings, each on a line."""
    yield '{"source": {"name": "resolint"}, "diagnostics": ['
    before = "\n"
    for piece in pieces:
        for found in piece:
            yield f"{before}{written(found)}"
            before = ",\n"
    yield "]}\n"


def _object(source: Source, diagnostic: Diagnostic, layout: Layout) -> Object:
    rule = layout.rules.get(diagnostic.code)
    address = link(rule) if rule else None
    made: Object = {
        "message": diagnostic.message,
        "location": _location(source, diagnostic.span),
        "severity": diagnostic.severity.upper(),
        "code": {
            "value": diagnostic.code,
            **({"url": address} if address else {}),
        },
    }
    if change := replacement(source, diagnostic):
        area = _range(source, change.start, change.end)
        made["suggestions"] = [{"range": area, "text": change.text}]
    if diagnostic.notes:
        made["related_locations"] = [
            {"message": note.message, "location": _location(source, note.span)}
            for note in diagnostic.notes
        ]
    return made


def _location(source: Source, span: Span) -> Object:
    return {
        "path": relative(source.name),
        "range": _range(source, *source.origins(span)),
    }


def _range(source: Source, start: int, end: int) -> Object:
    return {"start": _position(source, start), "end": _position(source, end)}


def _position(source: Source, raw: int) -> Object:
    line, column = measured(source, raw, utf8)
    return {"line": line + 1, "column": column + 1}
