"""Configuration files: where settings are written down."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from resolint.selection import SelectionError, known
from resolint.settings import CODES, Setting, SettingError, Settings, read_setting

NAMES = ("resolint.toml", ".resolint.toml", "pyproject.toml")
_TABLE = ("tool", "resolint")
_KEY_VALUE = re.compile(r"[A-Za-z-]+(?:\.[\w-]+)*\s*=")


class ConfigError(Exception):
    """A configuration that cannot be used; the message is one line for the user."""


@cache
def nearest_file(folder: Path) -> Path | None:
    """Return the configuration file that holds for a folder: the nearest above it.

    A ``pyproject.toml`` without ``[tool.resolint]`` is none.
    """
    for here in (folder, *folder.parents):
        for name in NAMES:
            path = here / name
            if path.is_file() and (name != NAMES[-1] or _table(path) is not None):
                return path
    return None


def settings_for(
    folder: Path | None,
    given: Iterable[str],
    options: Mapping[str, Setting],
    codes: Collection[str],
) -> Settings:
    """Return the settings that hold in a folder; of no folder, without its files.

    ``given`` are values of ``--config``: a path, which takes the place of the nearest
    file, or ``KEY=VALUE``. ``options`` are those of the command line, and come last.
    """
    pairs = [text for text in given if _KEY_VALUE.match(text)]
    paths = [Path(text) for text in given if not _KEY_VALUE.match(text)]
    if not paths and folder is not None:
        nearest = nearest_file(folder.absolute())
        paths = [nearest] if nearest else []
    settings = Settings()
    for path in paths:
        settings = settings.with_(read_file(path))
    for pair in pairs:
        settings = settings.with_(dict([_pair(pair)]))
    settings = settings.with_(options)
    for key in CODES:
        setting = settings.values[key]
        for selector in setting.value:
            try:
                known(selector, codes)
            except SelectionError as error:
                raise ConfigError(f"{setting.origin}: {error}") from None
    return settings


@cache
def read_file(path: Path) -> Mapping[str, Setting]:
    """Return the settings of a configuration file."""
    table = _table(path)
    if table is None:
        raise ConfigError(f"{_shown(path)}: there is no [tool.resolint] in it")
    settings: dict[str, Setting] = {}
    for key, value in table.items():
        try:
            settings[key] = read_setting(key, value, _place(path, key))
        except SettingError as error:
            raise ConfigError(str(error)) from None
    return settings


def _table(path: Path) -> dict[str, Any] | None:
    """Return the table of settings of a file; None if it has none."""
    import tomllib

    try:
        table: Any = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(f"{_shown(path)}: cannot be read: {reason}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{_shown(path)}: is not UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        what = " ".join(str(error).split())
        line = re.search(r"at line (\d+)", what)
        where = f"{_shown(path)}:{line[1]}" if line else _shown(path)
        raise ConfigError(f"{where}: is not TOML: {what}") from None
    if path.name != NAMES[-1]:
        return dict(table)
    for name in _TABLE:
        table = table.get(name) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def _place(path: Path, key: str) -> str:
    """Return the file and the line that a setting stands on."""
    lines = path.read_text("utf-8-sig").splitlines()
    pattern = re.compile(
        rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]|\s*\[.*\b{re.escape(key)}\b"
    )
    inside = path.name != NAMES[-1]
    for number, line in enumerate(lines, 1):
        if path.name == NAMES[-1] and line.lstrip().startswith("["):
            inside = re.match(r"\s*\[\s*tool\s*\.\s*resolint\b", line) is not None
        if inside and pattern.match(line):
            return f"{_shown(path)}:{number}"
    return _shown(path)


def _shown(path: Path) -> str:
    """Return a path as people write it, from where they are."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def _pair(text: str) -> tuple[str, Setting]:
    """Return a setting written as ``KEY=VALUE``: TOML, or a bare word."""
    import tomllib

    key, _, value = (part.strip() for part in text.partition("="))
    try:
        read: object = tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        read = value
    origin = f"--config {key}"
    key, *below = key.split(".")
    for name in reversed(below):
        read = {name: read}
    try:
        return key, read_setting(key, read, origin)
    except SettingError as error:
        raise ConfigError(str(error)) from None
