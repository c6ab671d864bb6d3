"""``resolint symbol``: what a document symbol says."""

import click

from resolint.symbol import explained


@click.command()
@click.argument("symbols", nargs=-1, required=True, metavar="SYMBOL...")
def symbol(symbols: tuple[str, ...]) -> int:
    """Explain document symbols, resolution numbers and citations.

    Exits with 1 if any of them is wrong, and says what was probably meant.
    """
    wrong = False
    for number, text in enumerate(symbols):
        found = explained(text)
        if number:
            click.echo()
        click.echo(f"{found.text}: {found.kind}" if found.kind else found.text)
        for name, value in found.parts:
            click.echo(f"  {name}: {value}")
        if found.url:
            click.echo(f"  address: {found.url}")
        if not found.valid:
            wrong = True
            click.echo(f"  problem: {found.problem}")
            if found.suggestion:
                click.echo(f"  probably meant: {found.suggestion}")
    return int(wrong)
