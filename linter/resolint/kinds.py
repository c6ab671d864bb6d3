"""Kinds of settings: what is made of what a file or an option says, and its schema."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from resolint.selection import nearest, selectors


class KindError(ValueError):
    """A value that is none of its kind; one line, which goes on after the setting.

    ``words`` lead to the place in a file: keys and values, the outermost first.
    """

    def __init__(self, message: str, *words: str) -> None:
        super().__init__(message)
        self.words = words


@dataclass(frozen=True, slots=True)
class Kind:
    """What values of one kind are read with, and how JSON Schema describes them."""

    read: Callable[[object], Any]
    schema: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, value: object) -> Any:
        """Return the value; raises `KindError`."""
        return self.read(value)


def strings(value: object) -> tuple[str, ...]:
    """Return words from a list, or from text with commas."""
    match value:
        case str():
            parts = map(str.strip, _text(value).split(","))
            return tuple(part for part in parts if part)
        case list() | tuple() if all(isinstance(part, str) for part in value):
            return tuple(map(_text, value))
    raise KindError("should be a list of words")


def words(value: object) -> tuple[str, ...]:
    """Return a list of words; a text is one word, commas and all."""
    found = (_text(value),) if isinstance(value, str) else strings(value)
    if not all(each.strip() for each in found):
        raise KindError("should not have an empty word")
    return found


def one_of(*choices: str) -> Kind:
    """Return the kind of one of some words."""

    def read(value: object) -> str:
        word = str(value).lower()
        if word not in choices:
            near = nearest(word, choices) or f": there are {', '.join(choices)}"
            raise KindError(f"cannot be {value!r}{near}", str(value))
        return word

    return Kind(read, {"enum": [str(choice) for choice in choices]})


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        message = f"should be a day such as 2024-12-31, not {value!r}"
        raise KindError(message) from None


def _text(value: object) -> str:
    if isinstance(value, str):
        if "\0" in value:
            raise KindError("should not have a NUL character in it")
        return value
    raise KindError(f"should be text, not {value!r}")


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise KindError(f"should be true or false, not {value!r}")


def _tables(value: object) -> dict[str, dict[str, object]]:
    if isinstance(value, Mapping) and all(
        isinstance(below, Mapping) for below in value.values()
    ):
        return {str(code).upper(): dict(below) for code, below in value.items()}
    raise KindError(
        "should have the options below the code of a rule: [options.OPN015]"
    )


def table_of(kind: Kind) -> Kind:
    """Return the kind of a table from codes of rules to values of a kind."""

    def read(value: object) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise KindError("should be a table: PRE006 = …")
        read: dict[str, Any] = {}
        for code, below in value.items():
            try:
                read[str(code).upper()] = kind(below)
            except KindError as error:
                raise KindError(f"of {code} {error}", str(code)) from None
        return read

    names = {"pattern": "^([A-Za-z]{3}[0-9]{0,3}|ALL)$"}
    schema = {
        "type": "object",
        "propertyNames": names,
        "additionalProperties": dict(kind.schema),
    }
    return Kind(read, schema)


def either(*kinds: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of what is one of several kinds."""
    return {"anyOf": list(kinds)}


def list_of(items: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a list, or of text with commas."""
    return either({"type": "string"}, {"type": "array", "items": dict(items)})


def _codes(value: object) -> tuple[str, ...]:
    return selectors(strings(value))


CODES = Kind(_codes, list_of({"type": "string"}))
STRINGS = Kind(strings, list_of({"type": "string"}))
WORDS = Kind(words, list_of({"type": "string", "minLength": 1}))
DAY = Kind(_day, {"type": "string", "format": "date"})
TEXT = Kind(_text, {"type": "string"})
FLAG = Kind(_flag, {"type": "boolean"})
OPTIONS = Kind(_tables, {"type": "object", "additionalProperties": {"type": "object"}})
