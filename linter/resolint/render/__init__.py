"""Renderers: from findings to what people and programs read.

A document is written by itself first, as plain data, a `Piece`: that can be done in
another process, and kept. Then the pieces of all documents are put together.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any, NamedTuple

from resolint.render.report import Layout, Report

Piece = list[Any]
"""What a document comes to in some format: texts, or objects as JSON has them."""


class Renderer(NamedTuple):
    """How a format is written."""

    piece: Callable[[Report, Layout], Piece] | None
    """Writes one document; None if a format is written of all documents at once."""
    whole: Callable[[Iterable[Any], Layout], Iterator[str]]
    """Puts the pieces together; where there are none, the documents themselves."""

    def __call__(self, reports: Iterable[Report], layout: Layout) -> Iterator[str]:
        """Yield what is written of some documents, in parts."""
        if self.piece is None:
            return self.whole(reports, layout)
        return self.whole((self.piece(each, layout) for each in reports), layout)


_RENDERERS = {
    "text": "text:render",
    "full": "full:render",
    "json": "json:objects:array",
    "json-lines": "json:render_lines",
    "grouped": "grouped:rows:groups",
    "sarif": "sarif:results:log",
    "github": "github:render",
    "gitlab": "gitlab:issues:array",
    "junit": "junit:suites:document",
    "checkstyle": "checkstyle:files:document",
    "rdjson": "rdjson:objects:document",
    "lsp": "lsp:render",
    "html": "html:render",
}
_AT_ONCE = frozenset({"html"})
FORMATS = tuple(_RENDERERS)
"""The values of ``--output-format``."""


def renderer(name: str) -> Renderer:
    """Return what writes a format; only its own module is imported."""
    where, *functions = _RENDERERS[name].split(":")
    module = import_module(f"resolint.render.{where}")
    match [getattr(module, each) for each in functions]:
        case [render] if name not in _AT_ONCE:
            return Renderer(lambda each, layout: [*render((each,), layout)], _together)
        case [render]:
            return Renderer(None, render)
        case [piece, whole]:
            return Renderer(lambda each, layout: [*piece(each, layout)], whole)
    raise AssertionError(name)


def _together(pieces: Iterable[Piece], _: Layout) -> Iterator[str]:
    for piece in pieces:
        yield from piece
