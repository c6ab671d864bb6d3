"""``resolint check``: lint files and folders."""

import gc
import sys
from os import environ
from pathlib import Path
from typing import Any, TextIO

import click

from resolint.cli.asked import (
    Jobs,
    baselines,
    cache,
    fixing,
    ignoring,
    require_only_told,
    require_values,
    since,
)
from resolint.cli.options import flag, setting, settings_given, shared
from resolint.cli.outputs import prove_printed
from resolint.cli.printing import deliver, held_back
from resolint.cli.run import Run
from resolint.cli.watching import watch
from resolint.cli.writing import UnwritableError
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
    *("-j", "--jobs"),
    metavar="N|auto",
    type=Jobs(),
    default="auto",
    help="How many files are done at once; auto (default) depends on how many.",
)
@click.option("--no-cache", is_flag=True, help="Keep nothing, and do all files anew.")
@click.option("--cache-dir", metavar="FOLDER", help="Where what is found is kept.")
@click.option(
    "--assume-resolution", is_flag=True, help="Lint what looks like no resolution."
)
@shared
def check(paths: tuple[str, ...], **options: Any) -> int:
    """Lint resolutions: files, or the drafts in folders; - is standard input.

    Word (.docx), Markdown (.md), text (.txt) and Akoma Ntoso (.xml) are read. Without
    a path, the drafts in the current folder are linted.
    """
    require_values(paths, options)
    if options["watch"]:
        require_only_told(paths, options)
        return watch(Path(paths[0]), lambda: _run(options))
    run = _run(options)
    file = Path(options["output_file"]) if options["output_file"] else None
    if file:
        prove_printed(run.outputs, str(file))
    out = held_back() if file else sys.stdout
    if not file and "-" in paths and run.fixing.pipes:
        out = sys.stderr
    run.check(paths or (".",), out, _coloured(options["color"], out), file)
    if file:
        try:
            deliver(file, out)
        except UnwritableError as error:
            run.fail(f"--output-file {error}")
    run.baselines.close(run.failed)
    for_people = run.textual and not run.fixing.diff
    tallies = sys.stdout if for_people else sys.stderr
    if options["statistics"]:
        for line in run.statistics():
            click.echo(line, file=tallies)
    if options["count"]:
        click.echo(sum(run.counted.values()), file=tallies)
    if options["show_fixes"]:
        for line in run.fixing.fixed():
            click.echo(line, file=tallies if out is sys.stdout else sys.stderr)
    # Python would look for garbage once more, and the system takes it all back anyway.
    gc.freeze()
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
        fixing=fixing(options),
        baselines=baselines(options),
        since=since(options["since"]),
        ignoring=ignoring(options["add_ignore"]),
        jobs=options["jobs"],
        cache=cache(options),
    )


def _coloured(wish: str, out: TextIO) -> bool:
    if wish != "auto":
        return wish == "always"
    plain = environ.get("NO_COLOR") or environ.get("TERM") == "dumb"
    return out.isatty() and not plain
