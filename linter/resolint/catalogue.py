"""Catalogues: what the rules of a pack say of themselves, told without importing them.

A pack that has hundreds of modules may keep one in ``data/catalogue.json``. Most rules
have nothing to say of most texts, and the catalogue tells of which.
"""

import json
import os
from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    Set,
)
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from resolint import document
from resolint.diagnostic import Diagnostic, Severity
from resolint.document import Has, Node, Resolution, Stage
from resolint.grammar.needles import Lookout
from resolint.index import Index
from resolint.profiles import Profile
from resolint.rule import Rule
from resolint.text import Shows

Entry = Mapping[str, Any]
"""What a rule says of itself, where it is not what every rule says."""

FILE = "data", "catalogue.json"
_WORDS: Mapping[str, Any] = {
    str(each): each for kind in (Severity, Profile, Stage, Shows, Has) for each in kind
}
"""Members of enumerations by their values, of which no two are the same."""
_READ: Mapping[str, Callable[[Any], object]] = {
    "code": str,
    "name": str,
    "severity": _WORDS.__getitem__,
    "severities": lambda cell: {_WORDS[key]: _WORDS[cell[key]] for key in cell},
    "profiles": lambda cell: tuple([_WORDS[word] for word in cell]),
    "stages": lambda cell: tuple([_WORDS[word] for word in cell]),
    "needs": lambda cell: frozenset([_WORDS[word] for word in cell]),
    "cites": lambda cell: tuple([getattr(document, name) for name in cell]),
    "visits": lambda cell: tuple([getattr(document, name) for name in cell]),
    "needled": bool,
    "when": lambda cell: frozenset([_WORDS[word] for word in cell]),
    "asked": frozenset,
}
"""What is made of each cell of an entry."""


class PackError(Exception):
    """A pack that cannot be used; the message is one line for the user."""


class Listed(Rule[Node]):
    """A rule as the catalogue tells of it: imported when it is first asked."""

    code = ""
    name = ""

    index: Index
    """The needles of all rules of its catalogue."""

    def __init__(self, entry: Entry, index: Index) -> None:
        """Take what an entry says."""
        self._entry = entry
        self.index = index
        # Its own class asks everything of the rule, most of which answer nothing.
        said = {"asked": [], **entry}
        vars(self).update({key: _READ[key](said[key]) for key in said if key in _READ})

    @cached_property
    def itself(self) -> Rule[Any]:
        """The rule; what is asked of this one is from now on asked of it.

        Raises `PackError` if it cannot be imported, or is not what was told of it.
        """
        module, name = self._entry["module"], self._entry["class"]
        try:
            rule: Rule[Any] = getattr(import_module(module), name)()
        except Exception as error:
            raise PackError(broken(module, error)) from error
        # What comes from tables is not worked out once more.
        tabled = type(rule).looks_for is not Rule.looks_for
        known = tabled or self._has(rule.needles)
        told = (key for key in _READ if key != "needled")
        if not known or not all(
            _same(getattr(rule, key), getattr(self, key)) for key in told
        ):
            what = "must be written anew, by python -m resolint.authoring pages"
            raise PackError(f"the catalogue of rule {module}.{name} {what}")
        vars(self).update(check=rule.check, seeks=rule.seeks, concerns=rule.concerns)
        return rule

    def _has(self, needles: Collection[str]) -> bool:
        """Whether the catalogue tells of some needles that they are the rule's."""
        by_needle = self.index.by_needle
        return self.needled is bool(needles) and all(
            self.code in by_needle.get(needle, ()) for needle in needles
        )

    def looks_for(self) -> Collection[str]:
        """Return its needles."""
        return self.index.by_code.get(self.code, ())

    def seeks(self, document: Resolution, here: Set[str]) -> Collection[str]:
        """Return those of its needles that are worth looking for in a document."""
        if "seeks" in self.asked:
            return self.itself.seeks(document, here)
        return super().seeks(document, here)

    def concerns(self, document: Resolution) -> bool:
        """Whether a whole document can have anything for the rule to find."""
        if "concerns" in self.asked:
            return self.itself.concerns(document)
        return super().concerns(document)

    def check(self, node: Node, within: Resolution) -> Iterator[Diagnostic]:
        """Yield what the rule finds."""
        return self.itself.check(node, within)


