"""Findings as language servers publish them, for the glue of any editor.

A line is the parameter of one ``textDocument/publishDiagnostics``. Positions are
counted from nought, in units of UTF-16. The ``uri`` is relative to where the command
was run; of a file without findings the list is empty, so that old ones go away.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from resolint.diagnostic import Diagnostic, Severity
from resolint.render.json import Object, link, written
from resolint.render.places import Ruler, measured, reference, replacement, utf16
from resolint.render.report import Layout, Report
from resolint.text import Source, Span
from resolint.where import Atlas

_SEVERITIES: Mapping[Severity, int] = MappingProxyType(
    {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3}
)


def render(reports: Iterable[Report], layout: Layout) -> Iterator[str]:
    """Yield an object for each file, one a line."""
    for report in reports:
        uri = reference(report.source.name)
        made = {"uri": uri, "diagnostics": described(report, layout, uri)}
        yield f"{written(made)}\n"


def described(
    report: Report, layout: Layout, uri: str, ruler: Ruler = utf16
) -> list[Object]:
    """Return each finding in a document; ``ruler`` says how columns are counted."""
    atlas = Atlas(report.resolution)
    prints = atlas.fingerprints(report.found)
    page = _Page(report.source, uri, ruler)
    found = []
    for diagnostic, fingerprint in zip(report.found, prints, strict=True):
        made = _object(page, diagnostic, layout)
        made["data"] = {
            "name": layout.name(diagnostic.code),
            "fingerprint": fingerprint,
            "where": atlas.where(diagnostic.span)._asdict(),
            "fix": _fix(page, diagnostic),
        }
        found.append(made)
    return found


class _Page(NamedTuple):
    """A file, what it is called, and how its columns are counted."""

    source: Source
    uri: str
    ruler: Ruler

    def range(self, span: Span) -> Object:
        start, end = self.source.origins(span)
        return self.between(start, end)

    def between(self, start: int, end: int) -> Object:
        return {"start": self._position(start), "end": self._position(end)}

    def _position(self, raw: int) -> Object:
        line, character = measured(self.source, raw, self.ruler)
        return {"line": line, "character": character}


def _object(page: _Page, diagnostic: Diagnostic, layout: Layout) -> Object:
    rule = layout.rules.get(diagnostic.code)
    address = link(rule) if rule else None
    made: Object = {
        "range": page.range(diagnostic.span),
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
                    "uri": page.uri,
                    "range": page.range(note.span),
                },
                "message": note.message,
            }
            for note in diagnostic.notes
        ]
    return made


def _fix(page: _Page, diagnostic: Diagnostic) -> Object | None:
    """Return a fix, and the one text edit that makes it in the file."""
    change = replacement(page.source, diagnostic)
    if diagnostic.fix is None or change is None:
        return None
    area = page.between(change.start, change.end)
    return {
        "title": diagnostic.fix.title,
        "applicability": diagnostic.fix.safety.name.lower(),
        "edits": [{"range": area, "newText": change.text}],
    }
