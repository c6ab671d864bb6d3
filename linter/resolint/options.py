"""Options of rules: what a conference, or a house, does otherwise.

An option is a field of a rule that is a dataclass. A configuration names it below the
code of the rule, or below a prefix that several rules have in common::

    [tool.resolint.options.MUN]
    conference = "amun"
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeAlias, get_origin, get_type_hints

from resolint.rule import Rule
from resolint.selection import nearest

Options: TypeAlias = Mapping[str, Mapping[str, object]]
"""Values by option, by the code or the prefix of the rules that have it."""


class OptionError(Exception):
    """An option that no rule has, or a value that it cannot have; one line.

    ``words`` lead to the place in a file: the code or the prefix, then the option.
    """

    def __init__(self, message: str, *words: str) -> None:
        super().__init__(message)
        self.words = words


def options_of(rule: Rule[Any]) -> dict[str, Any]:
    """Return the options of a rule, and what each is set to."""
    rule = rule.itself
    if not is_dataclass(rule):
        return {}
    return {each.name: getattr(rule, each.name) for each in fields(rule)}


def configured(rules: Iterable[Rule[Any]], given: Options) -> list[Rule[Any]]:
    """Return rules with their options set; a longer prefix wins over a shorter one.

    Raises `OptionError` for a prefix or an option that none of the rules has, and for
    a value that is none of its kind.
    """
    made = list(rules)
    for prefix in sorted(given, key=len):
        below = [
            (at, rule)
            for at, rule in enumerate(made)
            if prefix == "ALL" or rule.code.startswith(prefix)
        ]
        known = {name for _, rule in below for name in options_of(rule)}
        if not below:
            near = nearest(prefix, {*(each.code for each in made)})
            raise OptionError(f"there is no rule {prefix}{near}", prefix)
        for name, value in given[prefix].items():
            if name not in known:
                near = nearest(name, known)
                what = f"{prefix} has no option {name}{near}"
                raise OptionError(what, prefix, name)
            for at, rule in below:
                if name in options_of(rule):
                    made[at] = _with(made[at], name, value, prefix)
    return made


def _with(rule: Rule[Any], name: str, value: object, prefix: str) -> Rule[Any]:
    """Return a rule with one option set."""
    rule = rule.itself
    kind: Any = get_type_hints(type(rule))[name]
    try:
        read = _read(kind, value)
    except (TypeError, ValueError) as error:
        what = f"{rule.code}: {name} {error}"
        raise OptionError(what, prefix, name) from None
    changed: Rule[Any] = replace(rule, **{name: read})  # type: ignore[type-var]
    return changed


def _read(kind: Any, value: object) -> object:
    """Return a value of a kind from what a file or a command line says."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        words = [str(each.value) for each in kind]
        if str(value) in words:
            return kind(str(value))
        near = nearest(str(value), words) or f": there are {', '.join(words)}"
        raise ValueError(f"cannot be {value!r}{near}")
    if kind is bool:
        if value in (True, False, "true", "false"):
            return value in (True, "true")
        raise ValueError(f"should be true or false, not {value!r}")
    if kind is int:
        if isinstance(value, bool) or not str(value).isdecimal():
            raise ValueError(f"should be a number, not {value!r}")
        return int(str(value))
    if get_origin(kind) is tuple:
        if isinstance(value, str):
            value = [word.strip() for word in value.split(",") if word.strip()]
        if isinstance(value, list | tuple) and all(isinstance(x, str) for x in value):
            return tuple(value)
        raise ValueError(f"should be a list of words, not {value!r}")
    if kind is str and isinstance(value, str):
        return value
    raise ValueError(f"should be text, not {value!r}")
