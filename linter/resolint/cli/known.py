"""All rules that the commands know."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import click

from resolint.config import ConfigError, settings_for
from resolint.packs import PackError, Rules, installed, joined
from resolint.placed import Plugin
from resolint.plugins import rules_of
from resolint.suppress import UNUSED


def known_rules(plugins: Sequence[Plugin] = ()) -> Rules:
    """Return the rules of all packs, those of plug-ins and the engine's own."""
    try:
        found = _installed()
        return joined(found, rules_of(plugins)) if plugins else {**found}
    except PackError as error:
        raise click.ClickException(str(error)) from None


def rules_here() -> Rules:
    """Return the rules that are known in the current folder, with its plug-ins."""
    try:
        settings = settings_for(Path(), (), {}, known_rules())
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    return known_rules(settings["plugins"])


@cache
def _installed() -> Rules:
    return installed() | {UNUSED.code: UNUSED}
