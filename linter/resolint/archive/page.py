"""A report on an archive as one page: plots, and the tables that say the same."""

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

import vl_convert
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from resolint.archive.figures import Figures
from resolint.archive.report import (
    TOP,
    Table,
    bad_files,
    more_bad,
    summary,
    tables,
)

Values = list[dict[str, object]]


def as_html(figures: Figures) -> str:
    """Return a page that needs nothing beside itself: no script, no network."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    plots = {name: drawn(name, values) for name, values in _values(figures) if values}
    page = environment.from_string(_resource("page.html"))
    return page.render(
        summary=summary(figures),
        sections=[
            (table, [plots[name] for name in names if name in plots])
            for table, names in zip(tables(figures), _PLOTS, strict=True)
        ],
        by_year=_by_year(figures),
        bad=bad_files(figures),
        more=more_bad(figures),
    )


def drawn(name: str, values: Values) -> Markup:
    """Return a plot as SVG: `data/plots.json` says how it looks."""
    specification: dict[str, Any] = json.loads(_resource("data/plots.json"))
    specification = {**specification["all"], **specification[name]}
    specification["data"] = {"values": values}
    # Nothing is fetched: the values stand in it, and no address may be looked up.
    return Markup(vl_convert.vegalite_to_svg(specification, allowed_base_urls=[]))


_PLOTS = (("organs",), ("years",), ("rules",), ("severities",))
"""The plots that stand with each table."""


def _values(figures: Figures) -> Iterator[tuple[str, Values]]:
    yield (
        "organs",
        [{"organ": each.label, "rate": each.per_thousand} for each in figures.organs],
    )
    yield (
        "years",
        [
            {"year": year, "organ": each.label, "rate": each.per_thousand}
            for year, each in figures.organs_by_year
        ],
    )
    yield (
        "rules",
        [
            {"rule": f"{each.code} {each.name}", "rate": each.per_thousand}
            for each in figures.rules[:TOP]
        ],
    )
    yield (
        "severities",
        [
            {"organ": each.label, "severity": name, "findings": count}
            for each in figures.organs
            for name, count in each.severities.items()
        ],
    )


def _by_year(figures: Figures) -> Table:
    """Return what the plot of years shows: a row a year, a column an organ."""
    organs = [each.label for each in figures.organs]
    rates = {
        (year, each.label): f"{each.per_thousand:.3f}"
        for year, each in figures.organs_by_year
    }
    years: Iterable[str] = dict.fromkeys(year for year, _ in figures.organs_by_year)
    return Table(
        title="Findings per 1,000 words, by year and organ",
        head=("", *organs),
        rows=[
            (year, *(rates.get((year, organ), "–") for organ in organs))
            for year in years
        ],
    )


def _resource(name: str) -> str:
    return files("resolint.archive").joinpath(name).read_text("utf-8")
