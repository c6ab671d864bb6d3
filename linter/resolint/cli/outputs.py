"""``--output-format``: findings written in several formats at once."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from resolint.cli.files import Trouble
from resolint.cli.outcome import Outcome
from resolint.cli.printing import is_stream
from resolint.cli.writing import UnwritableError, refuse, same, write
from resolint.outputs import Output
from resolint.packs import Rules
from resolint.paths import contents
from resolint.readers import LIMIT, UnreadableError, read
from resolint.render import renderer
from resolint.render.report import Layout
from resolint.render.template import TemplateError, proved
from resolint.settings import Settings

_TEXTUAL = frozenset({"text", "full", "grouped"})


class Look(NamedTuple):
    """A format, and how findings are to look in it."""

    format: str
    colour: bool = False
    template: str | None = None
    show_source: bool = False

    def layout(self, rules: Rules) -> Layout:
        """Return the same, for who knows the rules."""
        return Layout(
            rules=rules,
            colour=self.colour,
            template=self.template,
            show_source=self.show_source,
        )


def is_textual(outputs: Iterable[Output]) -> bool:
    """Whether what is printed is for people: other lines may follow it."""
    return all(each.format in _TEXTUAL for each in outputs if each.file is None)


def template_of(settings: Settings, outputs: Iterable[Output]) -> str | None:
    """Return the template for a line of text, if one is given."""
    template: str | None = settings["format"]
    if template is None:
        return None
    origin = settings.values["format"].origin
    which = origin if origin.startswith("--") else f"{origin}: format"
    if not any(each.format == "text" for each in outputs):
        what = "this is for --output-format text only"
        raise click.ClickException(f"{which}: {what}")
    try:
        return proved(template)
    except TemplateError as error:
        raise click.ClickException(f"{which}: {error}") from None


def prove_printed(outputs: Sequence[Output], file: str) -> None:
    """Raise `click.ClickException` if nothing is to be written to ``-o FILE``."""
    if all(each.file is not None for each in outputs):
        told = " and ".join(map(str, outputs))
        raise click.ClickException(f"--output-file {file}: {told} has its own file")


def written(outputs: Iterable[Output], file: Path | None) -> list[tuple[str, Path]]:
    """Return the files that findings are written to, each after its option."""
    found = [] if file is None or is_stream(file) else [("--output-file", file)]
    for each in outputs:
        if each.file is not None:
            found.append((f"--output-format {each.format}:", each.file))
    return found


def without_earlier(
    found: Iterable[Path | Trouble],
    named: Iterable[str],
    targets: Collection[tuple[str, Path]],
) -> list[Path | Trouble]:
    """Return what is to be linted, without what an earlier run wrote of findings.

    A file that is to be written, was found in a folder and is no draft is such.
    """
    kept = {os.path.normpath(each) for each in named}
    return [
        each
        for each in found
        if isinstance(each, Trouble)
        or os.path.normpath(each) in kept
        or not any(same(each, file) for _, file in targets)
        or not _is_report(each)
    ]


def _is_report(path: Path) -> bool:
    """Whether a file is no draft, and may be written over: an earlier report, say."""
    from resolint.builder import resembles
    from resolint.engine import understood

    try:
        return not resembles(understood(read(path)))
    except UnreadableError:
        # Of XML only drafts can be read.
        try:
            return path.suffix == ".xml" and b"akomaNtoso" not in contents(path, LIMIT)
        except OSError:
            return False


def prove(
    files: Iterable[tuple[str, Path]],
    drafts: Sequence[Path],
    taken: Iterable[Path | None],
) -> None:
    """Raise `click.ClickException` if a file cannot be written, or is another's."""
    used = [path for path in taken if path is not None]
    for option, file in files:
        try:
            refuse(file, option, tuple(drafts))
        except UnwritableError as error:
            raise click.ClickException(str(error)) from None
        if any(same(file, path) for path in used):
            what = f"{option} {file}: something else is written there"
            raise click.ClickException(what)
        used.append(file)


def delivered(
    outcomes: Iterable[Outcome],
    outputs: Sequence[Output],
    layouts: Sequence[Layout],
    fail: Callable[[str], None],
) -> Iterator[str]:
    """Write what is for files, and yield what is to be printed.

    The files come first: whoever reads what is printed may stop reading.
    """
    if len(outputs) > 1:
        outcomes = [*outcomes]
    for at, output in enumerate(outputs):
        if output.file is not None:
            text = "".join(_text(outcomes, at, output, layouts[at]))
            try:
                write(output.file, text.encode("utf-8", "backslashreplace"))
            except UnwritableError as error:
                fail(f"--output-format {output.format}: {error}")
    for at, output in enumerate(outputs):
        if output.file is None:
            yield from _text(outcomes, at, output, layouts[at])


def _text(
    outcomes: Iterable[Outcome], at: int, output: Output, layout: Layout
) -> Iterator[str]:
    """Yield what is written in one of the outputs."""
    write = renderer(output.format)
    if write.piece is None:
        return write.whole((each.report for each in outcomes), layout)
    return write.whole((each.pieces[at] for each in outcomes if each.pieces), layout)
