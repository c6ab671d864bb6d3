"""What a call of ``check`` asks for, from its options."""

from collections.abc import Collection, Mapping
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resolint.cli import shelf
from resolint.cli.baseline import Baselines
from resolint.cli.fixing import Fixing

if TYPE_CHECKING:
    from resolint.cli.cache import Cache
    from resolint.cli.ignoring import Ignoring
    from resolint.cli.since import Since

_NAMES = (
    *("output_file", "output", "annotate", "stdin_filename", "baseline"),
    "cache_dir",
)
_RULES = ("select", "extend_select")
_WRITING = (
    *("output_file", "output_format", "format", "fix", "fix_only", "diff", "output"),
    *("in_place", "annotate", "add_ignore", "write_baseline", "prune_baseline"),
    *("statistics", "count", "show_source", "show_fixes"),
)


def baselines(options: Mapping[str, Any]) -> Baselines:
    """Return what a call is to do with baselines."""
    write, prune = options["write_baseline"], options["prune_baseline"]
    if write and (fixing(options).wanted or options["add_ignore"] is not None):
        raise click.UsageError(
            "--write-baseline is for drafts as they are: fix them, or add remarks, "
            "in a run of its own"
        )
    if write and (prune or options["since"] is not None or options["only_changes"]):
        raise click.UsageError(
            "--write-baseline is for all findings: leave out --prune-baseline, "
            "--since and --only-changes"
        )
    return Baselines(write=write, prune=prune)


def ignoring(reason: str | None) -> "Ignoring | None":
    """Return what remarks a call is to write, if any."""
    if reason is None:
        return None
    # Imported late: it takes a while.
    from resolint.cli.ignoring import Ignoring

    return Ignoring(reason=reason.strip())


def since(revision: str | None) -> "Since | None":
    """Return what paragraphs must have changed since, if anything."""
    if revision is None:
        return None
    from resolint.cli.since import Since

    return Since(revision)


def cache(options: Mapping[str, Any]) -> "Cache | None":
    """Return what a call may keep its findings in, and find them again."""
    if options["no_cache"] or environ.get("RESOLINT_NO_CACHE"):
        return None
    from resolint.cli.cache import Cache

    try:
        return Cache(Path(options["cache_dir"] or shelf.usual()))
    except RuntimeError:  # Nobody knows where the user's home is.
        return None


class Jobs(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A number of processes, or ``auto``: None."""

    name = "jobs"

    def convert(self, value: Any, *_: object) -> int | None:
        """Return the number; fails of anything else."""
        if value is None or value == "auto":
            return None
        number = int(value) if str(value).isdecimal() else 0
        return number or self.fail(f"{value!r} is neither auto nor a number from 1 on")


def fixing(options: Mapping[str, Any]) -> Fixing:
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


def require_values(paths: Collection[str], options: Mapping[str, Any]) -> None:
    """Raise `click.UsageError` for an empty value: a variable of a script, say.

    A gate that takes nothing for everything passes in silence.
    """
    if "" in paths:
        raise click.UsageError("the name of a file is empty")
    for key in _NAMES:
        if options[key] == "":
            raise click.UsageError(f"{_option(key)} is empty")
    for key in _RULES:
        if options[key] and not "".join(options[key]).strip(", "):
            raise click.UsageError(f"{_option(key)} names no rule")


def require_only_told(paths: Collection[str], options: Mapping[str, Any]) -> None:
    """Raise `click.UsageError` if more is asked of a watch than to tell findings."""
    if len(paths) != 1:
        raise click.UsageError(f"--watch is for one file, not {len(paths)}")
    for key in _WRITING:
        if options[key] not in (None, False, ()):
            raise click.UsageError(
                f"--watch only tells what it finds: leave out {_option(key)}"
            )


def _option(key: str) -> str:
    return f"--{key.replace('_', '-')}"
