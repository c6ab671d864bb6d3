"""Findings for programs: a JSON array, or an object a line."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from resolint import guides
from resolint.diagnostic import Edit, Fix
from resolint.render.report import Layout, Report, extent
from resolint.rule import Rule
from resolint.text import Place, Source
from resolint.where import Atlas

Object = dict[str, Any]


def array(pieces: Iterable[Iterable[Object]], _: Layout) -> Iterator[str]:
    """Yield one array with all findings, an object a line."""
    before = "["
    for piece in pieces:
        for found in piece:
            yield f"{before}\n{written(found)}"
            before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def render_lines(reports: Iterable[Report], layout: Layout) -> Iterator[str]:
    """Yield an object for each finding, one a line."""
    for report in reports:
        for found in objects(report, layout):
            yield f"{written(found)}\n"


def objects(report: Report, layout: Layout) -> Iterator[Object]:
    """Yield the findings of a document as plain objects."""
    atlas, source = Atlas(report.resolution), report.source
    prints = atlas.fingerprints(report.found)
    for diagnostic, fingerprint in zip(report.found, prints, strict=True):
        start, end = extent(source, diagnostic.span)
        rule = layout.rules.get(diagnostic.code)
        yield {
            "code": diagnostic.code,
            "name": layout.name(diagnostic.code),
            "severity": str(diagnostic.severity),
            "message": diagnostic.message,
            "url": link(rule) if rule else None,
            "filename": source.name,
            "location": _place(start),
            "end_location": _place(end),
            "where": atlas.where(diagnostic.span)._asdict(),
            "fingerprint": fingerprint,
            "fix": _fix(source, diagnostic.fix) if diagnostic.fix else None,
        }


def _fix(source: Source, fix: Fix) -> Object:
    return {
        "applicability": fix.safety.name.lower(),
        "message": fix.title,
        "edits": [_edit(source, edit) for edit in fix.edits],
    }


def _edit(source: Source, edit: Edit) -> Object:
    start, end = extent(source, edit.span)
    italic = {} if edit.italic is None else {"italic": edit.italic}
    return {
        "content": source[edit.span] if edit.text is None else edit.text,
        **italic,
        "location": _place(start),
        "end_location": _place(end),
    }


def _place(place: Place) -> Object:
    return {"row": place.line, "column": place.column}


@cache
def link(rule: Rule[Any]) -> str | None:
    """Return the address that the page of a rule names; None if it has none."""
    try:
        return guides.load(rule).link
    except guides.PageError:
        return None


def written(found: Object) -> str:
    """Return an object on one line."""
    # What a file name holds that is no character cannot be written as UTF-8.
    text = json.dumps(found, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
