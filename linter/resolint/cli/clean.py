"""``resolint clean``: what is kept of earlier runs is taken away."""

from pathlib import Path

import click

from resolint.cli import shelf
from resolint.paths import is_folder, is_there


@click.command(
    epilog="""\b
Examples:
  resolint clean
  resolint clean --cache-dir kept
""",
)
@click.option("--cache-dir", metavar="FOLDER", help="Where check kept it.")
def clean(cache_dir: str | None) -> None:
    """Take away what check keeps of its findings, to be quicker the next time."""
    if cache_dir == "":
        raise click.UsageError("--cache-dir is empty")
    try:
        folder = Path(cache_dir or shelf.usual())
    except RuntimeError:
        raise click.ClickException("nobody knows where your home is") from None
    if not is_there(folder):
        click.echo(f"{folder}: nothing is kept")
        return
    if not is_folder(folder):
        raise click.ClickException(f"{folder}: this is no folder")
    try:
        if not shelf.is_ours(folder):
            what = f"this is no folder of ours: it has no {shelf.TAG} of resolint"
            raise click.ClickException(f"{folder}: {what}")
        sizes = [status.st_size for _, status in shelf.entries(folder)]
        shelf.clean(folder)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise click.ClickException(
            f"{error.filename or folder}: cannot be taken away: {reason}"
        ) from None
    entry = "1 entry" if len(sizes) == 1 else f"{len(sizes)} entries"
    size = f"{sum(sizes):,}"
    click.echo(f"{folder}: {entry} taken away, {size} bytes")
