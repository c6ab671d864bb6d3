"""``resolint check``: lint files and folders."""

import sys
from contextlib import ExitStack
from os import environ
from pathlib import Path
from typing import Any, TextIO

import click

from resolint.cli.baseline import Baselines
from resolint.cli.fixing import Fixing
from resolint.cli.ignoring import Ignoring
from resolint.cli.options import flag, setting, settings_given, shared
from resolint.cli.outputs import prove_printed
from resolint.cli.run import Run
from resolint.cli.since import Since
from resolint.cli.watching import watch
from resolint.cli.writing import same
from resolint.render import FORMATS


class _Check(click.Command):
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # An option whose value may be left out would take the next draft for it.
        end = args.index("--") if "--" in args else len(args)
        head = ["--add-ignore=" if a == "--add-ignore" else a for a in args[:end]]
        return super().parse_args(ctx, [*head, *args[end:]])


@click.command(
    cls=_Check,
    epilog="""\b
Examples:
  resolint check draft.docx
  resolint check --select OPN,PRE --ignore PRE006 drafts
  resolint check --level info --output-format full draft.md
  resolint check --output-format json -o findings.json drafts
  resolint check --output-format sarif:report.sarif --output-format text drafts
  resolint check --only-changes draft.docx
  resolint check --annotate remarks.docx draft.docx
  resolint check --fix --output fixed.docx draft.docx
  cat draft.md | resolint check - --stdin-filename draft.md
\b
Exit status: 0 nothing found, 1 something found, 2 the job could not be done.
""",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@setting("select", "CODES", "Rules to use: codes, prefixes or ALL.")
@setting("ignore", "CODES", "Rules not to use; the longest prefix wins.")
@setting("extend-select", "CODES", "Further rules to use.")
@setting("extend-ignore", "CODES", "Further rules not to use.")
@setting("per-file-ignores", "GLOB:CODES", "Rules not to use in some files.")
@setting("level", "LEVEL", "What is shown: error, warning (default) or info.")
@setting("fail-on", "LEVEL", "What fails: error, warning, info or never.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even with findings.")
@setting("profile", "PROFILE", "auto (default), ga, sc, ecosoc, hrc or mun.")
@setting("stage", "STAGE", "auto (default), draft or adopted.")
@setting("as-of", "DATE", "The day whose house style holds.")
@setting("view", "VIEW", "Tracked changes: final (default), original or all.")
@click.option(
    "--only-changes", is_flag=True, help="Only what tracked changes brought about."
)
@setting("output-format", "FORMAT[:FILE]", f"One of {', '.join(FORMATS)}.")
@setting("format", "TEMPLATE", "A template such as '%(path)s:%(row)d: %(code)s'.")
@click.option("-o", "--output-file", metavar="FILE", help="Write the findings there.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option("--count", is_flag=True, help="Print the number of findings.")
@click.option("--show-source", is_flag=True, help="Print the line of each finding.")
@click.option("-q", "--quiet", is_flag=True, help="Print findings and errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Say what is read and left out.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Whether to use colours.",
)
@click.option("--stdin-filename", metavar="NAME", help="The name of what - reads.")
@click.option("--fix", is_flag=True, help="Make the fixes that are safe.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="Make fixes that may touch the meaning too."
)
@click.option("--fix-only", is_flag=True, help="Fix, and tell nothing that is left.")
@click.option("--diff", is_flag=True, help="Show what fixes change; write nothing.")
@click.option("--show-fixes", is_flag=True, help="Say what was fixed.")
@click.option("--output", metavar="OUT", help="Write the fixed draft there.")
@click.option("--in-place", is_flag=True, help="Fix a Word file itself, not a copy.")
@click.option(
    "--annotate", metavar="OUT.docx", help="Write a copy with findings as comments."
)
@click.option(
    "--add-ignore",
    metavar="[=REASON]",
    help="Write a remark before each paragraph with findings (.md, .xml).",
)
@setting("baseline", "FILE", "Findings that are known, and not told again.")
@click.option(
    "--write-baseline", is_flag=True, help="Write what is found to the baseline."
)
@click.option(
    "--prune-baseline", is_flag=True, help="Drop from it what is found no more."
)
@click.option("--since", metavar="REV", help="Only paragraphs changed since, in git.")
@click.option(
    "--watch", is_flag=True, help="Lint one file again on every save, till Ctrl-C."
)
@setting("exclude", "PATTERNS", "Files and folders to leave out of folders.")
@setting("extend-exclude", "PATTERNS", "Further ones to leave out.")
@flag("force-exclude", "Leave out files that are named as well.")
@flag("respect-gitignore", "Leave out of folders what git ignores (default).")
@click.option(
    "--assume-resolution", is_flag=True, help="Lint what looks like no resolution."
)
@shared
def check(paths: tuple[str, ...], **options: Any) -> int:
    """Lint resolutions: files, or the drafts in folders; - is standard input.

    Word (.docx), Markdown (.md), text (.txt) and Akoma Ntoso (.xml) are read. Without
    a path, the drafts in the current folder are linted.
    """
    if options["watch"]:
        if len(paths) != 1 or options["output_file"] or _fixing(options).wanted:
            raise click.UsageError("--watch is for one file, and only tells")
        return watch(Path(paths[0]), lambda: _run(options))
    run = _run(options)
    with ExitStack() as stack:
        name = options["output_file"]
        if name and any(same(Path(name), Path(each)) for each in paths):
            what = f"--output-file {name}: this is the draft itself"
            raise click.ClickException(what)
        if name:
            prove_printed(run.outputs, name)
        out = stack.enter_context(_opened(name)) if name else sys.stdout
        if not name and "-" in paths and run.fixing.pipes:
            out = sys.stderr
        run.check(
            paths or (".",),
            out,
            _coloured(options["color"], out),
            Path(name) if name else None,
        )
    run.baselines.close(run.failed)
    tallies = sys.stdout if run.textual else sys.stderr
    if options["statistics"]:
        for line in run.statistics():
            click.echo(line, file=tallies)
    if options["count"]:
        click.echo(sum(run.counted.values()), file=tallies)
    if options["show_fixes"]:
        for line in run.fixing.fixed():
            click.echo(line, file=tallies if out is sys.stdout else sys.stderr)
    if run.failed:
        return 2
    if run.fixing.diff:
        return int(run.fixing.differs and not options["exit_zero"])
    return int(run.findings_fail and not options["exit_zero"])


def _run(options: dict[str, Any]) -> Run:
    """Return what a call was asked for."""
    return Run(
        given=options["given"],
        isolated=options["isolated"],
        settings=settings_given(options),
        assume=options["assume_resolution"],
        only_changes=options["only_changes"],
        verbose=options["verbose"],
        quiet=options["quiet"],
        show_source=options["show_source"],
        stdin_name=options["stdin_filename"],
        fixing=_fixing(options),
        baselines=_baselines(options),
        since=None if options["since"] is None else Since(options["since"]),
        ignoring=_ignoring(options["add_ignore"]),
    )


def _baselines(options: dict[str, Any]) -> Baselines:
    write, prune = options["write_baseline"], options["prune_baseline"]
    if write and (prune or options["since"] is not None or options["only_changes"]):
        raise click.UsageError(
            "--write-baseline is for all findings: leave out --prune-baseline, "
            "--since and --only-changes"
        )
    return Baselines(write=write, prune=prune)


def _ignoring(reason: str | None) -> Ignoring | None:
    return None if reason is None else Ignoring(reason=reason.strip())


def _fixing(options: dict[str, Any]) -> Fixing:
    """Return what a call is to write of drafts."""
    output, annotate = options["output"], options["annotate"]
    return Fixing(
        fix=options["fix"],
        unsafe=options["unsafe_fixes"],
        only=options["fix_only"],
        diff=options["diff"],
        in_place=options["in_place"],
        output=None if output is None else Path(output),
        annotate=None if annotate is None else Path(annotate),
    )


def _opened(name: str) -> TextIO:
    try:
        return Path(name).open(
            "w", encoding="utf-8", errors="backslashreplace", newline="\n"
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise click.ClickException(f"{name}: cannot be written: {reason}") from None


def _coloured(wish: str, out: TextIO) -> bool:
    if wish != "auto":
        return wish == "always"
    plain = environ.get("NO_COLOR") or environ.get("TERM") == "dumb"
    return out.isatty() and not plain
