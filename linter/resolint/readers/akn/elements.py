"""What the elements of Akoma Ntoso are, as far as a reader must tell them apart."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from resolint.readers.layout import Kind


class Element(NamedTuple):
    """A name, and what an element of that name does to the text."""

    name: str
    role: str
    """What it is: see the head of ``elements.tsv``."""
    value: str
    """What more the role needs: a style, a field of the masthead."""


_SHADES = {
    "italic": Kind.ITALIC,
    "bold": Kind.BOLD,
    "underline": Kind.UNDERLINE,
}


@cache
def elements() -> dict[str, Element]:
    """Return the elements that are more than a stretch of words, by name."""
    table = files("resolint.readers.akn").joinpath("elements.tsv")
    found = {}
    for line in table.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, role, value, _ = line.split("\t")
            found[name] = Element(name, role, value)
    return found


def shades(name: str, attributes: dict[str, str]) -> tuple[Kind, ...]:
    """Return how an element makes its words look."""
    element = elements().get(name)
    if element and element.role == "shade":
        return (_SHADES[element.value],)
    said = attributes.get("class", "").lower().split()
    said += (
        attributes.get("style", "").lower().replace(":", " ").replace(";", " ").split()
    )
    return tuple(kind for word, kind in _SHADES.items() if word in said)
