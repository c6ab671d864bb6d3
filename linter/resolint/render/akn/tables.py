"""The names that AKN4UN has for organs, references and the lines of a masthead."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganNames:
    """How an organ is named in addresses and references."""

    work: str
    author: str
    organization: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What elements refer to by its name."""

    element: str
    name: str
    address: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldForm:
    """The element that a line of the masthead or the closing is written as."""

    element: str
    attributes: tuple[tuple[str, str], ...]
    """``{value}`` in them stands for what counts of the line."""
    paragraph: str
    """The class of the paragraph around it."""


def _rows(name: str) -> list[dict[str, str]]:
    text = files("resolint.render.akn").joinpath(name).read_text("utf-8")
    lines = [line.split("\t") for line in text.split("\n") if line and line[0] != "#"]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


@cache
def organs() -> dict[str, OrganNames]:
    """Return the names of each organ."""
    return {
        row["organ"]: OrganNames(
            work=row["work"], author=row["author"], organization=row["organization"]
        )
        for row in _rows("organs.tsv")
    }


@cache
def references() -> tuple[Reference, ...]:
    """Return all that elements may refer to, in the order they are listed in."""
    return tuple(
        Reference(
            element=row["element"],
            name=row["name"],
            address=row["address"],
            shown=row["shown"],
        )
        for row in _rows("references.tsv")
    )


@cache
def field_forms() -> dict[str, FieldForm]:
    """Return how each field is written."""
    return {
        row["field"]: FieldForm(
            element=row["element"],
            attributes=tuple(
                (name, value)
                for name, _, value in (
                    each.partition("=")
                    for each in row["attributes"].split("; ")
                    if each
                )
            ),
            paragraph=row["class"],
        )
        for row in _rows("fields.tsv")
    }
