"""A report on an archive, for people and for programs."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resolint.archive.figures import Figures, Rate, RuleRate
from resolint.render.report import printable

TOP = 20
"""How many rules, and how many bad files, a report for people names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of text: the first column to the left, the others are numbers."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def written(figures: Figures, format: str) -> str:
    """Return a report as ``text``, ``json`` or ``html``."""
    match format:
        case "json":
            return _as_json(figures)
        case "html":
            from resolint.archive.page import as_html

            return as_html(figures)
    return _as_text(figures)


def summary(figures: Figures) -> list[str]:
    """Return what there is to say before the tables, a sentence each."""
    whole = figures.whole
    severities = {"error": "errors", "warning": "errors and warnings"}
    said = [
        f"{counted(figures.documents, 'document')}: {whole.documents:,} examined, "
        f"{figures.skipped:,} skipped (no resolution), {figures.bad:,} bad.",
        f"{counted(whole.words, 'word')} and {counted(whole.findings, 'finding')} "
        f"({severities.get(figures.level, 'errors, warnings and hints')}): "
        f"{whole.per_thousand:.3f} per 1,000 words, "
        f"{whole.per_document:.2f} per document.",
    ]
    if not figures.finished:
        said.append("The run was not finished: these are the documents done so far.")
    return said


def counted(number: int, what: str) -> str:
    """Return how many there are of something: ``1 finding``, ``2,000 findings``."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def tables(figures: Figures) -> list[Table]:
    """Return the tables of a report for people."""
    top = figures.rules[:TOP]
    rules = f"By rule: the first {TOP} of {len(figures.rules)}"
    made = [
        Table(title="By organ", head=_HEAD, rows=[*map(_row, figures.organs)]),
        Table(title="By year", head=_HEAD, rows=[*map(_row, figures.years)]),
        Table(
            title=rules if len(figures.rules) > TOP else "By rule",
            head=("rule", "findings", "per 1,000 words", "in documents", "share"),
            rows=[_rule_row(each) for each in top],
        ),
        Table(
            title="By severity",
            head=("severity", "findings"),
            rows=[
                (name, f"{count:,}") for name, count in figures.whole.severities.items()
            ],
        ),
    ]
    return made


def bad_files(figures: Figures) -> list[tuple[str, str]]:
    """Return the first bad files and the reasons, as they can be printed."""
    return [
        (printable(path), printable(reason or ""))
        for path, reason in figures.bad_files[:TOP]
    ]


def more_bad(figures: Figures) -> str:
    """Return what to say of bad files that are not named; nothing if all are."""
    left = len(figures.bad_files) - TOP
    return f"and {left:,} more: --output-format json has all" if left > 0 else ""


_HEAD = ("", "documents", "words", "findings", "per 1,000 words", "per document")


def _row(rate: Rate) -> tuple[str, ...]:
    return (
        rate.label,
        f"{rate.documents:,}",
        f"{rate.words:,}",
        f"{rate.findings:,}",
        f"{rate.per_thousand:.3f}",
        f"{rate.per_document:.2f}",
    )


def _rule_row(rule: RuleRate) -> tuple[str, ...]:
    return (
        f"{rule.code} {rule.name}",
        f"{rule.findings:,}",
        f"{rule.per_thousand:.3f}",
        f"{rule.documents:,}",
        f"{100 * rule.share:.1f} %",
    )


def _as_text(figures: Figures) -> str:
    lines = summary(figures)
    for table in tables(figures):
        lines += ["", table.title, *_columns([table.head, *table.rows])]
    if figures.bad_files:
        lines += ["", "Bad files"]
        lines += [f"{path}: {reason}" for path, reason in bad_files(figures)]
        lines += filter(None, [more_bad(figures)])
    return "\n".join(lines) + "\n"


def _columns(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *rest = zip(row, widths, strict=True)
        cells = [cell.rjust(width) for cell, width in rest]
        yield "  ".join([first[0].ljust(first[1]), *cells]).rstrip()


def _as_json(figures: Figures) -> str:
    made = {
        "level": figures.level,
        "finished": figures.finished,
        "documents": figures.documents,
        "skipped": figures.skipped,
        "bad": figures.bad,
        "all": _plain(figures.whole),
        "organs": [{"organ": each.label, **_plain(each)} for each in figures.organs],
        "years": [{"year": each.label, **_plain(each)} for each in figures.years],
        "organs_by_year": [
            {"year": year, "organ": each.label, **_plain(each)}
            for year, each in figures.organs_by_year
        ],
        "rules": [
            {
                "code": each.code,
                "name": each.name,
                "findings": each.findings,
                "per_1000_words": round(each.per_thousand, 4),
                "documents": each.documents,
                "share": round(each.share, 4),
            }
            for each in figures.rules
        ],
        "bad_files": [
            {"path": path, "reason": reason} for path, reason in figures.bad_files
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _plain(rate: Rate) -> dict[str, object]:
    return {
        "documents": rate.documents,
        "words": rate.words,
        "findings": rate.findings,
        "per_1000_words": round(rate.per_thousand, 4),
        "per_document": round(rate.per_document, 4),
        "severities": rate.severities,
    }
