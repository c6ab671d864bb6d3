"""``resolint config``: the settings in force."""

from pathlib import Path
from typing import Any

import click

from resolint.cli.options import shared
from resolint.config import ConfigError, settings_for
from resolint.packs import PackError, installed


@click.command()
@click.argument("folder", default=".")
@shared
def config(folder: str, given: tuple[str, ...], isolated: bool) -> None:
    """Print the settings in force in a folder, and where each comes from."""
    path = Path(folder)
    if not path.exists():
        raise click.ClickException(f"{folder}: there is no such folder")
    here = path if path.is_dir() else path.parent
    try:
        settings = settings_for(
            None if isolated else here, given, {}, installed().keys()
        )
    except (ConfigError, PackError) as error:
        raise click.ClickException(str(error)) from None
    for key, setting in settings.values.items():
        click.echo(f"{key} = {_toml(setting.value)}  # {setting.origin}")


def _toml(value: Any) -> str:
    match value:
        case None:
            return '""'
        case tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case str():
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            return f'"{escaped}"'
        case _:
            return str(value)
