"""All rules that the commands know."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import click

from resolint.config import ConfigError, origin_of, settings_for
from resolint.options import OptionError, configured
from resolint.packs import PackError, Rules, joined, listed
from resolint.placed import Plugin
from resolint.plugins import rules_of
from resolint.rule import Rule
from resolint.settings import Setting, Settings
from resolint.suppress import UNUSED


def known_rules(plugins: Sequence[Plugin] = ()) -> Rules:
    """Return the rules of all packs, those of plug-ins and the engine's own."""
    try:
        found = _installed()
        return joined(found, rules_of(plugins)) if plugins else {**found}
    except PackError as error:
        raise click.ClickException(str(error)) from None


def settings_in(
    folder: Path,
    given: Sequence[str],
    isolated: bool,
    options: Mapping[str, Setting],
    file: Path | None = None,
) -> Settings:
    """Return the settings that hold in a folder, or for a file in it."""
    try:
        return settings_for(
            None if isolated else folder, given, options, known_rules().keys(), file
        )
    except ConfigError as error:
        raise click.ClickException(str(error)) from None


def rules_set(settings: Settings) -> Collection[Rule[Any]]:
    """Return the rules that some settings know, with the options that they set."""
    rules = known_rules(settings["plugins"]).values()
    options = settings.values["options"]
    if not options.value:
        return rules
    try:
        return configured(rules, options.value)
    except OptionError as error:
        where = origin_of(options, "options", *error.words)
        raise click.ClickException(f"{where}: {error}") from None


def rules_here() -> Rules:
    """Return the rules that are known in the current folder, with its plug-ins."""
    try:
        settings = settings_for(Path(), (), {}, known_rules())
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    return known_rules(settings["plugins"])


@cache
def _installed() -> Rules:
    return listed() | {UNUSED.code: UNUSED}
