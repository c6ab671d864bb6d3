"""``resolint parse``: the document as it was understood."""

import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import Any

import click

from resolint.cli.files import standard_input
from resolint.cli.options import setting, settings_given
from resolint.engine import understood
from resolint.readers import UnreadableError, read
from resolint.render import outline, tree
from resolint.settings import Settings


@click.command()
@click.argument("file")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "akn"]),
    default="text",
    help="How.",
)
@setting("profile", "PROFILE", "auto (default), ga, sc, ecosoc, hrc or mun.")
@setting("stage", "STAGE", "auto (default), draft or adopted.")
@setting("as-of", "DATE", "The day whose house style holds.")
@setting("view", "VIEW", "Tracked changes: final (default), original or all.")
@click.option("--stdin-filename", metavar="NAME", help="The name of what - reads.")
def parse(
    file: str, output_format: str, stdin_filename: str | None, **options: Any
) -> None:
    """Print a document as it was understood; - is standard input."""
    settings = Settings().with_(settings_given(options))
    try:
        if file == "-":
            name = stdin_filename or "<stdin>"
            source = read(standard_input(), name, view=settings.view)
        else:
            source = read(Path(file), view=settings.view)
    except UnreadableError as error:
        raise click.ClickException(str(error)) from None
    resolution = understood(
        source,
        profile=settings.profile,
        stage=settings.stage,
        as_of=settings["as-of"],
    )
    if output_format == "json":
        click.echo(tree.as_json(resolution), nl=False)
        return
    if output_format == "akn":
        from resolint.render.akn import as_akn

        click.echo(as_akn(resolution), nl=False)
        return
    width = get_terminal_size().columns if sys.stdout.isatty() else 0
    click.echo(outline.as_text(resolution, width), nl=False)
