"""Rule packs: packages named by the entry-point group ``resolint.rules``."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from inspect import isabstract
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

from resolint import catalogue
from resolint.entries import entry_points
from resolint.rule import Rule

GROUP = "resolint.rules"

Rules = dict[str, Rule[Any]]
"""Rules by code, in the order of the codes."""
PackError = catalogue.PackError
broken = catalogue.broken


class ClashError(PackError):
    """Two rules have the same code, or the same name."""


def installed() -> Rules:
    """Return every rule of every installed pack, by code."""
    return collect(_packs())


def listed() -> Rules:
    """Return the same rules; those that a catalogue tells of are imported when asked.

    That raises `PackError` of a rule that is not what its catalogue tells of it.
    """
    packs = dict.fromkeys(_packs())
    return _by_code(
        rule for pack in packs for rule in catalogue.listed(pack) or _rules(pack)
    )


def _packs() -> list[ModuleType]:
    packs: list[ModuleType] = []
    for entry in entry_points(GROUP):
        try:
            packs.append(entry.load())
        except Exception as error:
            raise PackError(broken(entry.value, error)) from error
    return packs


def collect(packs: Iterable[ModuleType]) -> Rules:
    """Return every rule of some packs, by code."""
    return _by_code(rule for pack in dict.fromkeys(packs) for rule in _rules(pack))


def joined(*packs: Rules) -> Rules:
    """Return the rules of several packs; raises `ClashError`."""
    return _by_code(rule for pack in packs for rule in pack.values())


def _by_code(found: Iterable[Rule[Any]]) -> Rules:
    rules: Rules = {}
    names: Rules = {}
    for rule in found:
        _claim(rules, "code", rule.code, rule)
        _claim(names, "name", rule.name, rule)
    return dict(sorted(rules.items()))


def _claim(taken: Rules, what: str, key: str, rule: Rule[Any]) -> None:
    """Enter a rule, or say which rule was there before."""
    other = taken.setdefault(key, rule)
    if other is not rule and type(other.itself) is not type(rule.itself):
        raise ClashError(
            f"rule {what} {key} is taken twice: by {_origin(other)} "
            f"and by {_origin(rule)}"
        )


def _rules(pack: ModuleType) -> Iterator[Rule[Any]]:
    """Yield the rules of a pack: classes with a code that its modules define."""
    for module in _modules(pack):
        for member in vars(module).values():
            if (
                isinstance(member, type)
                and issubclass(member, Rule)
                and member.__module__ == module.__name__
                and hasattr(member, "code")
                and not isabstract(member)
            ):
                yield _made(member)


def _made(member: type[Rule[Any]]) -> Rule[Any]:
    try:
        return member()
    except Exception as error:
        name = f"{member.__module__}.{member.__qualname__}"
        raise PackError(broken(name, error)) from error


def _modules(pack: ModuleType) -> Iterator[ModuleType]:
    yield pack
    if not hasattr(pack, "__path__"):
        return
    name = pack.__name__
    try:
        for info in walk_packages(pack.__path__, f"{name}."):
            name = info.name
            yield import_module(name)
    except Exception as error:
        raise PackError(broken(name, error)) from error


def _origin(rule: Rule[Any]) -> str:
    kind = type(rule.itself)
    return f"{kind.__module__}.{kind.__qualname__}"
