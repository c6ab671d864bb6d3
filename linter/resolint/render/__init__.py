"""Renderers: from findings to what people and programs read."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from resolint.render.report import Layout, Report

Render = Callable[[Iterable[Report], Layout], Iterator[str]]

_RENDERERS = {
    "text": "text:render",
    "full": "full:render",
    "json": "json:render",
    "json-lines": "json:render_lines",
    "grouped": "grouped:render",
    "sarif": "sarif:render",
    "github": "github:render",
    "gitlab": "gitlab:render",
    "junit": "junit:render",
    "checkstyle": "checkstyle:render",
    "rdjson": "rdjson:render",
    "lsp": "lsp:render",
    "html": "html:render",
}
FORMATS = tuple(_RENDERERS)
"""The values of ``--output-format``."""


def renderer(name: str) -> Render:
    """Return what writes a format; only its own module is imported."""
    module, _, function = _RENDERERS[name].partition(":")
    found: Render = getattr(import_module(f"resolint.render.{module}"), function)
    return found
