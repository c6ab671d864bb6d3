"""All rules that the commands know."""

import click

from resolint.packs import PackError, Rules, installed
from resolint.suppress import UNUSED


def known_rules() -> Rules:
    """Return the rules of all packs and the engine's own, by code."""
    try:
        return installed() | {UNUSED.code: UNUSED}
    except PackError as error:
        raise click.ClickException(str(error)) from None
