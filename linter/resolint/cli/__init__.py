"""The command line."""

import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import MappingProxyType

import click

from resolint.cli.ending import Ended, heeded
from resolint.render.report import printable

_COMMANDS = MappingProxyType(
    {
        "check": ("check", "Lint resolutions: files, or the drafts in folders."),
        "rule": ("rules", "Print the page of a rule."),
        "rules": ("rules", "List all rules."),
        "parse": ("parse", "Print a document as it was understood."),
        "archive": ("archive", "Lint an archive, and write tables of what is found."),
        "new": ("new", "Write a draft to begin with."),
        "symbol": ("symbol", "Explain document symbols and resolution numbers."),
        "config": ("config", "Print the settings in force."),
        "clean": ("clean", "Take away what is kept of earlier runs."),
        "server": ("server", "Serve an editor: the language server."),
    }
)
"""The module of each command, and what it does: only the one called is imported."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"resolint.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], _COMMANDS, n=1)
            hint = f": did you mean {near[0]}?" if near else ""
            ctx.fail(f"there is no command {args[0]}{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, row[1]) for name, row in _COMMANDS.items()])


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"resolint {version('resolint')}")
        ctx.exit()


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  resolint check draft.docx            lint a draft
  resolint check --profile mun drafts  lint all drafts in a folder
  resolint rule OPN005                 say what a rule asks, and why
  resolint symbol A/C.3/79/L.60        explain a document symbol
""",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and exit.",
)
@click.pass_context
def commands(context: click.Context) -> int:
    """Check United Nations resolutions against the drafting rules."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        return 2
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, and return its exit status.

    0 if nothing was found, 1 if something was, 2 if the job could not be done: then
    one line on standard error says why. A run that a signal ends has the status by
    which shells know the signal, such as 130. Never a traceback.
    """
    # What is imported stays: looking through it for garbage is in vain. `check` turns
    # collection on again before it reads files.
    gc.disable()
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        with heeded():
            status = commands.main(
                list(sys.argv[1:] if arguments is None else arguments),
                prog_name="resolint",
                standalone_mode=False,
            )
            if not sys.stdout.closed:  # the server closes it when the editor goes
                sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        context = error.ctx if isinstance(error, click.UsageError) else None
        return _failed(error.format_message(), context)
    except (Ended, KeyboardInterrupt, click.Abort) as ended:
        _failed("interrupted")
        return ended.status if isinstance(ended, Ended) else 130
    except BrokenPipeError:
        # The reader has gone; what Python flushes at its end must not fail again.
        _silence()
        return 1
    except Exception as error:
        if isinstance(error, OSError):
            if error.filename is not None:
                return _failed(f"{error.filename}: {error.strerror}")
            _silence()
            return _failed(f"what is found cannot be written: {error.strerror}")
        return _failed(f"internal error: {type(error).__name__}: {error}")


def _failed(message: str, context: click.Context | None = None) -> int:
    where = context.command_path if context else "resolint"
    try:
        click.echo(printable(f"{where}: {' '.join(message.split())}"), err=True)
    except OSError:
        # Nobody listens; the exit status says it.
        _silence()
    return 2


def _open_streams() -> None:
    """Give a stream that the caller has closed something to stand on."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            null = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(null, "w", encoding="utf-8"))


def _silence() -> None:
    """Let what is still to be written go nowhere, so that it cannot fail again."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        try:
            stream.flush()
        except (OSError, ValueError):
            try:
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            except (OSError, ValueError):
                setattr(sys, name, io.StringIO())
