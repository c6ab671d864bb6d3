"""What the tables of an archive tell: rates by organ, year and rule."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from resolint.archive.dataset import MANIFEST, UNFINISHED
from resolint.archive.errors import ArchiveError
from resolint.archive.parts import TABLES
from resolint.diagnostic import Severity

NO_ORGAN = "(no organ)"
NO_YEAR = "(no date)"
_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_VIEWS = """
create view judged as
select *, coalesce(organ, $no_organ) as body,
    coalesce(cast(year(coalesce(adopted, issued)) as varchar), $no_year) as spell,
    case $level when 'error' then errors when 'warning' then errors + warnings
        else errors + warnings + infos end as found
from documents where status = 'ok'
"""
_RATES = """
select {label} as label, count(*), coalesce(sum(words), 0), coalesce(sum(found), 0),
    coalesce(sum(errors), 0), coalesce(sum(warnings), 0), coalesce(sum(infos), 0)
from judged group by all order by label
"""
_RULES = """
select code, any_value(name), count(distinct path), count(*)
from findings where severity in (select unnest($levels))
group by code order by count(*) desc, code
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How much was found in some documents."""

    label: str
    documents: int
    words: int
    findings: int
    """Those that are counted."""
    severities: dict[str, int]
    """All of them, by severity."""

    @property
    def per_document(self) -> float:
        """Findings a document."""
        return self.findings / max(1, self.documents)

    @property
    def per_thousand(self) -> float:
        """Findings in 1,000 words."""
        return 1000 * self.findings / max(1, self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRate:
    """How much a rule found."""

    code: str
    name: str
    documents: int
    """In how many it found anything."""
    findings: int
    share: float
    """Of all documents, from 0 to 1."""
    per_thousand: float
    """Findings in 1,000 words of all documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that a report tells."""

    level: Severity
    finished: bool
    """Whether the run was: if not, these are some of the documents."""
    documents: int
    skipped: int
    bad: int
    whole: Rate
    organs: tuple[Rate, ...]
    years: tuple[Rate, ...]
    organs_by_year: tuple[tuple[str, Rate], ...]
    """For each year and organ, in this order."""
    rules: tuple[RuleRate, ...]
    """The most frequent first."""
    bad_files: tuple[tuple[str, str], ...]
    """The path and the reason."""


def figures(folder: Path, level: Severity) -> Figures:
    """Return the figures of an archive; raises `ArchiveError`."""
    parts = {table: _parts(folder, table) for table in TABLES}
    if not all(parts.values()):
        what = "this has no tables of an archive" if folder.exists() else "is not there"
        raise ArchiveError(f"{folder}: {what}")
    try:
        with duckdb.connect(config=_OFFLINE) as connection:
            for table, files in parts.items():
                connection.read_parquet(files).create_view(table)
            return _figures(connection, level, (folder / MANIFEST).is_file())
    except duckdb.Error as error:
        what = str(error).splitlines()[0]
        raise ArchiveError(f"{folder}: the tables cannot be read: {what}") from None


def _parts(folder: Path, table: str) -> list[str]:
    """Return the files of a table; while a run is not finished, those it has made."""
    folders = [folder / table]
    if not (folder / MANIFEST).is_file():
        folders.append(folder / UNFINISHED / table)
    return [str(file) for each in folders for file in sorted(each.glob("*.parquet"))]


def _figures(
    connection: duckdb.DuckDBPyConnection, level: Severity, finished: bool
) -> Figures:
    views = _VIEWS
    for key, word in (("no_organ", NO_ORGAN), ("no_year", NO_YEAR), ("level", level)):
        views = views.replace(f"${key}", f"'{word}'")
    connection.execute(views)

    def rates(label: str) -> list[tuple[Any, Rate]]:
        rows = connection.execute(_RATES.replace("{label}", label)).fetchall()
        return [(row[0], _rate(row)) for row in rows]

    def rows(query: str, given: object = None) -> list[tuple[Any, ...]]:
        return connection.execute(query, given).fetchall()

    whole = next(iter(rates("''")), ("", _rate(("", 0, 0, 0, 0, 0, 0))))[1]
    levels = [str(each) for each in Severity if each.rank >= level.rank]
    states = dict(rows("select status, count(*) from documents group by all"))
    return Figures(
        level=level,
        finished=finished,
        documents=sum(states.values()),
        skipped=states.get("skipped", 0),
        bad=states.get("bad", 0),
        whole=whole,
        organs=tuple(rate for _, rate in rates("body")),
        years=tuple(rate for _, rate in rates("spell")),
        organs_by_year=tuple(
            (label["year"], rate)
            for label, rate in rates("{'year': spell, 'organ': body}")
        ),
        rules=tuple(
            RuleRate(
                code=code,
                name=name,
                documents=documents,
                findings=findings,
                share=documents / max(1, whole.documents),
                per_thousand=1000 * findings / max(1, whole.words),
            )
            for code, name, documents, findings in rows(_RULES, {"levels": levels})
        ),
        bad_files=tuple(
            rows("select path, reason from documents where status = 'bad' order by 1")
        ),
    )


def _rate(row: tuple[Any, ...]) -> Rate:
    label, documents, words, findings, *severities = row
    names = (str(each) for each in Severity)
    return Rate(
        label=label["organ"] if isinstance(label, dict) else label,
        documents=documents,
        words=words,
        findings=findings,
        severities=dict(zip(names, severities, strict=True)),
    )