def listed(pack: ModuleType) -> list[Listed] | None:
    """Return the rules of a pack as its catalogue tells of them.

    None if it has none, or one that is of other modules than those that are there.
    """
    folder = next(iter(getattr(pack, "__path__", ())), None)
    if folder is None:
        return None
    try:
        catalogue = json.loads(Path(folder, *FILE).read_bytes())
        if catalogue["modules"] != sorted(_modules(folder)):
            return None
        entries = catalogue["rules"]
        index = _index(catalogue, [entry["code"] for entry in entries])
        return [Listed(entry, index) for entry in entries]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _index(catalogue: Mapping[str, Any], codes: list[str]) -> Index:
    """Return what a catalogue tells of needles: rules are known by their numbers."""
    words, phrases, loose = (catalogue[key] for key in ("words", "phrases", "loose"))
    numbers = {**words, **loose}
    for found in phrases.values():
        numbers |= found
    return Index(Lookout(words.keys(), phrases, loose), _Codes(numbers, codes))


class _Codes(Mapping[str, Sequence[str]]):
    """The codes of the rules that look for each needle."""

    def __init__(self, numbers: Mapping[str, list[int]], codes: list[str]) -> None:
        self._numbers, self._codes = numbers, codes

    def __getitem__(self, needle: str) -> Sequence[str]:
        return [self._codes[at] for at in self._numbers[needle]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def written(pack: ModuleType, rules: Iterable[Rule[Any]]) -> str:
    """Return the catalogue that a pack with some rules should have, a rule a line.

    Raises `ValueError` of a rule that no catalogue can tell of.
    """
    rules = [*rules]
    for rule in rules:
        kinds = {*rule.visits, *rule.cites}
        if type(rule).severity_in is not Rule.severity_in or any(
            getattr(document, kind.__name__, None) is not kind for kind in kinds
        ):
            raise ValueError(f"no catalogue can tell of rule {rule.code}")
    index = Index.of(rules)
    numbers = {rule.code: at for at, rule in enumerate(rules)}

    def those_of(needles: Iterable[str]) -> dict[str, list[int]]:
        return {
            needle: [numbers[code] for code in index.by_needle[needle]]
            for needle in sorted(needles)
        }

    lookout = index.lookout
    told: dict[str, list[Any] | dict[str, Any]] = {
        "modules": sorted(_modules(pack.__path__[0])),
        "rules": [entry_of(rule) for rule in rules],
        "words": those_of(lookout.words),
        "phrases": {
            pair: those_of(lookout.phrases[pair]) for pair in sorted(lookout.phrases)
        },
        "loose": those_of(lookout.loose),
    }
    parts = (f'"{key}": {_lines(part)}' for key, part in told.items())
    return "{" + ",\n".join(parts) + "}\n"


def _lines(part: list[Any] | dict[str, Any]) -> str:
    """Return a part of a catalogue, an entry a line."""
    if isinstance(part, list):
        lines = [json.dumps(each, ensure_ascii=False) for each in part]
        return "[\n" + ",\n".join(lines) + "]"
    cells = (
        f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(each, ensure_ascii=False)}"
        for key, each in part.items()
    )
    return "{\n" + ",\n".join(cells) + "}"


def broken(name: str, error: BaseException) -> str:
    """Return what to say of a pack that cannot be loaded."""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"rule pack {name} cannot be loaded: {what}"


def entry_of(rule: Rule[Any]) -> Entry:
    """Return what a catalogue says of a rule."""
    said, common = _cells(rule), _common()
    kind = type(rule)
    return {
        "code": rule.code,
        "name": rule.name,
        "module": kind.__module__,
        "class": kind.__qualname__,
        **{key: cell for key, cell in said.items() if cell != common[key]},
    }


@cache
def _common() -> Entry:
    """Return what every rule says that does not say otherwise."""
    return _cells(Rule)


def _cells(rule: Rule[Any] | type[Rule[Any]]) -> Entry:
    severities = sorted(
        (str(key), str(rule.severities[key])) for key in rule.severities
    )
    return {
        "severity": str(rule.severity),
        "severities": dict(severities),
        "profiles": [*map(str, rule.profiles)],
        "stages": [*map(str, rule.stages)],
        "needs": sorted(map(str, rule.needs)),
        "needled": False if isinstance(rule, type) else rule.needled,
        "cites": sorted(each.__name__ for each in rule.cites),
        "visits": sorted(each.__name__ for each in getattr(rule, "visits", ())),
        "when": sorted(map(str, rule.when)),
        "asked": sorted(rule.asked),
    }


def _same(one: object, other: object) -> bool:
    """Whether a cell is another.

    Kinds of node are in the order of the first rule that names the same.
    """
    if isinstance(one, tuple) and isinstance(other, tuple):
        return {*one} == {*other}
    return one == other


def _modules(folder: str, before: str = "") -> Iterator[str]:
    """Yield the modules below a folder, ``spelling.forms``."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name, dot, ending = entry.name.partition(".")
            if ending == "py":
                yield before + name
            elif not dot and name != "__pycache__" and entry.is_dir():
                yield from _modules(entry.path, f"{before}{name}.")
