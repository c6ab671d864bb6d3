"""Findings as the Static Analysis Results Interchange Format (SARIF), version 2.1.0.

The rules with findings come with their pages; offsets are counted in code points.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from resolint import guides
from resolint.diagnostic import Diagnostic, Safety, Severity
from resolint.guides import PageError
from resolint.render.json import Object, written
from resolint.render.places import Replacement, reference, replacement
from resolint.render.report import Layout, Report, extent
from resolint.rule import Rule
from resolint.text import Source, Span
from resolint.where import Atlas

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def log(pieces: Iterable[Iterable[Object]], layout: Layout) -> Iterator[str]:
    """Yield one log of one run: a result a line, then the rules that found it."""
    indices: dict[str, int] = {}
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{\n'
    yield '"columnKind": "unicodeCodePoints",\n"results": ['
    before = "\n"
    for piece in pieces:
        for result in piece:
            code = result["ruleId"]
            index = indices.setdefault(code, len(indices))
            numbered = {"ruleId": code, "ruleIndex": index, **result}
            yield f"{before}{written(numbered)}"
            before = ",\n"
    yield '],\n"tool": {"driver": {"name": "resolint"'
    yield f'{_version()},\n"rules": ['
    yield ",".join(f"\n{written(_rule(code, layout))}" for code in indices)
    yield "]}}}]}\n"


def _version() -> str:
    try:
        return f', "version": "{version("resolint")}"'
    except PackageNotFoundError:
        return ""


def results(report: Report, _: Layout) -> Iterator[Object]:
    """Yield the findings of a document; which rule of the log it is, the log says."""
    atlas, source = Atlas(report.resolution), report.source
    prints = atlas.fingerprints(report.found)
    for diagnostic, fingerprint in zip(report.found, prints, strict=True):
        place: Object = _location(source, diagnostic.span)
        if locator := atlas.where(diagnostic.span).locator:
            place["logicalLocations"] = [{"fullyQualifiedName": locator}]
        result: Object = {
            "ruleId": diagnostic.code,
            "level": _level(diagnostic.severity),
            "message": {"text": diagnostic.message},
            "locations": [place],
            "partialFingerprints": {"resolint/v1": fingerprint},
        }
        if diagnostic.notes:
            result["relatedLocations"] = [
                {
                    "id": number,
                    "message": {"text": note.message},
                    **_location(source, note.span),
                }
                for number, note in enumerate(diagnostic.notes)
            ]
        if change := replacement(source, diagnostic):
            result["fixes"] = [_fix(source, diagnostic, change)]
        yield result


def _location(source: Source, span: Span) -> Object:
    start, end = extent(source, span)
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(source),
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        }
    }


def _artifact(source: Source) -> Object:
    return {"uri": reference(source.name)}


def _fix(source: Source, diagnostic: Diagnostic, change: Replacement) -> Object:
    start, end = source.place_of(change.start), source.place_of(change.end)
    region = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    made = {"deletedRegion": region, "insertedContent": {"text": change.text}}
    return {
        "description": {"text": _title(diagnostic)},
        "artifactChanges": [
            {"artifactLocation": _artifact(source), "replacements": [made]}
        ],
    }


def _title(diagnostic: Diagnostic) -> str:
    fix = diagnostic.fix
    if fix is None:
        return ""
    return fix.title if fix.safety is Safety.SAFE else f"{fix.title} (unsafe)"


def _rule(code: str, layout: Layout) -> Object:
    rule = layout.rules.get(code)
    made: Object = {"id": code, "name": layout.name(code)}
    return made if rule is None else {**made, **_described(rule)}


def _described(rule: Rule[Any]) -> Object:
    level = {"defaultConfiguration": {"level": _level(rule.severity)}}
    try:
        guide = guides.load(rule)
    except PageError:
        return level
    address = {"helpUri": guide.link} if guide.link else {}
    return {
        "shortDescription": {"text": guide.summary or rule.name},
        "help": {"text": guide.markdown, "markdown": guide.markdown},
        **address,
        **level,
    }


def _level(severity: Severity) -> str:
    return "note" if severity is Severity.INFO else str(severity)
