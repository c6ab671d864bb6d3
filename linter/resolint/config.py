"""Configuration files: where settings are written down."""

import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from resolint import paths
from resolint.packs import PackError
from resolint.placed import texts_of
from resolint.plugins import rules_of
from resolint.regex import regex
from resolint.selection import SelectionError, known
from resolint.settings import CODES, Setting, SettingError, Settings, read_setting

NAMES = ("resolint.toml", ".resolint.toml", "pyproject.toml")
_TABLE = ("tool", "resolint")
_DEEPEST = 10
_PART = regex(r'"[^"]*"|[\w-]+')
_KEY_VALUE = regex(r"[A-Za-z-]+(?:\.(?:[\w-]+|\"[^\"]*\"))*\s*=")


class ConfigError(Exception):
    """A configuration that cannot be used; the message is one line for the user."""


class UntrustedError(ConfigError):
    """A configuration that names plug-ins, where none may be run."""


@cache
def nearest_file(folder: Path) -> Path | None:
    """Return the configuration file that holds for a folder: the nearest above it.

    A ``pyproject.toml`` without ``[tool.resolint]`` is none.
    """
    for here in (folder, *folder.parents):
        for name in NAMES:
            path = here / name
            if paths.is_file(path) and (name != NAMES[-1] or _table(path) is not None):
                return path
    return None


def forget() -> None:
    """Read configuration files anew when they are next asked for."""
    nearest_file.cache_clear()
    read_file.cache_clear()


def settings_for(
    folder: Path | None,
    given: Iterable[str],
    options: Mapping[str, Setting],
    codes: Collection[str],
    file: Path | None = None,
    *,
    trusted: bool = True,
) -> Settings:
    """Return the settings that hold in a folder; of no folder, without its files.

    ``given`` are values of ``--config``: a path, which takes the place of the nearest
    file, or ``KEY=VALUE``. ``options`` are those of the command line, and come last.
    Of a file, what ``paths`` says of it counts before what other files say. Files that
    are not trusted may name no plug-ins: these are programs, which would be run.
    """
    pairs = [text for text in given if _KEY_VALUE.match(text)]
    named = [_named(text) for text in given if not _KEY_VALUE.match(text)]
    if not named and folder is not None:
        nearest = nearest_file(folder.absolute())
        named = [nearest] if nearest else []
    layers: list[Mapping[str, Setting]] = [
        layer for path in named for layer in layers_of(path)
    ]
    settings = _placed(Settings(), layers, file)
    for pair in pairs:
        key, setting = _pair(pair)
        said: list[Mapping[str, Setting]] = [{key: setting}]
        if key == "extend":
            said = [*_extended(setting, Path.cwd(), ()), *said]
        settings = _placed(settings, said, file)
        layers += said
    layers.append(options)
    settings = settings.with_(options)
    if not trusted and settings["plugins"]:
        raise UntrustedError(f"{settings.values['plugins'].origin}: plugins")
    _prove_codes(layers, {*codes, *_plugged(settings)})
    return settings


def _named(text: str) -> Path:
    """Return the file that a value of ``--config`` names."""
    path = Path(text)
    if not text.strip():
        raise ConfigError("--config: should be a file, or KEY=VALUE")
    if paths.is_folder(path):
        raise ConfigError(f"--config {text}: this is a folder")
    try:
        path.stat()
    except FileNotFoundError:
        what = "there is no such file, and a setting is written KEY=VALUE"
        raise ConfigError(f"--config {text}: {what}") from None
    except (OSError, ValueError):
        pass  # Reading it says why.
    return path


def _placed(
    settings: Settings, layers: Iterable[Mapping[str, Setting]], file: Path | None
) -> Settings:
    """Return settings after some layers, with what these say of a file's path."""
    said = Settings()
    for layer in layers:
        settings = settings.with_(layer)
        said = said.with_({key: layer[key] for key in ("paths",) if key in layer})
    return settings.with_(said.at(file)) if file is not None else settings


def _plugged(settings: Settings) -> Collection[str]:
    """Return the codes of the rules of plug-ins."""
    plugins = settings.values["plugins"]
    try:
        return rules_of(plugins.value).keys()
    except PackError as error:
        which = "" if plugins.file is None else "plugins: "
        raise ConfigError(f"{plugins.origin}: {which}{error}") from None


