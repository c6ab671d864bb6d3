"""``--output-format``: findings written in several formats at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from resolint.cli.writing import UnwritableError, refuse, same, write
from resolint.outputs import Output
from resolint.render import renderer
from resolint.render.report import Layout, Report
from resolint.render.text import TemplateError, proved
from resolint.settings import Settings

_TEXTUAL = frozenset({"text", "full", "grouped"})


def is_textual(outputs: Iterable[Output]) -> bool:
    """Whether what is printed is for people: other lines may follow it."""
    return all(each.format in _TEXTUAL for each in outputs if each.file is None)


def template_of(settings: Settings, outputs: Iterable[Output]) -> str | None:
    """Return the template for a line of text, if one is given."""
    template: str | None = settings["format"]
    if template is None:
        return None
    if not any(each.format == "text" for each in outputs):
        raise click.ClickException("--format is for --output-format text only")
    try:
        return proved(template)
    except TemplateError as error:
        raise click.ClickException(f"--format: {error}") from None


def prove_printed(outputs: Sequence[Output], file: str) -> None:
    """Raise `click.ClickException` if nothing is to be written to ``-o FILE``."""
    if all(each.file is not None for each in outputs):
        told = " and ".join(map(str, outputs))
        raise click.ClickException(f"--output-file {file}: {told} has its own file")


def prove(
    outputs: Sequence[Output], drafts: Sequence[Path], taken: Iterable[Path | None]
) -> None:
    """Raise `click.ClickException` if a file cannot be written, or is another's."""
    used = [path for path in taken if path is not None]
    for each in outputs:
        if each.file is None:
            continue
        option = f"--output-format {each.format}:"
        try:
            refuse(each.file, option, tuple(drafts))
        except UnwritableError as error:
            raise click.ClickException(str(error)) from None
        if any(same(each.file, path) for path in used):
            what = f"{option} {each.file}: something else is written there"
            raise click.ClickException(what)
        used.append(each.file)


def delivered(
    reports: Iterable[Report],
    outputs: Sequence[Output],
    layout: Layout,
    fail: Callable[[str], None],
) -> Iterator[str]:
    """Write what is for files, and yield what is to be printed.

    The files come first: whoever reads what is printed may stop reading.
    """
    if len(outputs) > 1:
        reports = [*reports]
    for output in outputs:
        if output.file is not None:
            plain = replace(layout, colour=False)
            text = "".join(renderer(output.format)(reports, plain))
            try:
                write(output.file, text.encode("utf-8", "backslashreplace"))
            except UnwritableError as error:
                fail(f"--output-format {output.format}: {error}")
    for output in outputs:
        if output.file is None:
            yield from renderer(output.format)(reports, layout)
