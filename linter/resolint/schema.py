"""The schemas of what programs read and write: settings, and findings as JSON."""

import json
from collections.abc import Callable
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from resolint.settings import SETTINGS

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def settings_schema() -> str:
    """Return the JSON Schema of a configuration, from the table that reads it."""
    properties = {key: _property(key) for key in sorted(SETTINGS)}
    schema = {
        "$schema": _DRAFT,
        "title": "Settings of resolint",
        "description": "resolint.toml, .resolint.toml, or [tool.resolint].",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _property(key: str) -> dict[str, Any]:
    entry = SETTINGS[key]
    found: dict[str, Any] = {"description": entry.about}
    found |= getattr(entry.kind, "schema", {})
    if entry.default is not None:
        default = entry.default
        found["default"] = list(default) if isinstance(default, tuple) else default
    return found


def output_schema() -> str:
    """Return the JSON Schema of ``--output-format json``."""
    return (files("resolint") / "data" / "output.schema.json").read_text("utf-8")


SCHEMAS: MappingProxyType[str, Callable[[], str]] = MappingProxyType(
    {"settings": settings_schema, "output": output_schema}
)
"""What writes each schema."""
