"""Findings as a Code Quality report, which GitLab shows in a merge request."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from types import MappingProxyType

from resolint.diagnostic import Severity
from resolint.render.json import Object, array
from resolint.render.places import relative
from resolint.render.report import Layout, Report, extent
from resolint.where import Atlas

__all__ = ["array", "issues"]

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
)


def issues(report: Report, layout: Layout) -> Iterator[Object]:
    """Yield the findings of a document as plain objects."""
    atlas, path = Atlas(report.resolution), relative(report.source.name)
    prints = atlas.fingerprints(report.found)
    for diagnostic, fingerprint in zip(report.found, prints, strict=True):
        start, end = extent(report.source, diagnostic.span)
        locator = atlas.where(diagnostic.span).locator
        part = f" ({locator})" if locator else ""
        # Of two drafts with one paragraph each finding is one of its own.
        whole = f"{path}\0{fingerprint}".encode("utf-8", "backslashreplace")
        yield {
            "type": "issue",
            "check_name": layout.name(diagnostic.code),
            "description": f"{diagnostic.code} {diagnostic.message}{part}",
            "categories": ["Style"],
            "severity": _SEVERITIES[diagnostic.severity],
            "fingerprint": sha256(whole).hexdigest()[:32],
            "location": {
                "path": path,
                "lines": {"begin": start.line, "end": end.line},
            },
        }
