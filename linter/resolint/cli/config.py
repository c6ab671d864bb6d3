"""``resolint config``: the settings in force."""

import re
from pathlib import Path
from typing import Any

import click

from resolint.cli.known import known_rules, rules_set
from resolint.cli.options import shared
from resolint.config import ConfigError, settings_for
from resolint.paths import is_folder
from resolint.placed import shown
from resolint.schema import SCHEMAS


@click.command()
@click.argument("folder", metavar="[PATH]", default=".")
@click.option(
    "--schema",
    type=click.Choice([*SCHEMAS]),
    is_flag=False,
    flag_value="settings",
    help="Print a JSON Schema: of the settings, or of the output json.",
)
@shared
def config(
    folder: str, schema: str | None, given: tuple[str, ...], isolated: bool
) -> None:
    """Print the settings in force in a folder or for a file, and where each is from."""
    if schema:
        click.echo(SCHEMAS[schema](), nl=False)
        return
    path = Path(folder)
    try:
        path.stat()
    except (OSError, ValueError) as error:
        what = "there is no such file or folder"
        if not isinstance(error, FileNotFoundError):
            what = getattr(error, "strerror", None) or str(error)
        raise click.ClickException(f"{folder}: {what}") from None
    here, file = (path, None) if is_folder(path) else (path.parent, path)
    try:
        settings = settings_for(
            None if isolated else here, given, {}, known_rules().keys(), file
        )
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    rules_set(settings)
    rows = [
        (
            f"# {key} is not set"
            if each.value is None
            else f"{key} = {_toml(shown(each.value))}"
        )
        for key, each in settings.values.items()
    ]
    width = min(max(map(len, rows)), 40)
    for row, each in zip(rows, settings.values.values(), strict=True):
        origin = "" if each.value is None else f"  # {each.origin}"
        click.echo(f"{row:{width}}{origin}".rstrip())


def _key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key, re.ASCII) else _toml(key)


def _toml(value: Any) -> str:
    match value:
        case tuple() | list():
            return f"[{', '.join(map(_toml, value))}]"
        case dict():
            pairs = (f"{_key(key)} = {_toml(each)}" for key, each in value.items())
            return f"{{{', '.join(pairs)}}}"
        case bool():
            return str(value).lower()
        case str():
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            return f'"{escaped}"'
        case _:
            return str(value)