def _prove_codes(
    layers: Iterable[Mapping[str, Setting]], codes: Collection[str]
) -> None:
    for layer in layers:
        for key in CODES:
            if key not in layer:
                continue
            setting = layer[key]
            for selector in texts_of(setting.value):
                try:
                    known(selector, codes)
                except SelectionError as error:
                    origin = origin_of(setting, key, selector)
                    raise ConfigError(f"{origin}: {error}") from None


def origin_of(setting: Setting, key: str, *words: str) -> str:
    """Return who says a setting; of a file, the line that some words lead to."""
    if setting.file is None:
        return setting.origin
    return _place(setting.file, key, *words)


def layers_of(path: Path, below: tuple[Path, ...] = ()) -> list[Mapping[str, Setting]]:
    """Return the settings of a file, after those of the files that it extends."""
    settings = read_file(path)
    if "extend" not in settings:
        return [settings]
    chain = (*below, _real(path))
    return [*_extended(settings["extend"], path.parent, chain), settings]


def _extended(
    setting: Setting, base: Path, chain: tuple[Path, ...]
) -> list[Mapping[str, Setting]]:
    """Return the settings of the files that one extends, each file once."""
    layers: list[Mapping[str, Setting]] = []
    for name in setting.value:
        origin = origin_of(setting, "extend", name)
        path = Path(os.path.normpath(base / name))
        if _real(path) in chain:
            raise ConfigError(f"{origin}: extend: {name} comes back to itself")
        if len(chain) >= _DEEPEST:
            raise ConfigError(f"{origin}: extend: more than {_DEEPEST} files deep")
        if not paths.is_file(path):
            what = "is a folder" if paths.is_folder(path) else "is not there"
            raise ConfigError(f"{origin}: extend: {name} {what}")
        for layer in layers_of(path, chain):
            if not any(layer is each for each in layers):
                layers.append(layer)
    return layers


@cache
def read_file(path: Path) -> Mapping[str, Setting]:
    """Return the settings of a configuration file."""
    table = _table(path)
    if table is None:
        raise ConfigError(f"{_shown(path)}: there is no [tool.resolint] in it")
    settings: dict[str, Setting] = {}
    for key, value in table.items():
        try:
            read = read_setting(key, value, partial(_place, path, key), path.parent)
        except SettingError as error:
            raise ConfigError(str(error)) from None
        settings[key] = replace(read, file=path)
    return settings


def _table(path: Path) -> dict[str, Any] | None:
    """Return the table of settings of a file; None if it has none."""
    import tomllib

    try:
        table: Any = tomllib.loads(_text(path))
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


def _text(path: Path) -> str:
    return paths.contents(path).decode("utf-8-sig")


def _place(path: Path, key: str, *words: str) -> str:
    """Return the file and the line that a setting stands on.

    Or a line at or below it: that of the last of some words in it.
    """
    lines = _text(path).splitlines()
    pattern = re.compile(
        rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]|\s*\[.*\b{re.escape(key)}\b"
    )
    inside = path.name != NAMES[-1]
    for number, line in enumerate(lines, 1):
        if path.name == NAMES[-1] and line.lstrip().startswith("["):
            inside = re.match(r"\s*\[\s*tool\s*\.\s*resolint\b", line) is not None
        if inside and pattern.match(line):
            for word in words:
                number = _line_of(word, lines, number)
            return f"{_shown(path)}:{number}"
    return _shown(path)


def _line_of(word: str, lines: Sequence[str], number: int) -> int:
    """Return the number of the first line with a word, from one line on."""
    pattern = re.compile(rf"(?i)(?<![\w-]){re.escape(word)}(?![\w-])")
    for at, line in enumerate(lines[number - 1 :], number):
        if pattern.search(line):
            return at
    return number


def _real(path: Path) -> Path:
    # `Path.resolve` raises where links go round.
    return Path(os.path.realpath(path))


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
    key, *below = (part.strip('"') for part in _PART.findall(key))
    for name in reversed(below):
        read = {name: read}
    try:
        return key, read_setting(key, read, origin)
    except SettingError as error:
        raise ConfigError(str(error)) from None
