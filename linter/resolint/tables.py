"""What the grammar must know to recognise, read from the tables in ``data``.

One row a fact, one dataclass a table. What the rules hold to be right is elsewhere.
"""

from dataclasses import dataclass
from functools import cache
from pkgutil import get_data


@cache
def rows(name: str, package: str = "resolint") -> list[dict[str, str]]:
    """Return the rows of a table, ``months.tsv``, by the names of its columns.

    Lines that begin with ``#`` say what the table is, and where it comes from. It is
    in the folder ``data`` of the package.
    """
    lines = [
        line.split("\t")
        for line in text_of(name, package).split("\n")
        if line and line[0] != "#"
    ]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def text_of(name: str, package: str = "resolint") -> str:
    """Return a table as it is written."""
    # `importlib.resources` draws in all that it takes to read from archives.
    return (get_data(package, f"data/{name}") or b"").decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganName:
    """A name by which texts call an organ, and the organ."""

    name: str
    organ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganSymbols:
    """What the symbols of an organ's resolutions and decisions begin with."""

    organ: str
    resolutions: str
    decisions: str
    """Empty where its decisions have no symbols."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series of document symbols that is a body's own: ``CEDAW``, ``NPT``."""

    series: str
    body: str


@cache
def organ_names() -> dict[str, OrganName]:
    """Return the names of organs, full and short."""
    return {
        row["name"]: OrganName(name=row["name"], organ=row["organ"])
        for row in rows("organ_names.tsv")
    }


@cache
def organ_symbols() -> dict[str, OrganSymbols]:
    """Return how symbols of resolutions and decisions begin, by organ."""
    return {
        row["organ"]: OrganSymbols(
            organ=row["organ"],
            resolutions=row["resolutions"],
            decisions=row["decisions"],
        )
        for row in rows("organs.tsv")
    }


@cache
def own_series() -> dict[str, Series]:
    """Return the series that bodies have to themselves."""
    return {
        row["series"]: Series(series=row["series"], body=row["body"])
        for row in rows("series.tsv")
    }


@cache
def months() -> dict[str, int]:
    """Return the number of each month by its name."""
    return {row["name"]: int(row["number"]) for row in rows("months.tsv")}


@cache
def ordinals() -> dict[str, int]:
    """Return the number that each ordinal in words stands for, up to 120."""
    return {row["word"]: int(row["number"]) for row in rows("ordinals.tsv")}


@cache
def body_words() -> frozenset[str]:
    """Return the nouns by which the name of a body is known."""
    return frozenset(row["word"] for row in rows("body_words.tsv"))


@cache
def symbol_parts() -> dict[str, str]:
    """Return what each part of a document symbol stands for."""
    return {row["part"]: row["meaning"] for row in rows("symbol_parts.tsv")}


@cache
def committees() -> dict[str, str]:
    """Return the bodies whose document symbols begin so."""
    return {row["beginning"]: row["body"] for row in rows("committees.tsv")}
