"""``resolint archive``: many files, on many cores or machines, and what is in them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from resolint.cli.asked import Jobs
from resolint.cli.options import setting, settings_given, shared
from resolint.cli.progress import Progress
from resolint.cli.run import Run as Settled
from resolint.cli.writing import UnwritableError, refuse, write
from resolint.diagnostic import Severity
from resolint.render.report import printable
from resolint.settings import Setting, Settings

_EXTRA = 'it needs more to be installed: pip install "resolint[archive]"'


class _Archive(click.Command):
    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        # A command of its own: a folder of that name is ./report.
        if args[:1] == ["report"]:
            return report.make_context(f"{info_name} report", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command(
    cls=_Archive,
    epilog="""\b
Examples:
  resolint archive drafts 2024.zip --to findings.parquet
  resolint archive 's3://archive/ga/**/*.docx' --to ga.parquet
  resolint archive 'zip://*.docx::ga.zip' --to ga.parquet --profile ga
  resolint archive drafts --to findings.parquet --scheduler tcp://scheduler:8786
  resolint archive report findings.parquet --to report.html
\b
What is done is not done again: the same command goes on after whatever has ended it.
A report is a command of its own: resolint archive report --help.
""",
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--to", "target", required=True, metavar="FOLDER", help="Write the tables there."
)
@setting("select", "CODES", "Rules to use: codes, prefixes or ALL.")
@setting("ignore", "CODES", "Rules not to use; the longest prefix wins.")
@setting("extend-select", "CODES", "Further rules to use.")
@setting("extend-ignore", "CODES", "Further rules not to use.")
@setting("per-file-ignores", "GLOB:CODES", "Rules not to use in some files.")
@setting("level", "LEVEL", "What is kept: error, warning or info (default).")
@setting("profile", "PROFILE", "auto (default), ga, sc, ecosoc, hrc or mun.")
@setting("stage", "STAGE", "auto (default), draft or adopted.")
@setting("as-of", "DATE", "The day whose house style holds.")
@setting("view", "VIEW", "Tracked changes: final (default), original or all.")
@setting("exclude", "PATTERNS", "Files and folders to leave out.")
@setting("extend-exclude", "PATTERNS", "Further ones to leave out.")
@click.option(
    "--assume-resolution", is_flag=True, help="Lint what looks like no resolution."
)
@click.option("--scheduler", metavar="ADDRESS", help="Work on a Dask cluster.")
@click.option(
    "-j",
    "--jobs",
    type=Jobs(),
    metavar="N|auto",
    help="Files at once without a cluster; auto (default) is one a core.",
)
@click.option(
    "--batch",
    type=click.IntRange(1),
    metavar="N",
    help="Files that are done together, about.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    help="How long a document may take.",
)
@click.option("--fresh", is_flag=True, help="Do again what is done.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@shared
def archive(sources: tuple[str, ...], **options: Any) -> int:
    """Lint an archive, and write what is found as tables (Parquet).

    A source is a folder, a file, a .zip, a pattern, or an address that fsspec knows.
    FOLDER gets the tables documents and findings, in parts.
    """
    with _extra():
        from resolint.archive.batches import USUAL
        from resolint.archive.dataset import Dataset
        from resolint.archive.order import TIME_LIMIT, ordered
        from resolint.archive.run import Run
        from resolint.archive.sources import opened
    settings = _settings(options)
    limit = options["time_limit"] or TIME_LIMIT
    with _clear():
        run = Run(
            sources=[opened(each) for each in sources],
            order=ordered(settings, options["assume_resolution"], limit),
            dataset=Dataset(Path(options["target"])),
            exclude=settings.exclude,
            size=options["batch"] or USUAL,
            jobs=options["jobs"],
            scheduler=options["scheduler"],
            fresh=options["fresh"],
        )
        progress, failed = Progress(), list[str]()
        if not options["quiet"] and sys.stderr.isatty():
            # Files are counted only if somebody looks on.
            progress = Progress(sum(1 for _ in run.listed()), wanted=True)
            run.tell = progress.draw

        def fail(message: str) -> None:
            if message not in failed:
                failed.append(message)
                progress.clear()
                click.echo(printable(message), err=True)

        run.fail = fail
        try:
            counts = run.work()
        finally:
            progress.clear()
    if not options["quiet"]:
        click.echo(_told(options["target"], counts, run.seen["kept"]))
    return 2 if failed else 0


@click.command(
    epilog="""\b
Examples:
  resolint archive report findings.parquet
  resolint archive report findings.parquet --output-format json
  resolint archive report findings.parquet --to report.html
""",
)
@click.argument("folder", metavar="FOLDER")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "html"]),
    help="How; by default text, and html for a file that ends so.",
)
@click.option("--to", "target", metavar="FILE", help="Write the report there.")
@click.option(
    "--level",
    type=click.Choice([each.value for each in Severity]),
    default="warning",
    help="What is counted: error, warning (default) or info.",
)
def report(
    folder: str, output_format: str | None, target: str | None, level: str
) -> int:
    """Tell what was found in an archive: by organ, year and rule.

    FOLDER is what resolint archive has written.
    """
    with _extra():
        from resolint.archive.figures import figures
        from resolint.archive.report import written
    ending = Path(target or "").suffix.lower()
    usual = {".html": "html", ".htm": "html", ".json": "json"}.get(ending, "text")
    with _clear():
        if target:
            refuse(Path(target), "--to")
        text = written(figures(Path(folder), Severity(level)), output_format or usual)
        if target:
            write(Path(target), text.encode("utf-8", "backslashreplace"))
            return 0
    click.echo(text, nl=False)
    return 0


def _settings(options: dict[str, Any]) -> Settings:
    """Return the settings in force here, for all files: with hints, if no one asks."""
    given = settings_given(options)
    call = Settled(given=options["given"], isolated=options["isolated"], settings=given)
    settings = call.settings_in(Path())
    if settings.values["level"].origin.startswith("--"):
        return settings
    return settings.with_({"level": Setting("info", "archive")})


def _told(target: str, counts: dict[str, int], kept: int) -> str:
    from resolint.archive.report import counted

    told = [
        counted(counts["documents"], "document"),
        f"{counts['skipped']:,} skipped",
        f"{counts['bad']:,} bad",
        counted(counts["findings"], "finding"),
    ]
    before = f" ({kept:,} were done before)" if kept else ""
    return f"{target}: {', '.join(told)}{before}"


@contextmanager
def _extra() -> Iterator[None]:
    """Say in one line that what the extra has is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("resolint"):
            raise
        raise click.ClickException(_EXTRA) from None


@contextmanager
def _clear() -> Iterator[None]:
    """Say in one line what cannot be done."""
    from resolint.archive.errors import ArchiveError

    try:
        yield
    except (ArchiveError, UnwritableError) as error:
        raise click.ClickException(str(error)) from None
