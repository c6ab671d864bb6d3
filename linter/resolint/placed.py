"""What a setting says of files by their paths, and where the paths begin."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from resolint.kinds import CODES, WORDS, Kind, KindError, either, strings, words
from resolint.patterns import PatternError, fits, proved
from resolint.selection import nearest, selectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Switched:
    """Rules that are off in the files that a pattern fits."""

    pattern: str
    codes: tuple[str, ...]
    base: Path = Path()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The profile and the stage of the files that some patterns fit."""

    match: tuple[str, ...]
    profile: str | None = None
    stage: str | None = None
    base: Path = Path()

    def holds(self, path: Path) -> bool:
        """Whether a file is one of them."""
        return any(fits(path, pattern, self.base) for pattern in self.match)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """A module with rules, or a file with some, as it was written."""

    name: str
    base: Path = Path()


def based(value: Any, base: Path) -> Any:
    """Return a value whose paths begin in a folder."""
    if not isinstance(value, tuple):
        return value
    return tuple(
        replace(each, base=base)
        if isinstance(each, Switched | Place | Plugin)
        else each
        for each in value
    )


def _switched(value: object) -> tuple[Switched, ...]:
    """Return what a table says, or ``GLOB:CODE,CODE,GLOB:CODE``."""
    pairs = [*value.items()] if isinstance(value, Mapping) else [*_split(value)]
    made = []
    for pattern, codes in pairs:
        _prove(pattern)
        try:
            read = selectors(strings(codes))
        except KindError as error:
            raise KindError(f"of {pattern} {error}", pattern) from None
        if not read:
            raise KindError(f"of {pattern} should name a rule", pattern)
        made.append(Switched(pattern=pattern, codes=read))
    return tuple(made)


def _split(value: object) -> Iterator[tuple[str, list[str]]]:
    pattern, codes = "", list[str]()
    for word in strings(value):
        before, colon, code = word.rpartition(":")
        if colon:
            if pattern:
                yield pattern, codes
            pattern, codes = before.strip(), []
        if not pattern:
            raise KindError(f"should be PATTERN:CODES, not {word!r}")
        codes += [code.strip()] if code.strip() else []
    if pattern:
        yield pattern, codes


def places(**kinds: Kind) -> Kind:
    """Return the kind of tables that say something of files: ``[[paths]]``."""

    def read(value: object) -> tuple[Place, ...]:
        rows = value if isinstance(value, list | tuple) else None
        if rows is None or not all(isinstance(row, Mapping) for row in rows):
            raise KindError('should be tables: [[paths]] with match = "…"')
        return tuple(map(_row, rows))

    def _row(row: Mapping[str, object]) -> Place:
        for key in row:
            if key not in {"match", *kinds}:
                near = nearest(key, ("match", *kinds))
                near = near or f": there are match, {', '.join(kinds)}"
                raise KindError(f"has no key {key}{near}", key)
        if "match" not in row or len(row) < 2:
            raise KindError(f"should have match, and {' or '.join(kinds)}")
        match = words(row["match"])
        for pattern in match:
            _prove(pattern)
        try:
            given = {key: kind(row[key]) for key, kind in kinds.items() if key in row}
        except KindError as error:
            raise KindError(f"of {match[0]}: {error}", match[0], *error.words) from None
        return Place(match=match, **given)

    properties = {
        "match": dict(WORDS.schema),
        **{key: dict(kind.schema) for key, kind in kinds.items()},
    }
    row = {
        "type": "object",
        "properties": properties,
        "required": ["match"],
        "minProperties": 2,
        "additionalProperties": False,
    }
    return Kind(read, {"type": "array", "items": row})


def _prove(pattern: str) -> None:
    try:
        proved(pattern)
    except PatternError as error:
        raise KindError(str(error), pattern) from None


def _plugins(value: object) -> tuple[Plugin, ...]:
    return tuple(Plugin(name=name) for name in words(value))


def shown(value: Any) -> Any:
    """Return a value as plain lists, tables, texts: what a file would say."""
    match value:
        case tuple() if value and all(isinstance(each, Switched) for each in value):
            table: dict[str, list[str]] = {}
            for each in value:
                table[each.pattern] = [*table.get(each.pattern, ()), *each.codes]
            return table
        case tuple() | list():
            return [shown(each) for each in value]
        case Place():
            row = {"match": list(value.match)}
            rest = {"profile": value.profile, "stage": value.stage}
            return row | {key: each for key, each in rest.items() if each}
        case Plugin():
            return value.name
    return value


SWITCHED = Kind(
    _switched,
    either(
        {"type": "object", "additionalProperties": dict(CODES.schema)},
        {"type": "string"},
    ),
)
PLUGINS = Kind(_plugins, WORDS.schema)


def texts_of(value: object) -> Iterable[str]:
    """Return the codes that a value names: those to be proved."""
    match value:
        case Mapping():
            yield from map(str, value)
        case tuple():
            for each in value:
                yield from each.codes if isinstance(each, Switched) else (each,)
