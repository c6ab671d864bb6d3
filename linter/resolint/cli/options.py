"""Options that are settings too: the command line has the last word."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from resolint.settings import READERS, Setting, SettingError, read_setting

F = TypeVar("F", bound=Callable[..., Any])

_LISTS = frozenset(
    {
        "select",
        "ignore",
        "extend-select",
        "extend-ignore",
        "per-file-ignores",
        "exclude",
        "extend-exclude",
        "output-format",
    }
)


def shared(function: F) -> F:
    """Add the options that say which settings are in force."""
    for option in (
        click.option(
            "--isolated", is_flag=True, help="Read no configuration file at all."
        ),
        click.option(
            "--config",
            "given",
            metavar="PATH|KEY=VALUE",
            multiple=True,
            help="A configuration file to use, or one setting.",
        ),
    ):
        function = option(function)
    return function


def setting(name: str, metavar: str, text: str) -> Callable[[F], F]:
    """Return an option that gives a value to a setting."""
    return click.option(
        f"--{name}", metavar=metavar, multiple=name in _LISTS, help=text
    )


def flag(name: str, text: str) -> Callable[[F], F]:
    """Return an option that sets a setting to true, or with ``no-`` to false."""
    return click.option(f"--{name}/--no-{name}", default=None, help=text)


def settings_given(options: Mapping[str, Any]) -> dict[str, Setting]:
    """Return the settings among the options of a call."""
    given: dict[str, Setting] = {}
    for key in READERS:
        value = options.get(key.replace("-", "_"))
        if value is None or value == ():
            continue
        words = value
        if isinstance(value, tuple) and key != "output-format":
            words = ",".join(value)
        try:
            given[key] = read_setting(key, words, f"--{key}")
        except SettingError as error:
            raise click.ClickException(str(error)) from None
    return given
