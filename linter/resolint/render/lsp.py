"""Findings as language servers publish them, for the glue of any editor.

A line is the parameter of one ``textDocument/publishDiagnostics``. Positions are
counted from nought, in units of UTF-16. The ``uri`` is relative to where the command
was run; of a file without findings the list is empty, so that old ones go away.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from resolint.diagnostic import Diagnostic, Severity
from resolint.render.json import Object, link, written
from resolint.render.places import measured, reference, replacement, utf16
from resolint.render.report import Layout, Report
from resolint.text import Source, Span
from resolint.where import Atlas

_SEVERITIES: Mapping[Severity, int] = MappingProxyType(
    {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3}
)


def render(reports: Iterable[Report], layout: Layout) -> Iterator[str]:
    """Yield an object for each file, one a line."""
    for report in reports:
        atlas = Atlas(report.resolution)
        prints = atlas.fingerprints(report.found)
        found = []
        for diagnostic, fingerprint in zip(report.found, prints, strict=True):
            made = _object(report.source, diagnostic, layout)
            made["data"] = {
                "name": layout.name(diagnostic.code),
                "fingerprint": fingerprint,
                "where": atlas.where(diagnostic.span)._asdict(),
                "fix": _fix(report.source, diagnostic),
            }
            found.append(made)
        uri = reference(report.source.name)
        yield f"{written({'uri': uri, 'diagnostics': found})}\n"


def _object(source: Source, diagnostic: Diagnostic, layout: Layout) -> Object:
    rule = layout.rules.get(diagnostic.code)
    address = link(rule) if rule else None
    made: Object = {
        "range": _range(source, diagnostic.span),
        "severity": _SEVERITIES[diagnostic.severity],
        "code": diagnostic.code,
        **({"codeDescription": {"href": address}} if address else {}),
        "source": "resolint",
        "message": diagnostic.message,
    }
    if diagnostic.notes:
        made["relatedInformation"] = [
            {
                "location": {
                    "uri": reference(source.name),
                    "range": _range(source, note.span),
                },
                "message": note.message,
            }
            for note in diagnostic.notes
        ]
    return made


def _fix(source: Source, diagnostic: Diagnostic) -> Object | None:
    """Return a fix, and the one text edit that makes it in the file."""
    change = replacement(source, diagnostic)
    if diagnostic.fix is None or change is None:
        return None
    area = {
        "start": _position(source, change.start),
        "end": _position(source, change.end),
    }
    return {
        "title": diagnostic.fix.title,
        "applicability": diagnostic.fix.safety.name.lower(),
        "edits": [{"range": area, "newText": change.text}],
    }


def _range(source: Source, span: Span) -> Object:
    start, end = source.origins(span)
    return {"start": _position(source, start), "end": _position(source, end)}


def _position(source: Source, raw: int) -> Object:
    line, character = measured(source, raw, utf16)
    return {"line": line, "character": character}
