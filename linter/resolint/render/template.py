"""Templates for a line of text, as flake8 has them: ``%(path)s:%(row)d``."""

import re

from resolint.regex import regex
from resolint.selection import nearest

NUMBERS = ("row", "col")
FIELDS = ("path", *NUMBERS, "code", "text", "severity", "name", "locator")
_WIDEST = 3
"""How many digits a width may have."""
_FIELD = regex(
    r"%(?:\((?P<name>[^()]*)\))?[-#0 +]*(?P<width>\d*)(?:\.(?P<most>\d*))?"
    r"(?P<letter>.?)",
    re.DOTALL,
)


class TemplateError(Exception):
    """A template that cannot be filled in; the message is one line for the user."""


def proved(template: str) -> str:
    """Return a template that can be filled in, its escapes resolved.

    Raises `TemplateError`.
    """
    template = template.replace("\\n", "\n").replace("\\t", "\t")
    if not template.strip():
        raise TemplateError("the template is empty")
    for field in _FIELD.finditer(template):
        if field[0] != "%%" and (wrong := _wrong(field)):
            raise TemplateError(wrong)
    return template


def _wrong(field: "re.Match[str]") -> str:
    """Return what is wrong with a field; nothing if nothing is."""
    name, letter = field["name"], field["letter"]
    if name is None:
        return f"“{field[0]}” names no field: write %(path)s, or %% for a per cent sign"
    if name not in FIELDS:
        near = nearest(name, FIELDS) or f": there are {', '.join(FIELDS)}"
        return f"there is no field {name}{near}"
    if len(field["width"]) > _WIDEST or len(field["most"] or "") > _WIDEST:
        return f"“{field[0]}” is too wide"
    kinds = "sd" if name in NUMBERS else "s"
    if letter and letter in kinds:
        return ""
    right = f"%({name}){'d' if name in NUMBERS else 's'}"
    return f"“{field[0]}” should be written {right}"
