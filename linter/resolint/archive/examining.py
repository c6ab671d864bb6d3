"""What is kept of one document: a row about it, and a row for each finding."""

import gc
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from resolint.archive.order import Order
from resolint.cli.baseline import Baselines
from resolint.cli.judging import Judge
from resolint.cli.known import known_rules
from resolint.diagnostic import Severity
from resolint.document import Annex, Footnote, Item, Operative, Preambular, Resolution
from resolint.engine import InternalError
from resolint.garbage import seldom_collected
from resolint.profiles import profile_of
from resolint.readers import ENDINGS, NAMED, UnreadableError
from resolint.render.report import Layout, Report, extent
from resolint.render.tree import head
from resolint.where import Atlas

Row = dict[str, Any]

_COUNTED = {
    "preambular": Preambular,
    "operative": Operative,
    "items": Item,
    "annexes": Annex,
    "footnotes": Footnote,
    "resolutions": Resolution,
}
"""Kinds of node that are counted, by the name of the column."""
_LARGEST = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What came of one document."""

    document: Row
    findings: tuple[Row, ...] = ()
    again: bool = False
    """Whether another run may do better: it could not be fetched."""


def bad(path: str, size: int | None, reason: str, again: bool = False) -> Record:
    """Return the record of a document that could not be examined."""
    promised = {**ENDINGS, **NAMED}.get(PurePosixPath(path).suffix.lower())
    row = {"path": path, "format": promised, "size": size, "status": "bad"}
    reason = " ".join(reason.removeprefix(f"{path}: ").split())
    return Record(document={**row, "reason": reason}, again=again)


class Examiner:
    """Judges documents, one after the other, all by the same order."""

    def __init__(self, order: Order) -> None:
        """Load the rules; raise `click.ClickException` if one cannot be."""
        self.settings = order.settings
        rules = known_rules(order.settings["plugins"])
        self.layout = Layout(rules=rules)
        self.judge = Judge(
            rules=rules,
            assume=order.assume,
            only_changes=False,
            verbose=False,
            baselines=Baselines(),
            since=None,
            tell=lambda message: None,
        )
        gc.collect()
        seldom_collected()

    def record(self, path: str, data: bytes) -> Record:
        """Return what is found in a document; never raises because of what it says."""
        known: Row = {"size": len(data), "sha256": sha256(data).hexdigest()}
        settings = self.settings.with_(self.settings.at(Path(path)))
        try:
            report = self.judge.judged(data, path, settings)
            if report is None:
                record = bad(path, len(data), "does not look like a resolution")
                known["status"] = "skipped"
            else:
                least = settings.level.rank
                kept = [each for each in report.found if each.severity.rank >= least]
                report = Report(resolution=report.resolution, found=tuple(kept))
                profile = settings.profile or profile_of(report.resolution)
                record = self._told(path, report, str(profile))
        except (UnreadableError, InternalError) as error:
            record = bad(path, len(data), str(error))
        except Exception as error:
            what = f"internal error: {type(error).__name__}: {error}"
            record = bad(path, len(data), what)
        return Record(document={**record.document, **known}, findings=record.findings)

    def _told(self, path: str, report: Report, profile: str) -> Record:
        resolution, source = report.resolution, report.source
        said = head(resolution)
        counts = Counter(type(node) for node in resolution.walk())
        severities = Counter(each.severity for each in report.found)
        document = {
            **said,
            "issued": _day(said["issued"]),
            "adopted": _day(said["adopted"]),
            "path": path,
            "format": source.format,
            "profile": profile,
            "words": len(source.text.split()),
            **{name: counts[kind] for name, kind in _COUNTED.items()},
            **{f"{each}s": severities[each] for each in Severity},
            "status": "ok",
        }
        return Record(document=document, findings=tuple(self._findings(path, report)))

    def _findings(self, path: str, report: Report) -> Iterator[Row]:
        atlas = Atlas(report.resolution)
        prints = atlas.fingerprints(report.found)
        for each, fingerprint in zip(report.found, prints, strict=True):
            start, end = extent(report.source, each.span)
            where = atlas.where(each.span)
            number = where.paragraph
            yield {
                "path": path,
                "code": each.code,
                "name": self.layout.name(each.code),
                "family": each.code[:3],
                "severity": str(each.severity),
                "message": each.message,
                "row": start.line,
                "column": start.column,
                "end_row": end.line,
                "end_column": end.column,
                "part": where.part,
                "paragraph": number if number and number <= _LARGEST else None,
                "locator": where.locator,
                "fingerprint": fingerprint,
                "has_fix": each.fix is not None,
                "safety": each.fix.safety.name.lower() if each.fix else None,
            }


def _day(text: str | None) -> date | None:
    """Return a day that is written whole; None of a month or a year."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
