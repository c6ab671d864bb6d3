"""What renderers are given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from resolint.diagnostic import Diagnostic
from resolint.document import Resolution
from resolint.rule import Rule
from resolint.text import Place, Source, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document that was checked, and what is to be shown of what was found."""

    resolution: Resolution
    found: tuple[Diagnostic, ...]

    @property
    def source(self) -> Source:
        """The text that was checked."""
        return self.resolution.source


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How findings are to look."""

    rules: Mapping[str, Rule[Any]] = field(default_factory=lambda: MappingProxyType({}))
    """The rules by code: names and pages come from them."""
    colour: bool = False
    template: str | None = None
    """flake8's, for one line a finding."""
    show_source: bool = False
    """Whether the line of the source follows each line of text."""

    def name(self, code: str) -> str:
        """Return the name of a rule; its code where it has none."""
        rule = self.rules.get(code)
        return rule.name if rule else code


def extent(source: Source, span: Span) -> tuple[Place, Place]:
    """Return the places in the file that a span begins and ends at."""
    start, end = source.origins(span)
    return source.place_of(start), source.place_of(end)


def printable(text: str) -> str:
    """Return text that is safe on a terminal: one line, no control characters."""
    if text.isprintable():
        return text
    return "".join(
        char
        if char.isprintable() or char in "\u00a0\u202f\u2007\u2009"
        else _named(char)
        for char in text
    )


def _named(char: str) -> str:
    return " " if char.isspace() else f"\\u{ord(char):04x}"
